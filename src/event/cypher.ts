import { factTargets } from '../relation/cypher.ts';

export const PLACE_OF_EVENT = factTargets('event.place', '(:Entity {id: parent})-[edge:HELD_IN]->(e:Place)');

export const PARTICIPANTS_OF_EVENT = factTargets(
  'event.participants',
  '(:Entity {id: parent})<-[edge:PARTICIPATED_IN]-(e:Entity)',
);
