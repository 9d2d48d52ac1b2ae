import type { Query } from '../graph/database.ts';
import { type Counted, countedStatements } from '../statement/cypher.ts';
import { amountsByValue, COUNT, SIZES, type SizedFacet, WORDS } from './cypher-values.ts';
import type { StatementFacet } from './model.ts';

/** Something that is read of the statements `s`: the text leads from them to one row with one column, which has the part's name. */
export interface FacetPart {
  readonly name: string;
  readonly text: string;
}

/** How many statements there are, and how many of them have no value, by facet. */
export function totalsPart(facets: readonly SizedFacet[]): FacetPart {
  const sizes = facets.map((facet) => `, ${SIZES[facet]} AS ${facet}`).join('');
  const missing = facets.map((facet) => `, count(CASE WHEN ${facet} = 0 THEN 1 END) AS ${facet}`).join('');
  const fields = ['total', ...facets].map((name) => `${name}: ${name}`).join(', ');
  return {
    name: 'totals',
    text: `WITH s${sizes}
WITH count(s) AS total${missing}
RETURN {${fields}} AS totals`,
  };
}

/** The first `$limit` buckets, and the counts of all values added up. */
export function bucketsPart(facet: StatementFacet): FacetPart {
  return {
    name: facet,
    text: `${amountsByValue(facet, COUNT)}
ORDER BY amount DESC, value
WITH collect({value: value, count: amount}) AS counts, coalesce(sum(amount), 0) AS counted
RETURN {buckets: counts[..$limit], counted: counted} AS ${facet}`,
  };
}

/** How many statements there are, and the words of all. */
export const WHOLE_PART: FacetPart = {
  name: 'whole',
  text: `WITH count(s) AS total, coalesce(sum(s.wordCount), 0) AS words
RETURN {total: total, words: words} AS whole`,
};

/** The words of the statements with a value, for those of the values `$values` of the facet that have any. */
export function wordsPart(facet: StatementFacet): FacetPart {
  return {
    name: `${facet}Words`,
    text: `${amountsByValue(facet, WORDS)}
WHERE value IN $values.${facet}
WITH value, amount
ORDER BY value
RETURN collect({value: value, words: amount}) AS ${facet}Words`,
  };
}

/** A part, of each statement. */
export function facetQuery({ name, text }: FacetPart, counted: Counted): Query {
  return { name: `facet.${name}`, text: `\n${countedStatements(counted)}\n${text}` };
}

/**
 * Of the statements `s` that the same speakers made in the same words the one with the least place. Who the speakers are may be
 * corrected, so it is read here.
 */
const EARLIEST_OF_COPIES = `CALL (s) {
  MATCH (s)-[:SAID_BY]->(speaker)
  WITH DISTINCT speaker.id AS id
  ORDER BY id
  RETURN collect(id) AS speakers
}
WITH coalesce(s.wording, s.id) AS wording, speakers, collect(s) AS copies
WITH reduce(earliest = head(copies), copy IN tail(copies) |
  CASE WHEN copy.earliestPlace < earliest.earliestPlace THEN copy ELSE earliest END) AS s`;

/** All parts in one row, of copies of a statement the earliest only: to find these takes as long as all the parts. */
export function distinctFacetQuery(name: string, parts: readonly FacetPart[], counted: Counted): Query {
  const calls = parts.map(({ text }) => `CALL (kept) {\nUNWIND kept AS s\n${text}\n}`).join('\n');
  return {
    name: `facet.distinct.${name}`,
    text: `
${countedStatements(counted)}
${EARLIEST_OF_COPIES}
WITH collect(s) AS kept
${calls}
RETURN ${parts.map((part) => part.name).join(', ')}`,
  };
}
