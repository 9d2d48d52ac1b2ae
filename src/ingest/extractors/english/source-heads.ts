import type { Holding } from './holdings.ts';
import { COURTESY } from './lexicon/roles.ts';
import type { Token } from './reading.ts';
import type { Mention } from './referent.ts';
import type { TokenRange } from './token-places.ts';

/** Tokens looked back over for where the noun phrase of a name begins. */
const MAX_BACK = 24;
const AND = /^(?:and|&|or|nor)$/;
const POSSESSIVE = /^(?:his|her|its|their|our|my|your|whose)$/;

/** The mentions that a noun phrase is about: of "Jan Ek and Ann Berg of Acme" the two people. */
export class SourceHeads {
  readonly #tokens: readonly Token[];
  readonly #titles: ReadonlyMap<Mention, Holding>;
  /** The names that titles stand before, by the first token of the title. */
  readonly #titled: ReadonlyMap<number, Holding>;

  constructor(tokens: readonly Token[], holdings: readonly Holding[]) {
    this.#tokens = tokens;
    const titles = holdings.filter(({ by }) => by === 'before');
    this.#titles = new Map(titles.map((holding) => [holding.name, holding]));
    this.#titled = new Map(titles.map((holding) => [holding.role.first, holding]));
  }

  /** `mentions` within the range, in text order, the longer first. */
  of(range: TokenRange, mentions: readonly Mention[]): Mention[] {
    const heads: Mention[] = [];
    /** Members of a list with commas, which count if "and" ends it. */
    let listed: Mention[] = [];
    let covered = range.first;
    let governed: Mention | null = null;
    for (const mention of mentions) {
      if (mention.first < covered || mention.isAdjective) continue;
      const first = this.#phraseStart(mention, range.first);
      const before = this.#tokens[first - 1];
      const isFirst = first <= range.first;
      if (this.#isModifier(this.#named(mention), range.last)) continue;
      if (mention.kind !== 'NAME') covered = mention.last;
      if (isFirst) heads.push(mention);
      else if (AND.test(before?.lower ?? '')) {
        const sibling: boolean =
          governed !== null && governed.last === first - 1 && isLike(governed, mention) && heads.length > 0;
        if (sibling) governed = mention;
        else {
          heads.push(...listed, mention);
          listed = [];
        }
      } else if (before?.text === ',' && mention.entities[0]?.type === 'PERSON' && heads.length === 0)
        heads.push(mention);
      else if (before?.text === ',' && mention.entities[0]?.type === 'PERSON') listed.push(mention);
      else governed = mention;
    }
    return heads;
  }

  /** Of a title the name behind it: in "Minister Ek's lawyer" both are the owner. */
  #named(mention: Mention): Mention {
    const title = mention.kind === 'NOMINAL' ? this.#titled.get(mention.first) : undefined;
    return title?.role.last === mention.last && title.name.first === mention.last ? title.name : mention;
  }

  /** Where title, determiner and adjectives before a mention begin. */
  #phraseStart(mention: Mention, floor: number): number {
    let { first } = this.#titles.get(mention) ?? mention;
    if (first < floor) return floor;
    for (; first > floor && mention.first - first < MAX_BACK; first -= 1) {
      const before = this.#tokens[first - 1];
      if (before === undefined || !isInPhrase(before)) break;
    }
    return first;
  }

  /** "Acme shares", "Ek's lawyer", "her lawyer": the name is a part of another noun phrase. */
  #isModifier({ first, last, kind }: Mention, end: number): boolean {
    const next = this.#tokens[last];
    if (next === undefined || last >= end) return false;
    if (kind === 'PRONOUN' && POSSESSIVE.test(this.#tokens[first]?.lower ?? '')) return true;
    if (next.lower === "'s" || next.lower === "'") return last + 1 < end;
    if (kind !== 'NAME') return false;
    const touches = /^[-‑]$/.test(next.text) && next.start === this.#tokens[last - 1]?.end;
    return (
      touches ||
      next.pos === 'NOUN' ||
      next.pos === 'PROPN' ||
      (next.pos === 'ADJ' && /^\p{Ll}/u.test(next.text))
    );
  }
}

function isInPhrase({ pos, lower, text }: Token): boolean {
  if (COURTESY.has(lower) || POSSESSIVE.test(lower)) return true;
  if (pos === 'ADP' || pos === 'CCONJ' || pos === 'PRON' || pos === 'SCONJ' || pos === 'AUX') return false;
  if (lower === "'s" || lower === "'" || /^[-‑.]$/.test(text)) return true;
  return pos !== 'PUNCT' && (pos !== 'VERB' || /^\p{Lu}|ed$|ing$/u.test(text));
}

function isLike(a: Mention, b: Mention): boolean {
  const isPerson = (each: Mention) => each.entities[0]?.type === 'PERSON';
  return isPerson(a) === isPerson(b);
}
