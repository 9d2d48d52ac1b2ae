import type { Database } from '../graph/database.ts';
import { integer, maps, text } from '../graph/rows.ts';
import type { Condition } from '../statement/filter.ts';
import { type CurrentStatements, currentStatements, requireCountable } from '../statement/store-filter.ts';
import { facetBuckets, facetTotals, isSized } from './cypher.ts';
import {
  ENTITY_FACETS,
  type EntityFacet,
  type Facet,
  type FacetBucket,
  type StatementFacet,
} from './model.ts';

/** One call for each facet and two for all of them. LIMIT_EXCEEDED where more than `most` statements would have to be looked at. */
export async function readFacets(
  db: Database,
  facets: readonly StatementFacet[],
  filter: Condition | null,
  first: number,
  most?: number,
): Promise<Facet[]> {
  const statements = currentStatements(filter);
  await requireCountable(db, statements, most);
  const [[totals = {}], ...found] = await Promise.all([
    db.read(facetTotals(facets.filter(isSized), statements), statements.params),
    ...facets.map((facet) => readCounts(db, facet, statements, first)),
  ]);
  const total = integer(totals, 'total');
  return facets.map((by, at) => {
    const { buckets = [], counted = 0, other = 0 } = found[at] ?? {};
    const missing = isSized(by) ? integer(totals, by) : total - counted;
    return { by, buckets, total, other, missing };
  });
}

/** The counts of the values of a facet, over all statements of a filter. */
interface Counts {
  readonly buckets: readonly FacetBucket[];
  /** Those of all values added up, and those of values without a bucket. */
  readonly counted: number;
  readonly other: number;
}

export async function readCounts(
  db: Database,
  facet: StatementFacet,
  statements: CurrentStatements,
  first: number,
): Promise<Counts> {
  const [row = {}] = await db.read(facetBuckets(facet, statements), { ...statements.params, limit: first });
  const isEntity = isEntityFacet(facet);
  const buckets = maps(row, 'buckets').map(
    (bucket): FacetBucket => ({ value: text(bucket, 'value'), count: integer(bucket, 'count'), isEntity }),
  );
  const counted = integer(row, 'counted');
  return { buckets, counted, other: counted - buckets.reduce((sum, { count }) => sum + count, 0) };
}

export function isEntityFacet(facet: StatementFacet): facet is EntityFacet {
  return (ENTITY_FACETS as readonly string[]).includes(facet);
}
