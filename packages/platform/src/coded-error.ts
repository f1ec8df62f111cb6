/** What a failure means at every door: the HTTP status, whether trying again can help, and the process' exit code. */
interface CodeMeaning {
  readonly http: number;
  readonly retry: boolean;
  /** 1: handled, the caller can mend it. 2: a fault. 3 is kept for "a target is off track". */
  readonly exit: 1 | 2;
}

/** Every failure of the world has its code here, and nowhere else is a status, a retry or an exit code chosen. */
export const codes = {
  CONFIG_INVALID: { http: 500, retry: false, exit: 1 },
  PLATFORM_UNSUPPORTED: { http: 500, retry: false, exit: 1 },
  STATE_FOLDER_DENIED: { http: 500, retry: false, exit: 1 },
  DISK_FULL: { http: 507, retry: true, exit: 1 },
  PORT_TAKEN: { http: 500, retry: false, exit: 1 },
  POSTGRES_FAILED: { http: 503, retry: true, exit: 2 },
  DATABASE_IN_USE: { http: 409, retry: false, exit: 1 },

  STORE_UNAVAILABLE: { http: 503, retry: true, exit: 2 },
  STORE_CONFLICT: { http: 409, retry: false, exit: 1 },
  STORE_NEWER: { http: 500, retry: false, exit: 1 },
  MIGRATION_FAILED: { http: 500, retry: false, exit: 2 },

  REQUEST_INVALID: { http: 400, retry: false, exit: 1 },
  REQUEST_TOO_LARGE: { http: 413, retry: false, exit: 1 },
  RATE_LIMITED: { http: 429, retry: true, exit: 1 },
  SERVICE_BUSY: { http: 503, retry: true, exit: 2 },
  PAGE_NOT_FOUND: { http: 404, retry: false, exit: 1 },
  NOT_PUBLISHED: { http: 503, retry: true, exit: 1 },

  PACK_INVALID: { http: 422, retry: false, exit: 1 },
  PACK_NOT_FOUND: { http: 404, retry: false, exit: 1 },
  PACK_CONFLICT: { http: 409, retry: false, exit: 1 },
  INDICATOR_NOT_FOUND: { http: 404, retry: false, exit: 1 },
  OBSERVATION_NOT_FOUND: { http: 404, retry: false, exit: 1 },
  IMPORT_INVALID: { http: 422, retry: false, exit: 1 },
  TOKEN_NEEDED: { http: 401, retry: false, exit: 1 },
  IMPORT_REFUSED: { http: 403, retry: false, exit: 1 },
  SERIES_NOT_FOUND: { http: 404, retry: false, exit: 1 },
  TARGET_NOT_FOUND: { http: 404, retry: false, exit: 1 },
  RUN_NOT_FOUND: { http: 404, retry: false, exit: 1 },
  RUN_FAILED: { http: 500, retry: false, exit: 2 },
  PROJECTION_NOT_FOUND: { http: 404, retry: false, exit: 1 },
  INQUIRY_NOT_FOUND: { http: 404, retry: false, exit: 1 },
  SCENARIO_NOT_FOUND: { http: 404, retry: false, exit: 1 },
  SCENARIO_INVALID: { http: 422, retry: false, exit: 1 },
  SCENARIO_CONFLICT: { http: 409, retry: false, exit: 1 },
  FIT_TIMED_OUT: { http: 500, retry: false, exit: 2 },

  QUEUE_UNAVAILABLE: { http: 503, retry: true, exit: 2 },
  JOB_INVALID: { http: 500, retry: false, exit: 2 },
  CLOCK_SKEWED: { http: 503, retry: true, exit: 2 },
  WEBHOOK_FAILED: { http: 502, retry: true, exit: 2 },
  WEBHOOK_REFUSED: { http: 502, retry: false, exit: 1 },
  INTERNAL: { http: 500, retry: false, exit: 2 },
} as const satisfies Record<string, CodeMeaning>;

export type Code = keyof typeof codes;

/** A failure of the world (disk, database, queue, input of others) with a code from the table. */
export class CodedError extends Error {
  readonly code: Code;
  /** One line a fault, where there are several: every wrong field of a pack, every wrong key of a configuration. */
  readonly faults: readonly string[];

  constructor(
    code: Code,
    message: string,
    { cause, faults = [] }: { cause?: unknown; faults?: readonly string[] } = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'CodedError';
    this.code = code;
    this.faults = faults;
  }
}

/** The failure as a CodedError: itself, or INTERNAL around whatever was thrown. */
export function toCodedError(thrown: unknown): CodedError {
  if (thrown instanceof CodedError) return thrown;
  return new CodedError('INTERNAL', thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
}
