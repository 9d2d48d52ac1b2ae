import type { ReadItem } from './read-inputs.ts';

/** How much goes to the graph at once: each transaction holds its documents and what becomes of them. */
export const MAX_BATCH_DOCUMENTS = 50;
/** Bytes of JSON. A longer document is a batch of its own. */
export const MAX_BATCH_BYTES = 8_000_000;
/** Milliseconds that what was read waits for more: whoever pipes documents in as they arise need not wait for fifty. */
const MAX_WAIT_MS = 1_000;

/** Items together, in their order: as many as a batch may have, or fewer where no more come for a while. */
export async function* batchesOf(
  items: AsyncIterator<ReadItem>,
  maxWaitMs = MAX_WAIT_MS,
): AsyncGenerator<readonly ReadItem[]> {
  let batch: ReadItem[] = [];
  let bytes = 0;
  let coming: Promise<IteratorResult<ReadItem>> | undefined;
  let wait: Wait | undefined;
  const take = (): readonly ReadItem[] => {
    const taken = batch;
    wait?.end();
    [batch, bytes, wait] = [[], 0, undefined];
    return taken;
  };
  try {
    for (;;) {
      coming ??= items.next();
      const next = wait === undefined ? await coming : await Promise.race([coming, wait.over]);
      if (next === undefined) {
        yield take();
        continue;
      }
      coming = undefined;
      if (next.done === true) break;
      const size = 'bytes' in next.value ? next.value.bytes : 0;
      if (batch.length > 0 && bytes + size > MAX_BATCH_BYTES) yield take();
      batch.push(next.value);
      bytes += size;
      if (batch.length >= MAX_BATCH_DOCUMENTS) yield take();
      else wait ??= new Wait(maxWaitMs);
    }
    if (batch.length > 0) yield take();
  } finally {
    wait?.end();
  }
}

class Wait {
  readonly over: Promise<undefined>;
  readonly #timer: NodeJS.Timeout;

  constructor(ms: number) {
    let done: (value: undefined) => void = () => {};
    this.over = new Promise((resolve) => {
      done = resolve;
    });
    this.#timer = setTimeout(() => done(undefined), ms);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
