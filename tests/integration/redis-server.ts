import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type QueueKind = 'postgres' | 'redis';

export interface RedisServer {
  readonly url: string;
  /** Sends one command and gives the first line of the reply. */
  command(line: string): Promise<string>;
  close(): Promise<void>;
}

const found = spawnSync('redis-server', ['--version']).status === 0;
const required = (process.env['HADAF_REQUIRE'] ?? '').split(',').includes('redis');

/**
 * The queue's backends to test: without Redis its tests are skipped with a loud line, or, under `HADAF_REQUIRE=redis`,
 * run and fail.
 */
export const queueKinds: readonly QueueKind[] = found || required ? ['postgres', 'redis'] : ['postgres'];
if (queueKinds.length === 1) {
  console.warn('SKIPPED: tests on Redis, no redis-server on the PATH (HADAF_REQUIRE=redis makes this a failure)');
}

/** A Redis of the caller's own, on a free port, its data in a folder that goes with it. */
export async function startRedis(): Promise<RedisServer> {
  if (!found) throw new Error('redis-server is required by HADAF_REQUIRE and not on the PATH');
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'hadaf-redis-'));
  const settings = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes'];
  const server = spawn('redis-server', [...settings, '--save', '', '--maxmemory-policy', 'noeviction'], {
    stdio: 'ignore',
  });
  await answering(port, server);
  return {
    url: `redis://127.0.0.1:${port}`,
    command: (line) => send(port, line),
    async close() {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      if (server.exitCode === null && server.kill('SIGKILL')) await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

async function answering(port: number, server: ChildProcess): Promise<void> {
  const deadline = performance.now() + 10_000;
  while ((await send(port, 'PING').catch(() => '')) !== '+PONG') {
    if (server.exitCode !== null) throw new Error(`redis-server ended with ${server.exitCode}`);
    if (performance.now() > deadline) throw new Error('redis-server does not answer');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function send(port: number, line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${line}\r\n`));
    socket.once('data', (reply) => {
      socket.destroy();
      resolve(reply.toString().split('\r\n')[0] ?? '');
    });
    socket.once('error', reject);
  });
}
