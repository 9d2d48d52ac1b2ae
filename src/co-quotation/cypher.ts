import { ARTICLE_LIST } from '../article/cypher.ts';
import { ENTITY_COLUMNS } from '../entity/cypher.ts';
import type { Query } from '../graph/database.ts';
import { listQueries } from '../graph/keyset.ts';

/** Most articles in common first, then by name. Looks at no more than `$articles` of the latest articles. */
export const CO_QUOTED: Query = {
  name: 'coQuotation.list',
  text: `
MATCH (:Entity {id: $id})<-[:SAID_BY]-(s:Statement)
WHERE s.current AND s.withdrawnAt IS NULL
WITH s.articleId AS articleId, max(coalesce(s.publishedKey, '')) AS date
ORDER BY date DESC, articleId
LIMIT $articles
MATCH (a:Article {id: articleId})
MATCH (a)-[:HAS_VERSION]->(:ArticleVersion)<-[:REPORTED_IN]-(other:Statement)-[:SAID_BY]->(e:Entity)
WHERE other.current AND other.withdrawnAt IS NULL AND e.id <> $id
WITH e, count(DISTINCT a) AS count
RETURN e.id AS id, e.sortName AS sortName, count, ${ENTITY_COLUMNS}
ORDER BY count DESC, sortName, id
LIMIT $limit`,
};

/** The articles that quote two; the parent is their ids with a space between. */
export const ARTICLES_OF_BOTH = listQueries({
  ...ARTICLE_LIST,
  name: 'coQuotation.articles',
  match: `
    WITH split(parent, ' ') AS ids
    UNWIND [ids[0]] AS oneId
    UNWIND [ids[1]] AS otherId
    MATCH (:Entity {id: oneId})<-[:SAID_BY]-(s:Statement)
    WHERE s.current AND s.withdrawnAt IS NULL
    WITH DISTINCT s.articleId AS articleId, otherId
    MATCH (a:Article {id: articleId})
    MATCH (a)-[:HAS_VERSION]->(:ArticleVersion)<-[:REPORTED_IN]-(other:Statement)-[:SAID_BY]->(e:Entity)
    WHERE other.current AND other.withdrawnAt IS NULL AND e.id = otherId`,
});
