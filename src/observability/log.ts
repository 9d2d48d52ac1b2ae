import { destination, type Logger, pino } from 'pino';

export type LogLevel = 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** JSON lines on stderr: stdout is for what the commands answer. */
export function createLog(config: { readonly logLevel: LogLevel }): Log {
  // Synchronous, so that the last lines before an exit are not lost.
  const stderr = destination({ dest: 2, sync: true });
  return pino({ level: config.logLevel, redact: ['password', '*.password'] }, stderr);
}
