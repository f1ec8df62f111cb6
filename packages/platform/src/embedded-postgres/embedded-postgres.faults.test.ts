import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLogger } from '../logger.ts';
import { type EmbeddedPostgres, openEmbeddedPostgres, wipeEmbeddedPostgres } from './open-embedded-postgres.ts';
import { findPostmaster } from './postmaster-file.ts';

const log = createLogger({ level: 'silent' });
const holder = resolve(import.meta.dirname, '../../../../tests/integration/hold-postgres.ts');

async function query(connectionString: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded Postgres', () => {
  let folder: string;
  let stateDir: string;
  let opened: EmbeddedPostgres[];
  let holders: ChildProcess[];

  const open = async (dir = stateDir) => {
    const server = await openEmbeddedPostgres({ stateDir: dir, log });
    opened.push(server);
    return server;
  };
  const postmaster = () => findPostmaster(join(stateDir, 'postgres/data'));
  /** Another process that opens it; resolves to what it printed. */
  const hold = async () => {
    const child = spawn(process.execPath, [holder, stateDir], { stdio: ['pipe', 'pipe', 'inherit'] });
    holders.push(child);
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    const printed: { adopted: boolean; connectionString: string } = JSON.parse(String(line));
    return { ...printed, child };
  };
  const release = async (child: ChildProcess) => {
    const exited = once(child, 'exit');
    child.stdin?.end();
    await exited;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hadaf-pg-'));
    chmodSync(folder, 0o755);
    stateDir = join(folder, 'state');
    opened = [];
    holders = [];
  });
  afterEach(async () => {
    for (const child of holders) child.kill('SIGKILL');
    for (const server of opened) await server.close();
    const left = postmaster();
    if (left !== null) process.kill(left.pid, 'SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
  });

  test('listens on a private socket only', async () => {
    const { connectionString, adopted } = await open();
    expect(adopted).toBe(false);
    expect(await query(connectionString, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
    expect(await query(connectionString, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
    for (const path of ['postgres', 'postgres/socket', 'postgres/data']) {
      expect(statSync(join(stateDir, path)).mode & 0o777).toBe(0o700);
    }
  });

  test('is adopted by the second and stopped by the last', async () => {
    const first = await open();
    const second = await open();
    expect(second.adopted).toBe(true);
    await first.close();
    expect(await query(second.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.close();
    await second.close();
    expect(postmaster()).toBeNull();
  });

  test('is started once by two first starts at once, and outlives the one that leaves', async () => {
    const both = await Promise.all([hold(), hold()]);
    expect(both.filter((one) => one.adopted)).toHaveLength(1);
    const [first, second] = both[0].adopted ? [both[1], both[0]] : [both[0], both[1]];
    await release(first.child);
    expect(await query(second.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
    await release(second.child);
    expect(postmaster()).toBeNull();
  });

  test('survives a killed parent, and the next start finds its data', async () => {
    const { child, connectionString } = await hold();
    await query(connectionString, 'create table kept as select 7 as seven');
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
    const server = await open();
    expect(server.adopted).toBe(true);
    expect(await query(server.connectionString, 'select seven from kept')).toEqual([{ seven: 7 }]);
  });

  test('recovers after it was killed itself', async () => {
    const first = await open();
    await query(first.connectionString, 'create table kept as select 7 as seven');
    const pid = postmaster()?.pid ?? 0;
    process.kill(pid, 'SIGKILL');
    await expect.poll(postmaster).toBeNull();
    const second = await open();
    expect(second.adopted).toBe(false);
    expect(await query(second.connectionString, 'select seven from kept')).toEqual([{ seven: 7 }]);
  });

  test('is not misled by a file that names another program', async () => {
    const first = await open();
    await first.close();
    const file = join(stateDir, 'postgres/data/postmaster.pid');
    writeFileSync(file, `${process.pid}\n${stateDir}\n0\n5432\n/nowhere\n`);
    const second = await open();
    expect(second.adopted).toBe(false);
    expect(readFileSync(file, 'utf8')).not.toMatch(/nowhere/);
  });

  test('has a short socket folder where the path is long', async () => {
    const long = join(folder, 'x'.repeat(60), 'y'.repeat(60));
    const { connectionString } = await open(long);
    const host = new URL(connectionString).searchParams.get('host') ?? '';
    expect(host.length).toBeLessThan(92);
    expect(statSync(host).mode & 0o777).toBe(0o700);
    expect(await query(connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
    await opened.pop()?.close();
    expect(await wipeEmbeddedPostgres({ stateDir: long })).toBe(true);
    expect(existsSync(host)).toBe(false);
  });

  test('takes a path with spaces and letters of any alphabet', async () => {
    const { connectionString } = await open(join(folder, "ہدف, a 'clone'"));
    expect(await query(connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test.each(['a "clone"', 'a$(touch clone)', 'a`clone`'])(
    'refuses the path %s, which a shell would misread',
    async (name) => {
      const refused = { code: 'STATE_FOLDER_DENIED', message: expect.stringContaining('DATABASE_URL') };
      await expect(open(join(folder, name))).rejects.toMatchObject(refused);
    },
  );

  test('is wiped only while nobody uses it', async () => {
    expect(await wipeEmbeddedPostgres({ stateDir })).toBe(false);
    const server = await open();
    await expect(wipeEmbeddedPostgres({ stateDir })).rejects.toMatchObject({ code: 'DATABASE_IN_USE' });
    await server.close();
    expect(await wipeEmbeddedPostgres({ stateDir })).toBe(true);
    expect(existsSync(join(stateDir, 'postgres/data'))).toBe(false);
  });

  test('is wiped although a killed process left it running', async () => {
    const { child } = await hold();
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
    expect(postmaster()).not.toBeNull();
    await expect.poll(() => wipeEmbeddedPostgres({ stateDir }).catch(() => false), { timeout: 10_000 }).toBe(true);
    expect(postmaster()).toBeNull();
  });

  test('sweeps up after a first start that was killed half-way, under a strict umask', async () => {
    mkdirSync(join(stateDir, 'postgres/data.partial-1'), { recursive: true });
    chmodSync(stateDir, 0o700);
    await open();
    expect(existsSync(join(stateDir, 'postgres/data.partial-1'))).toBe(false);
  });

  test('names the folder it may not use, and the way out', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: process.geteuid?.() === 0 ? 0o700 : 0o500 });
    await expect(open(join(closed, 'state'))).rejects.toMatchObject({
      code: 'STATE_FOLDER_DENIED',
      message: expect.stringMatching(/closed\/state.*HADAF_STATE_DIR/),
    });
  });

  test('says why it does not start', async () => {
    await (await open()).close();
    writeFileSync(join(stateDir, 'postgres/data/postgresql.auto.conf'), 'no_such_setting = 1\n');
    await expect(open()).rejects.toMatchObject({
      code: 'POSTGRES_FAILED',
      message: expect.stringMatching(/unrecognized configuration parameter "no_such_setting"/),
    });
  });
});
