import { userInfo } from 'node:os';

/** Who changes the ledger: as said, else the account the command runs under. */
export function authorOf(said: string | undefined): string {
  return said?.trim() || userInfo().username;
}
