import { CodedError } from '@hadaf/platform';
import type { z } from 'zod';

/** The lane a job waits in. Deliveries wait for strangers' servers, so they have a lane of their own. */
export type Lane = 'work' | 'delivery';

/** How the queue treats a job. */
export interface JobTerms {
  readonly name: string;
  readonly lane: Lane;
  /** How often it is tried before it is quarantined. */
  readonly attempts: number;
  /** The wait before the second try; each further wait is twice as long. */
  readonly backoffMs: number;
  /** 0 goes first; then 1, 2, … */
  readonly priority: number;
}

/** A job as the outbox keeps it: ids, no data. The effects of a job are keyed by its payload, never by its id. */
export interface JobRequest {
  readonly job: string;
  readonly payload: unknown;
}

export interface Job<Payload> extends JobTerms {
  /** @throws CodedError JOB_INVALID when the payload does not match the contract */
  request(payload: Payload): JobRequest;
  /** @throws CodedError JOB_INVALID when what was delivered does not match the contract */
  parse(delivered: unknown): Payload;
}

export function defineJob<Payload>({
  payload,
  ...terms
}: JobTerms & { readonly payload: z.ZodType<Payload> }): Job<Payload> {
  const parse = (value: unknown): Payload => {
    const parsed = payload.safeParse(value);
    if (!parsed.success) {
      throw new CodedError('JOB_INVALID', `the payload of ${terms.name} is wrong`, { cause: parsed.error });
    }
    return parsed.data;
  };
  return {
    ...terms,
    parse,
    request: (value) => ({ job: terms.name, payload: parse(value) }),
  };
}
