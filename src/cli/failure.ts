import { OnrecordError } from '../errors.ts';

/** Ends a command that failed: one clear line where the failure is an expected one, the stack where it is a bug. */
export function exitWith(error: unknown): never {
  if (error instanceof OnrecordError && error.code !== 'INTERNAL')
    console.error(`onrecord: ${error.message}`);
  else console.error(error);
  process.exit(1);
}
