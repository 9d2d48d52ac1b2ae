import type { Mention } from './referent.ts';

/** The mentions of names by their first and by their last token. */
export class NamePlaces {
  readonly #first = new Map<number, Mention>();
  readonly #last = new Map<number, Mention>();

  constructor(mentions: readonly Mention[]) {
    for (const each of mentions) {
      this.#first.set(each.first, each);
      this.#last.set(each.last, each);
    }
  }

  from(token: number): Mention | undefined {
    return this.#first.get(token);
  }

  until(token: number): Mention | undefined {
    return this.#last.get(token);
  }
}
