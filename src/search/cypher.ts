import type { Query } from '../graph/database.ts';

/** The first `$limit` words with each beginning, in order. */
export const WORDS_BY_PREFIX: Query = {
  name: 'search.prefixes',
  text: `
UNWIND $prefixes AS prefix
CALL (prefix) {
  MATCH (w:Word)
  WHERE w.folded STARTS WITH prefix
  RETURN w.folded AS word
  ORDER BY word
  LIMIT $limit
}
RETURN prefix, word
ORDER BY prefix, word`,
};

export const ENTITY_WORDS: Query = {
  name: 'search.entityWords',
  text: `
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e.id AS id, e.words AS words
ORDER BY id`,
};

/** Of what lists show: current and not withdrawn. */
export const STATEMENT_WORDS: Query = {
  name: 'search.statementWords',
  text: `
UNWIND $ids AS id
MATCH (s:Statement {id: id})
WHERE s.current AND s.withdrawnAt IS NULL
RETURN s.id AS id, s.words AS words, s.kind AS kind, coalesce(s.dateKey, '~') AS dateKey
ORDER BY id`,
};

export const ARTICLE_WORDS: Query = {
  name: 'search.articleWords',
  text: `
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN a.id AS id, a.words AS words
ORDER BY id`,
};
