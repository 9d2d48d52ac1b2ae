import type { Database, Params, Row } from '../graph/database.ts';
import { integer, map, maps, text } from '../graph/rows.ts';
import type { Condition } from '../statement/filter.ts';
import { currentStatements, requireCountable } from '../statement/store-filter.ts';
import {
  bucketsPart,
  distinctFacetQuery,
  type FacetPart,
  facetQuery,
  totalsPart,
  WHOLE_PART,
  wordsPart,
} from './cypher.ts';
import { isSized } from './cypher-values.ts';
import {
  ENTITY_FACETS,
  type EntityFacet,
  type Facet,
  type FacetBucket,
  STATEMENT_FACETS,
  type StatementFacet,
} from './model.ts';

/** Which statements are counted: those of a filter, or all that stand; where `distinct`, of copies among them only the earliest. */
export interface FacetScope {
  readonly filter: Condition | null;
  readonly distinct: boolean;
}

/**
 * One call for each facet and two for all of them; of distinct statements two in all. LIMIT_EXCEEDED where more than `most` statements
 * would have to be looked at.
 */
export async function readFacets(
  db: Database,
  facets: readonly StatementFacet[],
  scope: FacetScope,
  first: number,
  most?: number,
): Promise<Facet[]> {
  await requireCountable(db, currentStatements(scope.filter), most);
  const parts = [totalsPart(facets.filter(isSized)), ...facets.map(bucketsPart)];
  const row = await readParts(db, 'counts', parts, scope, { limit: first });
  const totals = map(row, 'totals');
  const total = integer(totals, 'total');
  return facets.map((by) => {
    const { buckets, counted, other } = countsIn(row, by);
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
  filter: Condition | null,
  first: number,
): Promise<Counts> {
  const scope = { filter, distinct: false };
  return countsIn(await readParts(db, 'counts', [bucketsPart(facet)], scope, { limit: first }), facet);
}

function countsIn(row: Row, facet: StatementFacet): Counts {
  const found = map(row, facet);
  const isEntity = isEntityFacet(facet);
  const buckets = maps(found, 'buckets').map(
    (bucket): FacetBucket => ({ value: text(bucket, 'value'), count: integer(bucket, 'count'), isEntity }),
  );
  const counted = integer(found, 'counted');
  return { buckets, counted, other: counted - buckets.reduce((sum, { count }) => sum + count, 0) };
}

/** What `readWords` reads of all statements; besides these it takes keys of `wordsKey`. */
export const WHOLE_KEYS = ['total', 'words'] as const;

/** For the words of the statements with a value of a facet. */
export function wordsKey(facet: StatementFacet, value: string): string {
  return `${facet} ${value}`;
}

/**
 * How many statements there are, their words, and the words of those with a value, by key; what is on record for none of them is absent.
 * One call for each facet and one for the whole; of distinct statements one in all. Sets no limit: who has the values has counted.
 */
export async function readWords(
  db: Database,
  scope: FacetScope,
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const values = valuesIn(keys);
  const facets = Object.keys(values) as StatementFacet[];
  const whole = WHOLE_KEYS.filter((key) => keys.includes(key));
  const parts = [...(whole.length > 0 ? [WHOLE_PART] : []), ...facets.map(wordsPart)];
  const row = await readParts(db, 'words', parts, scope, { values });
  return new Map([
    ...whole.map((key) => [key, integer(map(row, WHOLE_PART.name), key)] as const),
    ...facets.flatMap((facet) =>
      maps(row, wordsPart(facet).name).map(
        (found) => [wordsKey(facet, text(found, 'value')), integer(found, 'words')] as const,
      ),
    ),
  ]);
}

/** The values in keys of `wordsKey`, by facet. */
function valuesIn(keys: readonly string[]): Readonly<Record<string, string[]>> {
  const values: Record<string, string[]> = {};
  for (const facet of STATEMENT_FACETS) {
    const prefix = wordsKey(facet, '');
    const found = keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
    if (found.length > 0) values[facet] = found;
  }
  return values;
}

/** The parts of one row, by their names. */
async function readParts(
  db: Database,
  name: string,
  parts: readonly FacetPart[],
  { filter, distinct }: FacetScope,
  given: Params,
): Promise<Row> {
  const statements = currentStatements(filter);
  const queries = distinct
    ? [distinctFacetQuery(name, parts, statements)]
    : parts.map((part) => facetQuery(part, statements));
  const rows = await Promise.all(queries.map((query) => db.read(query, { ...statements.params, ...given })));
  return Object.assign({}, ...rows.flat());
}

export function isEntityFacet(facet: StatementFacet): facet is EntityFacet {
  return (ENTITY_FACETS as readonly string[]).includes(facet);
}
