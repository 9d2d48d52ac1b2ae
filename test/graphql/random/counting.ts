import { expect } from 'vitest';
import type { Database } from '../../../src/graph/database.ts';
import { answer } from '../../support/graphql.ts';
import { facetOf, withoutCopies } from '../counts.ts';
import { matrixOf, readMatrix } from '../matrices.ts';
import { inputBy } from '../wanted.ts';
import { referringTo } from './asking.ts';
import { expectedList } from './expected.ts';
import type { CountQuestion } from './questions.ts';
import type { Stored } from './stored.ts';

const FACETS = `query ($where: StatementFilter, $by: [StatementFacet!]!, $first: Int, $distinct: Boolean) {
  statementFacets(where: $where, by: $by, first: $first, distinct: $distinct) {
    by buckets { value entity { id } count share words wordShare } total other missing words
  }
}`;
type Facets = readonly ReturnType<typeof facetOf>[];

/** That facets and a matrix count what one counts by hand. */
export async function checkCounts(db: Database, stored: Stored, question: CountQuestion): Promise<void> {
  const { where, way, by, first, distinct, ...size } = question;
  const input = where && inputBy(referringTo(stored), where, way);
  const said = expectedList(stored, { list: { kind: 'all' }, where, order: null, include: [] });
  const { statementFacets } = await answer<{ statementFacets: Facets }>(db, FACETS, {
    where: input,
    by,
    first,
    distinct,
  });
  const once = distinct ? withoutCopies(said) : said;
  const counted = by.map((facet) => {
    const { buckets, ...rest } = facetOf(stored.ids, facet, once, first);
    // Names are the business of entities.
    const byId = buckets.map(({ entity, ...bucket }) => ({ ...bucket, entity: entity && { id: entity.id } }));
    return { ...rest, buckets: byId };
  });
  expect(statementFacets).toEqual(counted);
  const keys = new Map([...stored.ids.entities].map(([key, id]) => [id, key]));
  const matrix = await readMatrix(db, { where: input, ...size }, ({ id }) => keys.get(id));
  expect(matrix).toEqual(matrixOf(stored.ids, said, size));
}
