import type { RelationType } from '../../../src/relation/model.ts';
import type { EntitySpec } from '../../support/documents.ts';

/*
 * Who and what random articles speak of. Each has names of its own, so that documents which give more or fewer of them mean the
 * same, but for two people of one name, whom only QIDs tell apart, and two offices, which belong to two countries.
 */

export const WORLD = {
  ann: { type: 'PERSON', name: 'Ann Ásh', aliases: ['Ásh', 'Mme Ásh'] },
  bob: { type: 'PERSON', name: 'Bob 𝔹eck', aliases: ['Bobby'] },
  carl: { type: 'PERSON', name: 'Carl Dörn', aliases: ['Dörn'], qid: 'Q900001' },
  sam: { type: 'PERSON', name: 'Sam Cole', qid: 'Q900003' },
  samToo: { type: 'PERSON', name: 'Sam Cole', qid: 'Q900004' },
  norland: { type: 'COUNTRY', name: 'Norland', aliases: ['Kingdom of Norland'], qid: 'Q900002' },
  ostland: { type: 'COUNTRY', name: 'Östland' },
  norburg: { type: 'PLACE', name: 'Norburg', qid: 'Q900005' },
  ostburg: { type: 'PLACE', name: 'Östburg' },
  senate: { type: 'ORGANIZATION', name: 'The Senate', aliases: ['Upper House'] },
  committee: { type: 'ORGANIZATION', name: 'The Committee' },
  guild: { type: 'ORGANIZATION', name: 'Gülde 峰' },
  daily: { type: 'ORGANIZATION', name: 'The Daily', isOutlet: true },
  post: { type: 'ORGANIZATION', name: 'Evening Post', aliases: ['Post'] },
  pact: { type: 'TREATY', name: 'The Pact', signedOn: '1999-05' },
  summit: { type: 'EVENT', name: 'Summit 🏔', heldOn: '2024-03' },
  minister: { type: 'POSITION', name: 'Minister', of: 'norland' },
  ministerToo: { type: 'POSITION', name: 'Minister', of: 'ostland' },
  clerk: { type: 'POSITION', name: 'Clerk', of: 'committee' },
  envoy: { type: 'POSITION', name: 'Envoy', of: 'norland', accreditedTo: 'ostland' },
  founder: { type: 'POSITION', name: 'Founder' },
} as const satisfies Readonly<Record<string, EntitySpec>>;

export type WorldKey = keyof typeof WORLD;
export const WORLD_KEYS = Object.keys(WORLD) as readonly WorldKey[];
export const SPEAKERS = WORLD_KEYS.filter((key) => WORLD[key].type !== 'POSITION');
export const POSITIONS = WORLD_KEYS.filter((key) => WORLD[key].type === 'POSITION');
export const GROUPS = ['norland', 'ostland', 'senate', 'committee', 'guild', 'daily'] as const;
export const OUTLETS = ['daily', 'post', 'guild'] as const;
export const CAPITALS = { norland: 'norburg', ostland: 'ostburg' } as const;

/** Of people and bodies, with a circle among the bodies. */
export const RELATIONS: readonly (readonly [RelationType, WorldKey, WorldKey])[] = [
  ['HOLDS_POSITION', 'ann', 'minister'],
  ['HOLDS_POSITION', 'bob', 'ministerToo'],
  ['HOLDS_POSITION', 'carl', 'clerk'],
  ['HOLDS_POSITION', 'sam', 'founder'],
  ['MEMBER_OF', 'sam', 'guild'],
  ['MEMBER_OF', 'samToo', 'senate'],
  ['CITIZEN_OF', 'carl', 'ostland'],
  ['AFFILIATED_WITH', 'ann', 'committee'],
  ['HEAD_OF_STATE_OF', 'bob', 'ostland'],
  ['AMBASSADOR_TO', 'carl', 'norland'],
  ['PART_OF', 'senate', 'norland'],
  ['PART_OF', 'committee', 'senate'],
  ['PART_OF', 'guild', 'committee'],
  ['PART_OF', 'committee', 'guild'],
  ['CAPITAL_OF', 'norburg', 'norland'],
  ['PARTY_TO', 'norland', 'pact'],
  ['HELD_IN', 'summit', 'ostburg'],
];

export function relationAt(number: number): (typeof RELATIONS)[number] {
  return RELATIONS[number] ?? ['PARTY_TO', 'norland', 'pact'];
}

export function specOf(key: WorldKey): EntitySpec {
  return WORLD[key];
}

/** All that it may be called. */
export function namesOf(key: WorldKey): readonly [string, ...string[]] {
  const { name, aliases = [] } = specOf(key);
  return [name, ...aliases];
}
