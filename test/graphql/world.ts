import type { Database } from '../../src/graph/database.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import {
  at,
  type DocumentSpec,
  documentOf,
  type EntitySpec,
  type RelationSpec,
} from '../support/documents.ts';

/*
 * Two countries, their bodies, people and papers. One article says it in its own voice, and lets somebody claim much that is
 * not so; a later one says some of it again.
 */

export const REFERENCE = 'https://atlas.example/ruslan';

export const ENTITIES: Readonly<Record<string, EntitySpec>> = {
  ruslan: { type: 'COUNTRY', name: 'Ruslan', aliases: ['Ruslan Federation'], qid: 'Q900001' },
  usland: { type: 'COUNTRY', name: 'Usland', description: 'a state', qid: 'Q900002' },
  mosk: { type: 'PLACE', name: 'Mosk' },
  square: { type: 'PLACE', name: 'Great Square' },
  boro: { type: 'PLACE', name: 'Boro' },
  committee: { type: 'ORGANIZATION', name: 'International Committee' },
  council: { type: 'ORGANIZATION', name: 'Federation Council' },
  assembly: { type: 'ORGANIZATION', name: 'Federal Assembly' },
  guard: { type: 'ORGANIZATION', name: 'Border Guard' },
  post: { type: 'ORGANIZATION', name: 'Mosk Post' },
  agency: { type: 'ORGANIZATION', name: 'Wire Agency', isOutlet: true },
  jose: { type: 'PERSON', name: 'José Núñez', aliases: ['Núñez', 'Pepe'] },
  ana: { type: 'PERSON', name: 'Ana Torv' },
  petrov: { type: 'PERSON', name: 'Ivan Petrov' },
  ambassador: { type: 'POSITION', name: 'Ambassador', of: 'ruslan', accreditedTo: 'usland' },
  minister: { type: 'POSITION', name: 'Minister', of: 'ruslan' },
  start: { type: 'TREATY', name: 'Start Treaty', signedOn: '2010-04-08', inForceUntil: '2026-02' },
  talks: { type: 'EVENT', name: 'Mosk talks', heldOn: '2021-03' },
};

const TEXT = [
  'José Núñez sits in the International Committee of the Federation Council, part of the Federal Assembly.',
  'Ana Torv, the ambassador of Ruslan to Usland, flew to Mosk, the capital of Ruslan.',
  'Ruslan and Usland are bound by the Start Treaty. Ivan Petrov, the president of Ruslan, met Ana Torv at the Mosk talks.',
  'Two officials said that Boro was in everything, and that all of the rest was so.',
  'Mosk insists on it.',
].join('\n');
export const CLAIM = 'that Boro was in everything, and that all of the rest was so';

/** Said by the first article in its own voice. */
const FACTS: readonly (readonly [string, RelationSpec])[] = [
  [
    'seat',
    {
      type: 'MEMBER_OF',
      from: 'jose',
      to: 'committee',
      at: 'José Núñez sits in the International Committee',
    },
  ],
  [
    'chamber',
    {
      type: 'PART_OF',
      from: 'committee',
      to: 'council',
      at: 'International Committee of the Federation Council',
    },
  ],
  [
    'parliament',
    {
      type: 'PART_OF',
      from: 'council',
      to: 'assembly',
      at: 'Federation Council, part of the Federal Assembly',
    },
  ],
  [
    'embassy',
    {
      type: 'HOLDS_POSITION',
      from: 'ana',
      to: 'ambassador',
      at: 'Ana Torv, the ambassador of Ruslan to Usland',
    },
  ],
  ['capital', { type: 'CAPITAL_OF', from: 'mosk', to: 'ruslan', at: 'Mosk, the capital of Ruslan' }],
  [
    'bound',
    { type: 'PARTY_TO', from: 'ruslan', to: 'start', at: 'Ruslan and Usland are bound by the Start Treaty' },
  ],
  [
    'bound-too',
    { type: 'PARTY_TO', from: 'usland', to: 'start', at: 'Ruslan and Usland are bound by the Start Treaty' },
  ],
  [
    'president',
    {
      type: 'HEAD_OF_STATE_OF',
      from: 'petrov',
      to: 'ruslan',
      at: 'Ivan Petrov, the president of Ruslan',
      validFrom: '2012-05-07',
    },
  ],
  ['held', { type: 'HELD_IN', from: 'talks', to: 'mosk', at: 'Mosk talks' }],
  ['came', { type: 'PARTICIPATED_IN', from: 'petrov', to: 'talks', at: 'met Ana Torv at the Mosk talks' }],
  ['came-too', { type: 'PARTICIPATED_IN', from: 'ana', to: 'talks', at: 'met Ana Torv at the Mosk talks' }],
];

