import type { Attribution } from './attribution.ts';
import type { Range, Reading } from './reading.ts';
import type { References } from './references.ts';
import type { Mention, Referent } from './referent.ts';
import type { NamePlaces } from './roles.ts';
import { SourceHeads } from './source-heads.ts';
import { mayBeExpert, openExperts, publisherIn } from './source-nouns.ts';
import { MentionPlaces, type TokenRange, tokensWithin } from './token-places.ts';
import { type UnnamedSource, UnnamedSources } from './unnamed.ts';

/** Who a source stands for. */
export interface Speaking {
  /** Empty where the text names nobody. */
  readonly speakers: readonly Referent[];
  readonly mention: Mention | null;
  /** From 0 to 1: how sure it is that these are meant. */
  readonly confidence: number;
}

const NOBODY: Speaking = { speakers: [], mention: null, confidence: 0.6 };
const PRONOUN =
  /^(?:i|you|he|she|it|we|they|who|which|that|this|these|those|him|her|them|me|us|his|its|their|our|my|your|whom|whose|himself|herself|themselves)$/;
/** Sentences back in which "they" and "it" find who spoke. */
const NEAR = 2;

/** Longest name that a source may cut, in tokens. */
const MAX_NAME = 10;
/** Tokens of a noun phrase before "who". */
const MAX_PHRASE = 12;
/** And those in which "the expert" does. */
const NEAR_EXPERT = 6;

interface Last {
  readonly found: Speaking;
  readonly first: number;
  readonly sentence: number;
  readonly unnamed: UnnamedSource | null;
}

/** Finds out who speaks, from one source to the next as they stand in the text. */
export class Speakers {
  readonly #reading: Reading;
  readonly #mentions: MentionPlaces;
  readonly #ahead: ReadonlySet<Mention>;
  readonly #heads: SourceHeads;
  readonly #unnamed: UnnamedSources;
  readonly #added: Mention[] = [];
  readonly #places: NamePlaces;
  /** "the expert" and the like that point to nobody known by that noun, by their first token. */
  readonly #open: ReadonlyMap<number, Mention>;
  #last: Last | null = null;

  constructor(reading: Reading, { mentions, holdings, ahead, places, roles }: References) {
    this.#places = places;
    this.#open = openExperts(roles);
    this.#reading = reading;
    this.#mentions = new MentionPlaces(mentions);
    this.#ahead = ahead;
    this.#heads = new SourceHeads(reading.tokens, holdings);
    this.#unnamed = new UnnamedSources(reading);
  }

  /** Mentions of unnamed sources, which only their place as a source makes. */
  get added(): readonly Mention[] {
    return this.#added;
  }

  /** By attribution. */
  of(attributions: readonly Attribution[]): ReadonlyMap<Attribution, Speaking> {
    const found = new Map<Attribution, Speaking>();
    const bySource = new Map<string, Speaking>();
    const sorted = attributions.toSorted((a, b) => (a.source?.start ?? 0) - (b.source?.start ?? 0));
    for (const attribution of sorted) {
      const { source } = attribution;
      if (source === null) {
        found.set(attribution, { speakers: [], mention: null, confidence: 1 });
        continue;
      }
      // The same words as the source of two statements are the same source.
      const key = `${source.start}-${source.end}`;
      const speaking = bySource.get(key) ?? this.#speaking(source);
      bySource.set(key, speaking);
      found.set(attribution, speaking);
    }
    return found;
  }

  #speaking(source: Range): Speaking {
    const range = tokensWithin(this.#reading.tokens, source);
    const first = this.#reading.tokens[range.first];
    if (first === undefined || range.last <= range.first) return NOBODY;
    if (range.last - range.first === 1 && PRONOUN.test(first.lower)) return this.#pronoun(range, source);
    // Of a name that is cut the whole counts.
    const cut = this.#cutAt(range);
    const whole = cut === null ? range : { first: cut.first, last: Math.max(range.last, cut.last) };
    const mentions = cut === null ? this.#mentions.within(source) : [cut];
    const heads = this.#heads.of(whole, mentions).filter(({ entities }) => entities.length > 0);
    if (heads.length === 0)
      return this.#described(range) ?? this.#document(range, mentions) ?? this.#nameless(range);
    const speakers = [...new Set(heads.flatMap(({ entities }) => entities))];
    const mention = heads.find(({ kind }) => kind === 'NAME') ?? heads[0] ?? null;
    const isAhead = mention !== null && this.#ahead.has(mention);
    const confidence = mention?.kind === 'NAME' ? 1 : isAhead ? 0.9 : 0.95;
    return this.#met({ speakers, mention, confidence }, range, null);
  }

