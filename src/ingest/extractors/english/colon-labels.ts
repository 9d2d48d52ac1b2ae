import { cueVerb } from './lexicon/cue-verbs.ts';
import { isFirstName } from './lexicon/first-names.ts';
import { roleClassOf } from './lexicon/roles.ts';
import type { Phrases } from './phrases.ts';
import { isAnnouncement } from './turns.ts';

const LABEL_IN_CAPITALS = /^["“]?(\p{Lu}[\p{Lu}'’.-]+):/u;

/** What stands before a colon at the head of a paragraph of prose. */
export class ColonLabels {
  readonly #phrases: Phrases;
  #speaking: ReadonlySet<string> | null = null;

  constructor(phrases: Phrases) {
    this.#phrases = phrases;
  }

  /** Whether the words before the colon at `last` may be a speaker: a name of several words, an office, one that speaks elsewhere, or of who is quoted. */
  isSpeaker(first: number, last: number): boolean {
    const { text, tokens } = this.#phrases.reading;
    const start = tokens[first]?.start ?? 0;
    const label = text.slice(start, tokens[last - 1]?.end ?? start);
    if (isAnnouncement(label)) return false;
    const bare = label.replace(/\s*[([].*$/u, '');
    if (/\s/u.test(bare) || roleClassOf(bare.toLowerCase()) !== null || this.#isQuoted(last + 1)) return true;
    this.#speaking ??= this.#speakers();
    return this.#speaking.has(bare.toLowerCase());
  }

  /** Whether what follows says something: it is quoted, or has a verb. */
  isSaid(first: number, last: number): boolean {
    if (this.#isQuoted(first)) return true;
    for (let at = first; at < last; at += 1) if (this.#phrases.at(at)?.kind === 'verb') return true;
    return false;
  }

  #isQuoted(at: number): boolean {
    const { tokens } = this.#phrases.reading;
    const quotation = tokens[at]?.quotation ?? -1;
    return quotation >= 0 && tokens[at - 1]?.quotation !== quotation;
  }

  /** Names and nouns beside a verb of saying, people's last names, and labels that come back, in lower case. */
  #speakers(): ReadonlySet<string> {
    const found = new Set<string>();
    for (const phrase of this.#phrases.all) {
      if (phrase.kind !== 'verb' || cueVerb(phrase.lemma) === undefined) continue;
      for (const at of [phrase.first - 1, phrase.last]) {
        const noun = this.#phrases.at(at);
        const { tokens } = this.#phrases.reading;
        const behind =
          noun?.kind === 'noun' ? tokens.slice(at === phrase.last ? noun.first : at, noun.last) : [];
        for (const { pos, lower } of behind) if (pos === 'PROPN' || pos === 'NOUN') found.add(lower);
      }
    }
    // Labels in capitals that come back, as in a piece of a transcript that is quoted.
    const { text, paragraphs } = this.#phrases.reading;
    const met = new Set<string>();
    for (const { start } of paragraphs) {
      const label = LABEL_IN_CAPITALS.exec(text.slice(start, start + 60))?.[1]?.toLowerCase();
      if (label !== undefined && met.has(label)) found.add(label);
      if (label !== undefined) met.add(label);
    }
    // People with their first name, who are called by the other one in a transcript: "EK: …" after "Ola Ek".
    const { tokens } = this.#phrases.reading;
    for (const [at, token] of tokens.entries()) {
      const next = tokens[at + 1];
      if (isFirstName(token.text) && next !== undefined && /^\p{Lu}\p{L}+$/u.test(next.text))
        found.add(next.lower);
    }
    return found;
  }
}
