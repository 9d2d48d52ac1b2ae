import { CHAMBERS } from './lexicon/organizations.ts';
import type { Reading } from './reading.ts';
import type { Mention, Referent } from './referent.ts';

/** Tokens between a name and the words that say what it is. */
const MAX_WORDS = 9;

/** Marks the organizations that are chambers of a parliament, by their names or by words beside them: "(upper house of parliament)". */
export function markChambers({ tokens }: Reading, names: readonly Mention[]): void {
  for (const { entities, last } of names) {
    const entity = entities[0];
    if (entity?.type !== 'ORGANIZATION') continue;
    if (
      CHAMBERS.has(entity.name) ||
      CHAMBERS.has(plainName(entity)) ||
      isOfChamber(entity.name) ||
      isCalledHouse(tokens.slice(last, last + MAX_WORDS).map(({ lower }) => lower))
    )
      entity.classes.add('LEGISLATOR');
  }
}

function isCalledHouse(words: readonly string[]): boolean {
  const text = words.join(' ').replaceAll('’', "'");
  return HOUSE.test(text);
}

const HOUSE =
  /^(?:'s |' )?[(,] (?:(?:the|its|a|which|is|country|'s|of|[a-z]+n|[a-z]+ese) ){0,5}(?:(?:upper|lower) (?:house|chamber)|house of (?:the )?parliament|(?:national )?parliament)(?: |$)/u;

/** "State Duma Committee on Trade", "Senate Judiciary Committee". */
function isOfChamber(name: string): boolean {
  const words = name.split(' ');
  const head = words.findIndex((word) => word === 'Committee' || word === 'Subcommittee');
  return [1, 2, 3].some((length) => length <= head && CHAMBERS.has(words.slice(0, length).join(' ')));
}

/** Without the adjective of its state: "Parliament" of "Norwegian Parliament". */
function plainName({ name, partOf }: Referent): string {
  return partOf?.type === 'COUNTRY' ? name.slice(name.indexOf(' ') + 1) : name;
}
