import { ENTITY_COLUMNS, ENTITY_NAMES } from '../entity/cypher.ts';
import type { Query } from '../graph/database.ts';
import { factRelations } from '../relation/cypher.ts';

export const TENURES_OF_PERSON = factRelations(
  'position.tenuresOfPerson',
  '(:Entity {id: parent})-[edge:HOLDS_POSITION]->(:Position)',
);

export const TENURES_OF_POSITION = factRelations(
  'position.tenuresOfPosition',
  '(:Entity {id: parent})<-[edge:HOLDS_POSITION]-(:Person)',
);

/** Whose office a position is, and where an ambassador is sent: part of what the position is, so no relation. */
export const ENDS_OF_POSITION: Query = {
  name: 'position.ends',
  text: `
UNWIND $parents AS parent
CALL (parent) {
  MATCH (:Entity {id: parent})-[end:OFFICE_OF|ACCREDITED_TO]->(e:Entity)
  RETURN type(end) AS end, e.id AS id, ${ENTITY_COLUMNS}
  ORDER BY end, id
  LIMIT $limit
}
RETURN parent, end, id, ${ENTITY_NAMES.join(', ')}
ORDER BY parent, end, id`,
};
