import { CodedError } from '../coded-error.ts';

const full = /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded|could not (?:write|extend) file.*space/i;
const denied = /EACCES|EPERM|EROFS|Permission denied|Operation not permitted|Read-only file system/i;

/** What a file operation or a program of Postgres said, as the code that tells the reader the way out. */
export function explainSystemError(thrown: unknown, folder: string, printed = ''): CodedError {
  if (thrown instanceof CodedError) return thrown;
  const said = `${thrown instanceof Error ? thrown.message : String(thrown)}\n${printed}`;
  const cause = { cause: thrown };
  if (full.test(said)) {
    return new CodedError('DISK_FULL', `the disk that holds ${folder} is full; free some space and start again`, cause);
  }
  if (denied.test(said)) {
    return new CodedError(
      'STATE_FOLDER_DENIED',
      `no right to write to ${folder}; set HADAF_STATE_DIR to a folder of yours, or DATABASE_URL to a Postgres server`,
      cause,
    );
  }
  return new CodedError(
    'POSTGRES_FAILED',
    `the embedded Postgres in ${folder} failed: ${said.trim().slice(-2000)}`,
    cause,
  );
}
