import { setImmediate } from 'node:timers/promises';
import { OnrecordError } from '../errors.ts';
import { checkAnnotation } from './check.ts';
import { identityOf, instant } from './identity.ts';
import type { Incoming } from './write.ts';

export type Refused = { readonly error: OnrecordError };
/** A document that may be written, or why it may not. */
export type Prepared = Incoming | Refused;

export interface PrepareOptions {
  /** The clock for `recordedAt`. */
  readonly now?: () => Date;
  /** The name of who writes, for the record of the run; absent for the command line on the store itself. */
  readonly actor?: string;
  /** Documents that say when they were recorded, and who brought them, are recorded so: those of an export. */
  readonly asRecorded?: boolean;
}

/** Failures of one document; any other (no engine, a bug) is not about the document. */
const REFUSALS: readonly string[] = ['INVALID_INPUT', 'CONFLICT'];

/** Checks a document and works out its ids: all that needs no graph. */
export function prepare(
  input: unknown,
  { now = () => new Date(), actor, asRecorded = false }: PrepareOptions,
): Prepared {
  return refusable(() => {
    const checked = checkAnnotation(input);
    const { recorded } = checked.document;
    const recording =
      asRecorded && recorded !== undefined
        ? { recordedAt: instant(recorded.at), recordedBy: recorded.by }
        : { recordedAt: now().toISOString(), recordedBy: actor ?? null };
    return { checked, identity: identityOf(checked.document), recording };
  });
}

export function refusable<T>(work: () => T): T | Refused {
  try {
    return work();
  } catch (error) {
    if (error instanceof OnrecordError && REFUSALS.includes(error.code)) return { error };
    throw error;
  }
}

/** Documents that are made ready while others are written. It holds those that were not taken, as long as their values are held. */
export class Ahead {
  readonly #options: PrepareOptions;
  readonly #ready = new WeakMap<object, Prepared>();

  constructor(options: PrepareOptions) {
    this.#options = options;
  }

  /** One at a time, until the signal comes: between two of them the process does what else it has to do. */
  async makeReady(inputs: readonly unknown[], signal?: AbortSignal): Promise<void> {
    for (const input of inputs) {
      if (signal?.aborted === true) return;
      if (typeof input !== 'object' || input === null || this.#ready.has(input)) continue;
      this.#ready.set(input, prepare(input, this.#options));
      await setImmediate();
    }
  }

  /** What was made ready, else made now. */
  readonly take = (input: unknown): Prepared => {
    if (typeof input !== 'object' || input === null) return prepare(input, this.#options);
    const prepared = this.#ready.get(input) ?? prepare(input, this.#options);
    this.#ready.set(input, prepared);
    return prepared;
  };
}
