import type { EntityType } from '../../../entity/model.ts';
import type { MentionKind, MentionReading } from '../../../mention/model.ts';
import type { Country } from './lexicon/countries.ts';
import type { Gender } from './lexicon/first-names.ts';
import type { RoleClass } from './lexicon/roles.ts';
import type { Range } from './reading.ts';

/** An entity while a document is put together: each stage adds what it finds. */
export interface Referent {
  readonly type: EntityType;
  name: string;
  readonly aliases: Set<string>;
  qid: string | null;
  description: string | null;
  isOutlet: boolean;
  /** What an organization belongs to by its words: "the Norland Council’s Committee on Trade", "the Norwegian parliament". */
  partOf: Referent | null;
  /** Of a POSITION. */
  of: Referent | null;
  accreditedTo: Referent | null;
  /** The country that it is, or that it governs as a city. */
  readonly country: Country | null;
  /** What pronouns and nouns must agree with; of people. */
  gender: Gender | null;
  readonly classes: Set<RoleClass>;
  /** Codes of the countries that a person is called after: "the Norwegian minister". */
  readonly nations: Set<string>;
  /** The nouns that a person is called by, singular: "senator". */
  readonly nouns: Set<string>;
}

export function referent(type: EntityType, name: string, country: Country | null = null): Referent {
  return {
    type,
    name,
    aliases: new Set(),
    qid: null,
    description: null,
    isOutlet: false,
    partOf: null,
    of: null,
    accreditedTo: null,
    country,
    gender: null,
    classes: new Set(),
    nations: new Set(),
    nouns: new Set(),
  };
}

/** A mention while a document is put together. Tokens from `first` up to, but without, `last`. */
export interface Mention extends Range {
  readonly first: number;
  readonly last: number;
  readonly kind: MentionKind;
  entities: readonly Referent[];
  reading: MentionReading;
  literally: Referent | null;
  antecedent: Mention | null;
  /** A NAME that is an adjective: "Russian". */
  readonly isAdjective: boolean;
}

export function mention(
  range: Range & { readonly first: number; readonly last: number },
  kind: MentionKind,
  entities: readonly Referent[],
  isAdjective = false,
): Mention {
  const { start, end, first, last } = range;
  return {
    start,
    end,
    first,
    last,
    kind,
    entities,
    reading: 'LITERAL',
    literally: null,
    antecedent: null,
    isAdjective,
  };
}

export function sameReferents(a: readonly Referent[], b: readonly Referent[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}
