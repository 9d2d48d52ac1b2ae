import type { Token } from './reading.ts';

/** What is worked out once for a token of a text: many stages ask for it. Goes with the text. */
export class TokenCache<T> {
  readonly #kept = new WeakMap<readonly Token[], (T | undefined)[]>();

  /** `make` is not asked again, whatever it gave. */
  of(tokens: readonly Token[], at: number, make: () => T): T {
    let kept = this.#kept.get(tokens);
    if (kept === undefined) {
      kept = new Array<T | undefined>(tokens.length);
      this.#kept.set(tokens, kept);
    }
    const known = kept[at];
    if (known !== undefined) return known;
    const made = make();
    kept[at] = made;
    return made;
  }
}
