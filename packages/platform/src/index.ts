export { type Code, CodedError, codes, toCodedError } from './coded-error.ts';
export { type Config, configKeys, parseConfig } from './config.ts';
export { dayInZone } from './day-in-zone.ts';
export {
  type EmbeddedPostgres,
  openEmbeddedPostgres,
  wipeEmbeddedPostgres,
} from './embedded-postgres/open-embedded-postgres.ts';
export { stateFolder } from './embedded-postgres/state-folder.ts';
export { createLogger, type Logger, logFile } from './logger.ts';
export { type IdMatch, matchId, nearWords } from './match-id.ts';
export { Shutdown } from './shutdown.ts';
