import { type DestinationStream, destination, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/**
 * A logger that writes one JSON event a line: `log.info({ event: 'forecast.issued', seriesId, ms })`.
 *
 * Standard error is the default: standard output belongs to the data a command prints.
 */
export function createLogger({
  level = 'info',
  name = 'hadaf',
  stream = destination(2),
}: {
  level?: string;
  name?: string;
  stream?: DestinationStream;
} = {}): Logger {
  return pino(
    {
      name,
      level,
      base: { name },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: [
        'connectionString',
        'databaseUrl',
        'redisUrl',
        'webhookUrl',
        'webhookSecret',
        'importToken',
        '*.connectionString',
        '*.password',
      ],
    },
    stream,
  );
}

/** A log file, written line by line as events happen; its folder is made. */
export function logFile(path: string): DestinationStream {
  return destination({ dest: path, mkdir: true, sync: true });
}
