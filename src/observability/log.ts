import { type DestinationStream, destination, type Logger, pino } from 'pino';

export type LogLevel = 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** Fields that hold a secret, at the depths at which logged objects have them. */
const SECRET_FIELDS = ['password', 'authorization', 'Authorization', 'token'].flatMap((name) => [
  name,
  `*.${name}`,
  `*.*.${name}`,
  `*.*.*.${name}`,
]);

/** Tokens in any text of a line, as in the message of a library's error, or deeper than the fields above. */
const TOKENS = /onr_[A-Za-z0-9_-]{20,}|(?<=bearer +)[^\s"\\]+/gi;

/** JSON lines on stderr, for stdout is for what the commands answer; or elsewhere, for tests. Secrets are left out. */
export function createLog(config: { readonly logLevel: LogLevel }, to?: DestinationStream): Log {
  // Synchronous, so that the last lines before an exit are not lost.
  const stream = to ?? destination({ dest: 2, sync: true });
  const hooks = { streamWrite: (line: string) => line.replace(TOKENS, '[Redacted]') };
  return pino({ level: config.logLevel, redact: SECRET_FIELDS, hooks }, stream);
}
