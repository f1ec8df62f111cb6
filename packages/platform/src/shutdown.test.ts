import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { createLogger } from './logger.ts';
import { Shutdown } from './shutdown.ts';

const log = createLogger({ level: 'silent' });

describe('Shutdown', () => {
  test('closes the last opened first, once', async () => {
    const closed: string[] = [];
    const shutdown = new Shutdown(log);
    for (const name of ['database', 'pool', 'queue']) shutdown.add(name, () => closed.push(name));
    await Promise.all([shutdown.close(), shutdown.close()]);
    await shutdown.close();
    expect(closed).toEqual(['queue', 'pool', 'database']);
  });

  test('waits for each closer and goes on after one that fails', async () => {
    const lines: string[] = [];
    const stream = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const closed: string[] = [];
    const shutdown = new Shutdown(createLogger({ stream }));
    shutdown.add('database', () => closed.push('database'));
    shutdown.add('queue', () => Promise.reject(new Error('stuck')));
    shutdown.add('server', async () => {
      await new Promise((resolve) => setImmediate(resolve));
      closed.push('server');
    });
    await shutdown.close();
    expect(closed).toEqual(['server', 'database']);
    expect(lines.join('')).toContain('"event":"shutdown.failed"');
  });

  test('takes one Ctrl-C told twice for one', async () => {
    const shutdown = new Shutdown(log);
    const signals: string[] = [];
    let release = (): void => undefined;
    shutdown.add(
      'slow',
      () =>
        new Promise<void>((resolve) => {
          release = resolve;
        }),
    );
    const exited = new Promise<void>((resolve) => {
      const stop = shutdown.onSignal((signal) => {
        signals.push(signal);
        stop();
        resolve();
      });
    });
    process.emit('SIGINT', 'SIGINT');
    process.emit('SIGTERM', 'SIGTERM');
    expect(signals).toEqual([]);
    release();
    await exited;
    expect(signals).toEqual(['SIGINT']);
  });
});
