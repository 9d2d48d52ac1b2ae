import { factTargets } from '../relation/cypher.ts';

export const CITIZENSHIPS_OF_PERSON = factTargets(
  'person.citizenOf',
  '(:Entity {id: parent})-[edge:CITIZEN_OF]->(e:Country)',
);

export const HEADS_OF_STATE = factTargets(
  'person.headsOfState',
  '(:Entity {id: parent})<-[edge:HEAD_OF_STATE_OF]-(e:Person)',
);
