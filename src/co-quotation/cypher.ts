import { ARTICLE_LIST } from '../article/cypher.ts';
import { ENTITY_COLUMNS } from '../entity/cypher.ts';
import type { Query } from '../graph/database.ts';
import { listQueries } from '../graph/keyset.ts';
import { type Counted, countedStatements, VISIBLE } from '../statement/cypher.ts';

/** The statements of the speaker `$id`. */
export const SAID: Counted = {
  match: 'MATCH (:Entity {id: $id})<-[:SAID_BY]-(s:Statement)',
  where: VISIBLE,
};

/** The articles that are looked at: the latest `$articles` of a speaker. */
const LATEST = `
  ORDER BY date DESC, articleId
  LIMIT $articles`;

/** Most articles in common first, then by name. */
export const CO_QUOTED: Query = {
  name: 'coQuotation.list',
  text: `
${countedStatements(SAID)}
WITH s.articleId AS articleId, max(coalesce(s.publishedKey, '')) AS date${LATEST}
MATCH (a:Article {id: articleId})
MATCH (a)-[:HAS_VERSION]->(:ArticleVersion)<-[:REPORTED_IN]-(other:Statement)-[:SAID_BY]->(e:Entity)
WHERE other.current AND other.withdrawnAt IS NULL AND e.id <> $id
WITH e, count(DISTINCT a) AS count
RETURN e.id AS id, e.sortName AS sortName, count, ${ENTITY_COLUMNS}
ORDER BY count DESC, sortName, id
LIMIT $limit`,
};

/**
 * The articles that quote two; the parent is their ids with a space between. Of the first speaker the same articles are looked at. Both
 * speakers' statements are read once: to read all statements of the articles of one takes several times as long.
 */
export const ARTICLES_OF_BOTH = listQueries({
  ...ARTICLE_LIST,
  name: 'coQuotation.articles',
  match: `
    WITH split(parent, ' ') AS ids
    UNWIND ids AS speakerId
    MATCH (:Entity {id: speakerId})<-[:SAID_BY]-(s:Statement)
    WHERE ${VISIBLE}
    WITH ids, s.articleId AS articleId, max(coalesce(s.publishedKey, '')) AS date, collect(DISTINCT speakerId) AS quoted
    WHERE ids[0] IN quoted
    WITH ids, articleId, date, quoted${LATEST}
    WITH ids, articleId, quoted
    WHERE ids[1] IN quoted
    MATCH (a:Article {id: articleId})`,
});
