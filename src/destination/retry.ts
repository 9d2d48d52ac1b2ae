import { setTimeout as sleep } from 'node:timers/promises';
import type { OnrecordError } from '../errors.ts';

/** Milliseconds from the first failure in which something is tried again. */
export const RETRY_MS = 30_000;

const FIRST_DELAY_MS = 250;
const MAX_DELAY_MS = 5_000;

/** Milliseconds, and waiting; tests have their own. */
export interface Clock {
  now(): number;
  /** Rejects when the signal comes. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const REAL_CLOCK: Clock = {
  now: () => performance.now(),
  sleep: (ms, signal) => sleep(ms, undefined, signal === undefined ? {} : { signal }),
};

/** A failure that may pass. `afterMs` is how long the other side asks to wait, null where it does not. */
export class PassingFailure extends Error {
  readonly failure: OnrecordError;
  readonly afterMs: number | null;

  constructor(failure: OnrecordError, afterMs: number | null = null) {
    super(failure.message, { cause: failure });
    this.failure = failure;
    this.afterMs = afterMs;
  }
}

export interface RetryOptions {
  readonly clock: Clock;
  /** Ends the waiting: what failed last is thrown then. */
  readonly signal?: AbortSignal | undefined;
  /** Told of each failure that is followed by another attempt. */
  readonly onRetry: (failure: OnrecordError) => void;
}

/**
 * Does something until it does not fail with a PassingFailure, for `RETRY_MS` at most, waiting twice as long each time. Throws what
 * failed last.
 */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  { clock, signal, onRetry }: RetryOptions,
): Promise<T> {
  let end: number | null = null;
  for (let delay = FIRST_DELAY_MS; ; delay = Math.min(delay * 2, MAX_DELAY_MS)) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof PassingFailure)) throw error;
      const { failure, afterMs } = error;
      end ??= clock.now() + RETRY_MS;
      // Many that were turned away at once should not come back at once.
      const wait = afterMs ?? delay * (0.5 + Math.random() / 2);
      if (signal?.aborted === true || clock.now() + wait > end) throw failure;
      onRetry(failure);
      if (!(await slept(clock, wait, signal))) throw failure;
    }
  }
}

async function slept(clock: Clock, ms: number, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await clock.sleep(ms, signal);
    return true;
  } catch (error) {
    if (signal?.aborted === true) return false;
    throw error;
  }
}
