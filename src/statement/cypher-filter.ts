/** The relationships by which speakers belong to a body. */
const BELONGING = 'MEMBER_OF|PART_OF|CITIZEN_OF|AFFILIATED_WITH|HEAD_OF_STATE_OF|HOLDS_POSITION';

/**
 * Conditions on `s` by field, each true or false and never null, with `$value` for its own parameter. They count and do not ask for
 * existence: an EXISTS that must hold Grafeo answers from all the edges of its type, whatever statements are left. Where a group may
 * have many members, its id is hidden from Neo4j's planner, which would start from the group and read them all for each statement.
 */
export const CONDITIONS = {
  saidBy: 'COUNT { MATCH (s)-[:SAID_BY]->(x:Entity) WHERE x.id IN $value } > 0',
  saidByGroup: `COUNT {
    MATCH (s)-[:SAID_BY]->(:Entity)-[way:${BELONGING}]->(x:Entity)
    WHERE way.fact AND toString(x.id) IN $value
  } > 0`,
  about: 'COUNT { MATCH (s)-[:ABOUT]->(x:Entity) WHERE x.id IN $value } > 0',
  mentions: 'COUNT { MATCH (s)-[:MENTIONS]->(x:Entity) WHERE x.id IN $value } > 0',
  toldTo: 'COUNT { MATCH (s)-[:TOLD_TO]->(x:Entity) WHERE x.id IN $value } > 0',
  publishedBy: `COUNT {
    MATCH (s)-[:REPORTED_IN]->(:ArticleVersion)<-[:HAS_VERSION]-(:Article)-[:PUBLISHED_BY]->(x:Entity)
    WHERE x.id IN $value
  } > 0`,
  article: 's.articleId IN $value',
  source: 's.sourceState = $value',
  addressee: 's.addresseeState = $value',
  kind: 's.kind IN $value',
  act: 'any(act IN s.acts WHERE act IN $value)',
  cueLemma: 'coalesce(s.cueLemma IN $value, false)',
  saidBetween: overlaps('s.saidKey'),
  publishedBetween: overlaps('s.publishedKey'),
  datedBetween: overlaps('s.dateKey'),
  recordedBetween: 'left(s.recordedAt, 10) <= $value[1] AND left(s.recordedAt, 10) >= $value[0]',
  minConfidence: 's.confidence >= $value',
  text: 'all(word IN $value WHERE s.words CONTAINS word)',
  depth: 's.depth = $value',
} as const;

/** That the days of a sort key and the two of `$value` have one in common; false for what has no date. */
function overlaps(key: string): string {
  return `coalesce(left(${key}, 10) <= $value[1] AND right(${key}, 10) >= $value[0], false)`;
}

const AT_ORIGIN = 'WHERE origin.id IN $value';
/** From the entities or articles of a field, `$value`, to the statements `s` for which it holds; more than once where several lead to them. */
export const STARTS = {
  article: `MATCH (origin:Article)-[:HAS_VERSION]->(:ArticleVersion)<-[:REPORTED_IN]-(s:Statement) ${AT_ORIGIN}`,
  saidBy: `MATCH (origin:Entity)<-[:SAID_BY]-(s:Statement) ${AT_ORIGIN}`,
  toldTo: `MATCH (origin:Entity)<-[:TOLD_TO]-(s:Statement) ${AT_ORIGIN}`,
  about: `MATCH (origin:Entity)<-[:ABOUT]-(s:Statement) ${AT_ORIGIN}`,
  mentions: `MATCH (origin:Entity)<-[:MENTIONS]-(s:Statement) ${AT_ORIGIN}`,
  publishedBy: `
    MATCH (origin:Entity)<-[:PUBLISHED_BY]-(:Article)-[:HAS_VERSION]->(:ArticleVersion)<-[:REPORTED_IN]-(s:Statement)
    ${AT_ORIGIN}`,
  saidByGroup: `
    MATCH (origin:Entity)<-[way:${BELONGING}]-(speaker:Entity) ${AT_ORIGIN} AND way.fact
    WITH DISTINCT speaker
    MATCH (speaker)<-[:SAID_BY]-(s:Statement)`,
} as const;
