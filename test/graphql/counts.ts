import type { EntityFacet, StatementFacet } from '../../src/facet/model.ts';
import type { Ids } from './claims.ts';
import type { Said } from './oracle.ts';

/* Facets and matrices counted one by one, from the statements of the oracle. */

export interface Bucket {
  readonly value: string;
  /** Null for facets that are no entities. */
  readonly name: string | null;
  readonly count: number;
}

const ENTITY_VALUES: Readonly<Record<EntityFacet, (said: Said) => readonly string[]>> = {
  SPEAKER: ({ saidBy }) => saidBy,
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

/** All buckets, most statements first, then by value. */
export function bucketsOf(ids: Ids, facet: StatementFacet, said: readonly Said[]): Bucket[] {
  const counts = new Map<string, number>();
  for (const value of said.flatMap((each) => valuesOf(facet, each)))
    counts.set(value, (counts.get(value) ?? 0) + 1);
  const isEntity = facet in ENTITY_VALUES;
  return [...counts]
    .map(([value, count]) => ({
      value: isEntity ? (ids.entities.get(value) ?? '') : value,
      name: isEntity ? value : null,
      count,
    }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** The facet as the API answers it. */
export function facetOf(ids: Ids, by: StatementFacet, said: readonly Said[], first: number) {
  const all = bucketsOf(ids, by, said);
  return {
    by,
    buckets: all.slice(0, first).map(({ value, name, count }) => ({
      value,
      entity: name === null ? null : { id: value, name },
      count,
    })),
    total: said.length,
    other: all.slice(first).reduce((sum, { count }) => sum + count, 0),
    missing: said.filter((each) => valuesOf(by, each).length === 0).length,
  };
}