  /** The name that begins before a source and reaches into it. */
  #cutAt({ first, last }: TokenRange): Mention | null {
    for (let at = first - 1; at >= 0 && at > first - MAX_NAME; at -= 1) {
      const name = this.#places.from(at);
      if (name !== undefined) return name.last > first && name.last <= last ? name : null;
    }
    return null;
  }

  #met(found: Speaking, { first }: TokenRange, unnamed: UnnamedSource | null): Speaking {
    this.#last = { found, first, sentence: this.#reading.tokens[first]?.sentence ?? 0, unnamed };
    return found;
  }

  /** "the expert": who has spoken last, where nothing says that this is none. */
  #described(range: TokenRange): Speaking | null {
    const mention = this.#open.get(range.first);
    const last = this.#last;
    const person = last?.found.speakers[0];
    if (mention === undefined || last === null || person?.type !== 'PERSON' || last.found.speakers.length > 1)
      return null;
    const sentence = this.#reading.tokens[range.first]?.sentence ?? 0;
    if (sentence - last.sentence > NEAR_EXPERT || !mayBeExpert(person)) return null;
    mention.entities = [person];
    const before = last.found.mention;
    mention.antecedent = before?.kind === 'PRONOUN' ? before.antecedent : before;
    return this.#met({ speakers: [person], mention, confidence: 0.85 }, range, null);
  }

  #document(range: TokenRange, mentions: readonly Mention[]): Speaking | null {
    const mention = publisherIn(this.#reading.tokens, range, mentions);
    return mention === null
      ? null
      : this.#met({ speakers: mention.entities, mention, confidence: 0.9 }, range, null);
  }

  #nameless(range: TokenRange): Speaking {
    const made = this.#unnamed.of(range);
    if (made === null) return NOBODY;
    const known = this.#mentions
      .within(made.mention)
      .find(({ start, end }) => start === made.mention.start && end === made.mention.end);
    if (known === undefined) this.#added.push(made.mention);
    else known.entities = [made.source];
    const mention = known ?? made.mention;
    return this.#met({ speakers: [made.source], mention, confidence: 0.9 }, range, made);
  }

  #pronoun(range: TokenRange, source: Range): Speaking {
    const { tokens } = this.#reading;
    const word = tokens[range.first]?.lower ?? '';
    if (/^(?:who|which|that)$/.test(word)) return this.#relative(range);
    const last = this.#last;
    const sentence = tokens[range.first]?.sentence ?? 0;
    const isNear = last !== null && sentence - last.sentence <= NEAR;
    const mention = this.#mentions.within(source)[0] ?? null;
    if (/^(?:he|she|him|his|her)$/.test(word)) {
      const person = mention?.entities[0];
      if (isNear && last?.unnamed != null && !last.unnamed.isPlural && this.#isLater(last.first, mention))
        return this.#met(
          { ...last.found, mention: this.#pointing(range, mention, last.unnamed), confidence: 0.8 },
          range,
          last.unnamed,
        );
      if (person === undefined || mention === null) return NOBODY;
      return this.#met({ speakers: mention.entities, mention, confidence: 0.9 }, range, null);
    }
    if (!isNear || last === null) return NOBODY;
    const { speakers } = last.found;
    const isMany = speakers.length > 1 || last.unnamed?.isPlural === true;
    const isBody = speakers.length === 1 && speakers[0]?.type !== 'PERSON';
    if ((/^(?:they|them|their)$/.test(word) && isMany) || (/^(?:it|its)$/.test(word) && isBody && !isMany)) {
      const made = this.#pointing(range, mention, last.unnamed, last.found);
      return this.#met({ speakers, mention: made, confidence: 0.8 }, range, last.unnamed);
    }
    return NOBODY;
  }

  /** Whether no person has been named since the unnamed source. */
  #isLater(from: number, mention: Mention | null): boolean {
    const antecedent = mention?.antecedent ?? null;
    return antecedent === null || antecedent.first < from;
  }

  #pointing(
    { first, last }: TokenRange,
    known: Mention | null,
    unnamed: UnnamedSource | null,
    { speakers, mention: before }: Speaking = { speakers: [], mention: null, confidence: 1 },
  ): Mention | null {
    const { tokens } = this.#reading;
    const entities = unnamed === null ? speakers : [unnamed.source];
    const antecedent = unnamed?.mention ?? before;
    if (known !== null) {
      known.entities = entities;
      known.antecedent = antecedent?.kind === 'PRONOUN' ? antecedent.antecedent : antecedent;
      return known;
    }
    const made: Mention = {
      first,
      last,
      start: tokens[first]?.start ?? 0,
      end: tokens[last - 1]?.end ?? 0,
      kind: 'PRONOUN',
      entities,
      reading: 'LITERAL',
      literally: null,
      antecedent: antecedent?.kind === 'PRONOUN' ? antecedent.antecedent : antecedent,
      isAdjective: false,
    };
    this.#added.push(made);
    return made;
  }

  /** "Jan Ek, who said": the noun phrase before. */
  #relative({ first }: TokenRange): Speaking {
    const { tokens } = this.#reading;
    const end = tokens[first - 1]?.text === ',' ? first - 1 : first;
    const start = Math.max(0, end - 20);
    const from = tokens[start]?.start ?? 0;
    const to = tokens[end - 1]?.end ?? 0;
    const before = this.#mentions
      .within({ start: from, end: to })
      .filter((each) => each.last === end && !each.isAdjective && each.entities.length > 0)
      .at(-1);
    if (before === undefined) {
      const found = this.#nameless({ first: this.#phraseStart(end), last: end });
      return { ...found, mention: null, confidence: found.confidence * 0.9 };
    }
    return { speakers: before.entities, mention: null, confidence: 0.8 };
  }

  /** Where the noun phrase before a token begins, roughly. */
  #phraseStart(end: number): number {
    const { tokens } = this.#reading;
    let first = end;
    while (first > 0 && end - first < MAX_PHRASE) {
      const token = tokens[first - 1];
      if (token === undefined || token.sentence !== tokens[end]?.sentence) break;
      if (!/^(?:NOUN|PROPN|ADJ|NUM|DET)$/.test(token.pos) && !/^(?:of|in|from|at|with|'s)$/.test(token.lower))
        break;
      first -= 1;
      if (token.pos === 'DET') break;
    }
    return first;
  }
}
