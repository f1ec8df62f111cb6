import { userInfo } from 'node:os';

/** Who changes the ledger: as said, else the account the command runs under. */
export function authorOf(said: string | undefined): string {
  return said?.trim() || userInfo().username;
}

/** The published run rests on older data: how to get a new one. */
export const assessAgain =
  'The published run does not know it yet: npm start assesses again, and so does the weekly schedule.';
