import type { Query } from '../graph/database.ts';

export const COUNTS: Query = {
  name: 'stats.counts',
  text: `
CALL () { MATCH (a:Article) RETURN count(a) AS articles }
CALL () { MATCH (s:Statement) WHERE s.current AND s.withdrawnAt IS NULL RETURN count(s) AS statements }
CALL () { MATCH (e:Entity) RETURN count(e) AS entities }
CALL () { MATCH (m:Mention) WHERE m.current RETURN count(m) AS mentions }
CALL () { MATCH (r:Relation) WHERE r.shown RETURN count(r) AS relations }
RETURN articles, statements, entities, mentions, relations`,
};
