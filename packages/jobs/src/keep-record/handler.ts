import type { Handler, HandlerDeps } from '../handler-deps.ts';
import { keepRecord } from './contract.ts';

export const keepRecordHandler = ({ engine, log }: HandlerDeps): Handler => ({
  async work(payload) {
    await engine.keepRecord(keepRecord.parse(payload).runId);
    return [];
  },
  /** A run without its record is still a run: its page says that the record is missing. */
  async quarantine(payload, reason) {
    log.error({ event: 'record.failed', ...keepRecord.parse(payload), reason });
    return [];
  },
});