/** Background, by reference. */
const KNOWN: readonly (readonly [string, RelationSpec])[] = [
  ['state', { type: 'PART_OF', from: 'assembly', to: 'ruslan', reference: REFERENCE }],
  ['citizen', { type: 'CITIZEN_OF', from: 'jose', to: 'ruslan', reference: REFERENCE }],
  ['site', { type: 'PART_OF', from: 'square', to: 'mosk', reference: REFERENCE }],
  [
    'office',
    {
      type: 'HOLDS_POSITION',
      from: 'ana',
      to: 'minister',
      validFrom: '2000',
      validUntil: '2004-05',
      reference: REFERENCE,
    },
  ],
  [
    'since',
    { type: 'HOLDS_POSITION', from: 'petrov', to: 'minister', validFrom: '2001', reference: REFERENCE },
  ],
];

/** Claims of two officials: each would show in a shortcut field, if it were a fact, and there before the truth. */
export const CLAIMS: readonly (readonly [string, RelationSpec])[] = (
  [
    ['CAPITAL_OF', 'boro', 'ruslan'],
    ['LOCATED_IN', 'boro', 'usland'],
    ['HELD_IN', 'talks', 'boro'],
    ['HOLDS_POSITION', 'jose', 'ambassador'],
    ['CITIZEN_OF', 'ana', 'usland'],
    ['HEAD_OF_STATE_OF', 'ana', 'ruslan'],
    ['MEMBER_OF', 'ana', 'committee'],
    ['PART_OF', 'guard', 'council'],
    ['PART_OF', 'council', 'agency'],
    ['LOCATED_IN', 'council', 'usland'],
    ['PARTICIPATED_IN', 'jose', 'talks'],
  ] as const
).map(([type, from, to]) => [`claim-${from}-${to}`, { type, from, to, at: CLAIM }]);

const FIRST: DocumentSpec = {
  text: TEXT,
  key: 'world-1',
  publishedAt: '2021-03-22',
  outlet: 'post',
  entities: { ...ENTITIES, officials: { type: 'UNNAMED_SOURCE', name: 'Two officials' } },
  mentions: {
    jose: { at: 'José Núñez', of: 'jose' },
    city: { at: 'Mosk', of: 'mosk' },
    metonym: { at: at('Mosk', 3), of: 'ruslan', reading: 'METONYMIC', literally: 'mosk' },
  },
  statements: { claim: { by: 'officials', source: 'Two officials', cue: 'said', content: CLAIM } },
  relations: Object.fromEntries([...FACTS, ...KNOWN, ...CLAIMS]),
};

/** Says again that Ana is ambassador, and in its own voice that she is a citizen; a claim from now on is a fact. */
const SECOND: DocumentSpec = {
  text: 'Ana Torv, the ambassador, is a citizen of Usland. She said that she was a minister.',
  key: 'world-2',
  publishedAt: '2022-06',
  outlet: 'post',
  entities: ENTITIES,
  statements: { minister: { by: 'ana', content: 'that she was a minister' } },
  relations: {
    embassy: { type: 'HOLDS_POSITION', from: 'ana', to: 'ambassador', at: 'Ana Torv, the ambassador' },
    citizen: { type: 'CITIZEN_OF', from: 'ana', to: 'usland', at: 'is a citizen of Usland' },
  },
};

/** Without a date or an outlet: attests, but at no time. */
const UNDATED: DocumentSpec = {
  text: 'Ana Torv is the ambassador. Two officials said no. Max Same met Max Same.',
  key: 'world-3',
  entities: {
    ...ENTITIES,
    officials: { type: 'UNNAMED_SOURCE', name: 'Two officials' },
    first: { type: 'PERSON', name: 'Max Same', qid: 'Q900011' },
    second: { type: 'PERSON', name: 'Max Same', qid: 'Q900012' },
  },
  relations: {
    embassy: { type: 'HOLDS_POSITION', from: 'ana', to: 'ambassador', at: 'Ana Torv is the ambassador' },
  },
};

export async function writeWorld(db: Database): Promise<void> {
  for (const spec of [FIRST, SECOND, UNDATED]) await ingestDocument(db, documentOf(spec));
}
