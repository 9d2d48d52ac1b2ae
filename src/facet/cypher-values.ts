import type { EntityFacet, StatementFacet } from './model.ts';

/** The ways from a statement `s` to the entities that are its values. */
export const WAYS = {
  SPEAKER: '(s)-[:SAID_BY]->',
  POSITION: '(s)-[:SPEAKING_AS]->',
  ABOUT: '(s)-[:ABOUT]->',
  ADDRESSEE: '(s)-[:TOLD_TO]->',
  OUTLET: '(s)-[:REPORTED_IN]->()<-[:HAS_VERSION]-()-[:PUBLISHED_BY]->',
} as const satisfies Record<EntityFacet, string>;

/** From `s` to each of its values. Only ABOUT leads elsewhere too: asking each of many entities for its label takes as long as finding it. */
export function wayTo(facet: EntityFacet, name: string): string {
  return `${WAYS[facet]}(${name}${facet === 'ABOUT' ? ':Entity' : ''})`;
}

/** What is added up of the statements of each value. */
interface Amount {
  /** Of rows that are a statement each. */
  readonly of: string;
  /** By `group`, where several rows may be the same statement with the same value. */
  readonly once: (group: string) => string;
}

/** How many they are. */
export const COUNT: Amount = {
  of: 'count(s)',
  once: (group) => `WITH ${group}, count(DISTINCT s) AS amount`,
};

/** The words of their contents. Grouped, for in a CALL Grafeo's DISTINCT takes time by the square of what the CALL is given. */
export const WORDS: Amount = {
  of: 'sum(s.wordCount)',
  once: (group) => `WITH ${group}, s, min(s.wordCount) AS words\nWITH ${group}, sum(words) AS amount`,
};

/** The month of a date key that lies in one; null for other dates and for none. */
const MONTH = 'CASE WHEN left(day, 7) = substring(day, 11, 7) THEN left(day, 7) END';

const VALUES: Readonly<Record<StatementFacet, (amount: Amount) => string>> = {
  SPEAKER: (amount) => amountsOfEntities('SPEAKER', amount),
  POSITION: (amount) => amountsOfEntities('POSITION', amount),
  ABOUT: (amount) => amountsOfEntities('ABOUT', amount),
  ADDRESSEE: (amount) => amountsOfEntities('ADDRESSEE', amount),
  OUTLET: ({ of }) => `MATCH (s)-[:REPORTED_IN]->(version)
WITH version, ${of} AS reported
MATCH (version)<-[:HAS_VERSION]-()-[:PUBLISHED_BY]->(entity)
WITH entity, sum(reported) AS amount
WITH entity.id AS value, amount`,
  KIND: ({ of }) => `WITH s.kind AS value, ${of} AS amount`,
  ACT: ({ once }) => `UNWIND s.acts AS value\n${once('value')}`,
  MONTH: ({ of }) => `WITH s.dateKey AS day, ${of} AS dated
WITH ${MONTH} AS value, sum(dated) AS amount
WHERE value IS NOT NULL
WITH value, amount`,
};

/**
 * From the statements `s` to rows of `value` and `amount`, one for each value, with as few rows in between as can be. A condition may
 * follow.
 */
export function amountsByValue(facet: StatementFacet, amount: Amount): string {
  return VALUES[facet](amount);
}

function amountsOfEntities(facet: EntityFacet, { once }: Amount): string {
  return `MATCH ${wayTo(facet, 'entity')}
${once('entity')}
WITH entity.id AS value, amount`;
}

/** Facets of which a statement can have several values, with how many it has; of the others it has one for each that is counted. */
export const SIZES = {
  SPEAKER: `COUNT { MATCH ${wayTo('SPEAKER', '')} }`,
  ABOUT: `COUNT { MATCH ${wayTo('ABOUT', '')} }`,
  ADDRESSEE: `COUNT { MATCH ${wayTo('ADDRESSEE', '')} }`,
  ACT: 'size(s.acts)',
} as const satisfies Partial<Record<StatementFacet, string>>;
export type SizedFacet = keyof typeof SIZES;

export function isSized(facet: StatementFacet): facet is SizedFacet {
  return facet in SIZES;
}
