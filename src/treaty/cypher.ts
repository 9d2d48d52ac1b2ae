import { factTargets } from '../relation/cypher.ts';

export const PARTIES_OF_TREATY = factTargets(
  'treaty.parties',
  '(:Entity {id: parent})<-[edge:PARTY_TO]-(e:Country)',
);

export const TREATIES_OF_COUNTRY = factTargets(
  'treaty.ofCountry',
  '(:Entity {id: parent})-[edge:PARTY_TO]->(e:Treaty)',
);
