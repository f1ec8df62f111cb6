import type { Logger } from '@hadaf/platform';
import { schedule } from 'node-cron';

export interface Heartbeat {
  /** Beats now, or once more after the beat under way. */
  kick(): void;
  /** Stops, and waits for the beat under way. */
  stop(): Promise<void>;
}

export interface Beat {
  /** Six fields, seconds first. */
  readonly cron: string;
  readonly beat: () => Promise<void>;
  readonly log: Logger;
}

/**
 * Calls `beat` on a cron and when kicked, never twice at a time.
 *
 * The cron decides nothing: what is due stands in Postgres, so a missed beat costs its delay and no more.
 */
export function startHeartbeat({ cron, beat, log }: Beat): Heartbeat {
  let wanted = false;
  let stopped = false;
  let beating: Promise<void> | undefined;

  async function beatWhileWanted(): Promise<void> {
    while (wanted) {
      wanted = false;
      await beat().catch((error: unknown) => log.warn({ event: 'heartbeat.failed', err: error }));
    }
    beating = undefined;
  }
  const kick = (): void => {
    if (stopped) return;
    wanted = true;
    beating ??= beatWhileWanted();
  };
  const task = schedule(cron, kick, {
    name: 'hadaf-heartbeat',
    suppressMissedWarning: true,
  });
  task.on('execution:missed', ({ date }) => log.warn({ event: 'heartbeat.missed', due: date.toISOString() }));
  return {
    kick,
    async stop() {
      stopped = true;
      await task.destroy();
      await beating;
    },
  };
}
