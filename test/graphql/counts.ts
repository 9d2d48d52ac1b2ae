import type { EntityFacet, StatementFacet } from '../../src/facet/model.ts';
import type { Ids } from './claims.ts';
import type { Days, Said } from './oracle.ts';

/* Facets and matrices counted one by one, from the statements of the oracle. */

export interface Bucket {
  readonly value: string;
  /** Null for facets that are no entities. */
  readonly name: string | null;
  readonly count: number;
  readonly share: number;
  readonly words: number;
  readonly wordShare: number;
}

const ENTITY_VALUES: Readonly<Record<EntityFacet, (said: Said) => readonly string[]>> = {
  SPEAKER: ({ saidBy }) => saidBy,
  POSITION: ({ speakingAs }) => speakingAs,
  ABOUT: ({ about }) => about,
  ADDRESSEE: ({ toldTo }) => toldTo,
  OUTLET: ({ publishedBy }) => publishedBy,
};
const VALUES: Readonly<Record<StatementFacet, (said: Said) => readonly string[]>> = {
  ...ENTITY_VALUES,
  KIND: ({ kind }) => [kind],
  ACT: ({ act }) => act,
  MONTH: ({ dated }) => {
    const [first = '', last = ''] = dated?.map((day) => day.slice(0, 7)) ?? [];
    return first !== '' && first === last ? [first] : [];
  },
};

export function valuesOf(facet: StatementFacet, said: Said): readonly string[] {
  return VALUES[facet](said);
}

export function wordsOf(said: readonly Said[]): number {
  return said.reduce((sum, { text }) => sum + text.length, 0);
}

/** All buckets, most statements first, then by value. */
export function bucketsOf(ids: Ids, facet: StatementFacet, said: readonly Said[]): Bucket[] {
  const isEntity = facet in ENTITY_VALUES;
  return [...new Set(said.flatMap((each) => valuesOf(facet, each)))]
    .map((value) => {
      const having = said.filter((each) => valuesOf(facet, each).includes(value));
      return {
        value: isEntity ? (ids.entities.get(value) ?? '') : value,
        name: isEntity ? value : null,
        count: having.length,
        share: having.length / said.length,
        words: wordsOf(having),
        wordShare: wordsOf(said) === 0 ? 0 : wordsOf(having) / wordsOf(said),
      };
    })
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** The facet as the API answers it. */
export function facetOf(ids: Ids, by: StatementFacet, said: readonly Said[], first: number) {
  const all = bucketsOf(ids, by, said);
  return {
    by,
    buckets: all.slice(0, first).map(({ value, name, ...amounts }) => ({
      value,
      entity: name === null ? null : { id: value, name },
      ...amounts,
    })),
    total: said.length,
    other: all.slice(first).reduce((sum, { count }) => sum + count, 0),
    missing: said.filter((each) => valuesOf(by, each).length === 0).length,
    words: wordsOf(said),
  };
}

/** What is left where the same speakers' same words, four or more, count where they stand first: by date, then by id. */
export function withoutCopies<T extends Said & { readonly id: string }>(said: readonly T[]): T[] {
  const isCopy = (one: T, other: T) =>
    one.text.length >= 4 &&
    one.text.join(' ') === other.text.join(' ') &&
    one.saidBy.length === other.saidBy.length &&
    one.saidBy.every((speaker) => other.saidBy.includes(speaker));
  return said.filter((each) => !said.some((other) => isCopy(each, other) && comesBefore(other, each)));
}

function comesBefore(
  one: { readonly dated: Days | null; readonly id: string },
  other: { readonly dated: Days | null; readonly id: string },
): boolean {
  const key = ({ dated, id }: typeof one) => [...(dated ?? ['~~', '~~']), id];
  const [a, b] = [key(one), key(other)];
  const at = a.findIndex((part, index) => part !== b[index]);
  return at >= 0 && (a[at] ?? '') < (b[at] ?? '');
}
