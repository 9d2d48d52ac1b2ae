import { markChambers } from './chambers.ts';
import { corefer, type Resolved } from './coreference.ts';
import { type Entities, entitiesNamed } from './entities.ts';
import { type Holding, holdingsIn } from './holdings.ts';
import { SEATS } from './lexicon/places.ts';
import { isMetonym } from './metonymy.ts';
import { namesIn } from './names.ts';
import { type Ownership, ownersIn } from './owners.ts';
import type { Reading } from './reading.ts';
import type { Mention } from './referent.ts';
import { NamePlaces, rolesIn } from './roles.ts';

/** What the words of a text refer to. */
export interface References extends Resolved {
  readonly entities: Entities;
  /** Names among the mentions, in text order. */
  readonly names: readonly Mention[];
  readonly places: NamePlaces;
  readonly holdings: readonly Holding[];
  readonly ownerships: readonly Ownership[];
}

/** Names, what they name, who is what, what nouns and pronouns point back to: the stages one after the other. */
export function referencesIn(reading: Reading): References {
  const { entities, mentions: names } = entitiesNamed(reading, namesIn(reading));
  const places = new NamePlaces(names);
  readMetonyms(reading, entities, names, places);
  markChambers(reading, names);
  const roles = rolesIn(reading, places);
  const holdings = holdingsIn(reading, places, roles);
  const resolved = corefer(reading, names, roles, holdings);
  return { ...resolved, entities, names, places, holdings, ownerships: ownersIn(reading, names) };
}

/** Seats of unions, which they stand for in a text that does not name the state. */
const UNIONS: ReadonlyMap<string, string> = new Map([['Brussels', 'European Union']]);

/** All are told first, and changed then: whether one is a metonym depends on the names beside it. */
function readMetonyms(
  reading: Reading,
  entities: Entities,
  names: readonly Mention[],
  places: NamePlaces,
): void {
  const found = names.filter((name) => {
    const place = name.entities[0];
    return (
      place?.type === 'PLACE' &&
      place.country !== null &&
      isMetonym(reading, places, name, SEATS.has(place.name))
    );
  });
  const countries = new Set(
    names.flatMap(({ entities: [first] }) => (first?.type === 'COUNTRY' ? [first.country] : [])),
  );
  for (const name of found) {
    const place = name.entities[0];
    if (place === undefined) continue;
    const union = countries.has(place.country) ? undefined : UNIONS.get(place.name);
    const state =
      union === undefined
        ? entities.country(place.country?.code ?? '')
        : entities.plain('ORGANIZATION', union);
    if (state === null) continue;
    name.reading = 'METONYMIC';
    name.literally = place;
    name.entities = [state];
  }
}
