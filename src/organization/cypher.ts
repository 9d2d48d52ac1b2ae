import { factChainEnds, factList, factTargets } from '../relation/cypher.ts';

export const WHOLE_OF_ORGANIZATION = factTargets(
  'organization.partOf',
  '(:Entity {id: parent})-[edge:PART_OF]->(e:Organization)',
);

export const PARTS_OF_ORGANIZATION = factTargets(
  'organization.parts',
  '(:Entity {id: parent})<-[edge:PART_OF]-(e:Organization)',
);

/** A committee is its country's through the chamber that it is part of. */
export const COUNTRY_OF_ORGANIZATION = factChainEnds(
  'organization.country',
  '(:Entity {id: parent})-[:PART_OF|LOCATED_IN*1..4]->(e:Country)',
);

export const MEMBERS_OF_ORGANIZATION = factList(
  'organization.members',
  '(:Entity {id: parent})<-[edge:MEMBER_OF]-(e:Entity)',
);
