import { CodedError } from '@hadaf/platform';
import { Piscina } from 'piscina';

/** A function of a module that a worker thread loads. */
export interface ThreadFunction {
  readonly module: URL;
  readonly name: string;
}

/**
 * Runs one task in a worker thread of its own and ends the thread; a task past its limit is stopped with it.
 *
 * @param what  names the task for the reader of the error
 * @throws CodedError FIT_TIMED_OUT
 */
export async function runInThread<Task, Answer>(
  { module, name }: ThreadFunction,
  task: Task,
  { what, limitMs }: { readonly what: string; readonly limitMs: number },
): Promise<Answer> {
  const pool = new Piscina<Task, Answer>({ filename: module.href, name, minThreads: 0, maxThreads: 1 });
  const signal = AbortSignal.timeout(limitMs);
  try {
    return await pool.run(task, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new CodedError('FIT_TIMED_OUT', `${what} took longer than ${limitMs / 1000} s`, { cause: error });
  } finally {
    await pool.close({ force: true });
  }
}
