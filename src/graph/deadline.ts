import { OnrecordError } from '../errors.ts';

/** Milliseconds. Somebody waits for a read; a write may carry a whole article and wait for other writers. */
export const READ_TIMEOUT_MS = 20_000;
export const WRITE_TIMEOUT_MS = 60_000;
export const APPLY_TIMEOUT_MS = 300_000;

/** The end of one caller's patience, counted from its making. Clear it when the call is over. */
export class Deadline {
  readonly #end: number;
  readonly #timer: NodeJS.Timeout;
  readonly #expiry: Promise<never>;
  #expired = false;

  constructor(ms: number) {
    this.#end = performance.now() + ms;
    let expire: (reason: OnrecordError) => void = () => {};
    this.#expiry = new Promise<never>((_, reject) => {
      expire = reject;
    });
    // Nobody may be racing when the time is up, which is no reason to end the process.
    this.#expiry.catch(() => {});
    this.#timer = setTimeout(() => {
      this.#expired = true;
      expire(timedOut());
    }, ms);
  }

  get expired(): boolean {
    return this.#expired;
  }

  get remainingMs(): number {
    return Math.max(1, Math.ceil(this.#end - performance.now()));
  }

  check(): void {
    if (this.#expired) throw timedOut();
  }

  /** Settles as `work` does, or with TIMEOUT when the time is up; `work` itself goes on. */
  race<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#expiry]);
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}

export function timedOut(cause?: unknown): OnrecordError {
  return new OnrecordError('TIMEOUT', 'The graph did not answer in time.', { cause });
}
