import { OnrecordError } from '../errors.ts';

/** The engine's text has the operating system's words at its end, and no other sign of a disk that is full or broken. */
const ENGINE_REASON = /: ([^:]+) \(os error \d+\)/;
/** As in `EACCES: permission denied, mkdir '/data'`. */
const NODE_REASON = /^E[A-Z]+: ([^,]+), /;

/** What the operating system said, as in `No space left on device`. Undefined for a failure that is not its. */
export function systemReason(error: unknown): string | undefined {
  const message = error instanceof Error ? error.message : '';
  return (ENGINE_REASON.exec(message) ?? NODE_REASON.exec(message))?.[1];
}

/** UNAVAILABLE: the engine undoes what it cannot write, and goes on once there is room. Undefined for another failure. */
export function cannotWrite(error: unknown, cause: Error): OnrecordError | undefined {
  const reason = systemReason(error);
  if (reason === undefined) return undefined;
  const message = `The graph cannot be written: ${reason}. See to the disk that it is on, and try again; what was written before stays.`;
  return new OnrecordError('UNAVAILABLE', message, { cause });
}
