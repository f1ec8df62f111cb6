import { runInThread } from '../fit/run-in-thread.ts';
import type { FormulaTask } from './formula-in-thread.ts';
import type { FormulaAnswer } from './formula-report.ts';

const thread = { module: new URL('./formula-in-thread.ts', import.meta.url), name: 'formulaInThread' };

/** A formula is fitted in milliseconds from each start; one that takes this long is not worth the wait. */
const limitMs = 20_000;

/**
 * Fits a formula in a worker thread of its own.
 *
 * @throws CodedError FIT_TIMED_OUT
 */
export function fitInThread(task: FormulaTask): Promise<FormulaAnswer> {
  return runInThread<FormulaTask, FormulaAnswer>(thread, task, { what: 'fitting the formula', limitMs });
}
