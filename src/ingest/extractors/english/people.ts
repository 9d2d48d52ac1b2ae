import { type Gender, genderOfName } from './lexicon/first-names.ts';
import { lastWord } from './name-kinds.ts';

/** The people of a text by all their names: a last name is the person's that was named in full before, else after. */
export class People {
  /** Full names in text order, by last word and by first word. */
  readonly #byLast = new Map<string, string[]>();
  readonly #byFirst = new Map<string, Set<string>>();
  readonly #latest = new Map<string, string>();
  /** Whom the last name alone has meant. */
  readonly #bare = new Map<string, string>();

  /** Names in text order. */
  constructor(names: readonly string[]) {
    for (const words of names) {
      if (!words.includes(' ')) continue;
      const last = lastWord(words);
      const full = this.#same(words) ?? words;
      const first = firstWord(words);
      const same = this.#byLast.get(last) ?? [];
      if (!same.includes(full)) same.push(full);
      this.#byLast.set(last, same);
      this.#byFirst.set(first, (this.#byFirst.get(first) ?? new Set()).add(full));
    }
  }

  /** To be called in text order: of two with one last name it is the one that it has meant before, else the one named last, unless the title tells. */
  fullName(words: string, courtesy: Gender | null): string {
    const last = lastWord(words);
    if (words.includes(' ')) {
      const whole = this.#same(words) ?? this.#longer(words) ?? words;
      this.#latest.set(last, whole);
      return whole;
    }
    const known = this.#byLast.get(last) ?? [];
    const fits = known.filter(
      (full) => courtesy === null || (genderOfName(firstWord(full)) ?? courtesy) === courtesy,
    );
    for (const meant of [this.#bare.get(last), this.#latest.get(last), fits[0]]) {
      if (meant === undefined || !fits.includes(meant)) continue;
      this.#bare.set(last, meant);
      return meant;
    }
    if (known.length > 0) return words;
    const byFirst = [...(this.#byFirst.get(words) ?? [])];
    return byFirst.length === 1 ? (byFirst[0] ?? words) : words;
  }

  /** Whether words are how a name in full ends: "de Boer" of "Jan de Boer". */
  has(words: string): boolean {
    return this.#longer(words) !== null;
  }

  /** One with the same first and last word: a middle name or none. */
  #same(words: string): string | null {
    const found = this.#byLast.get(lastWord(words))?.find((full) => firstWord(full) === firstWord(words));
    return found ?? null;
  }

  /** "bin Salman" of "Mohammed bin Salman". */
  #longer(words: string): string | null {
    return this.#byLast.get(lastWord(words))?.find((full) => full.endsWith(` ${words}`)) ?? null;
  }
}

function firstWord(words: string): string {
  return words.slice(0, words.indexOf(' '));
}
