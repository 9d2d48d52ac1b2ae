import { factChainEnds, factTargets } from '../relation/cypher.ts';

export const CAPITAL_OF_COUNTRY = factTargets(
  'place.capitalOfCountry',
  '(:Entity {id: parent})<-[edge:CAPITAL_OF]-(e:Place)',
);

/** A city lies in a country directly, or through the region or building that it is part of. */
export const COUNTRY_OF_PLACE = factChainEnds(
  'place.country',
  '(:Entity {id: parent})-[:LOCATED_IN|PART_OF|CAPITAL_OF*1..4]->(e:Country)',
);
