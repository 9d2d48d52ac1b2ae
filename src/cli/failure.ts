import { OnrecordError } from '../errors.ts';

/** One clear line where a failure is an expected one, the stack where it is a bug. */
export function tellFailure(error: unknown): void {
  if (error instanceof OnrecordError && error.code !== 'INTERNAL')
    console.error(`onrecord: ${error.message}`);
  else console.error(error);
}

/** Ends a command that failed. */
export function exitWith(error: unknown): never {
  tellFailure(error);
  process.exit(1);
}
