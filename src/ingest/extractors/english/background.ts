import type { Entities } from './entities.ts';
import type { FoundRelations } from './found-relations.ts';
import { capitalNamed } from './lexicon/countries.ts';
import type { Referent } from './referent.ts';

const ITEM = 'https://www.wikidata.org/wiki/';

/** Which state a capital that the text names is the capital of, by the table of countries; only where the table has the items of both. */
export function addBackground(
  found: FoundRelations,
  entities: Entities,
  referred: ReadonlySet<Referent>,
): void {
  for (const city of referred) {
    if (city.type !== 'PLACE' || city.country === null || city.qid === null) continue;
    const seat = capitalNamed(city.name);
    const state = entities.country(city.country.code);
    if (state === null || state.qid === null || seat?.isCapital !== true) continue;
    found.addBackground('CAPITAL_OF', city, state, `${ITEM}${state.qid}`);
    found.addBackground('LOCATED_IN', city, state, `${ITEM}${city.qid}`);
  }
}
