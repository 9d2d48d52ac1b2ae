import { createHash } from 'node:crypto';
import type { Database } from '../../src/graph/database.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { at, type DocumentSpec, documentOf, type EntitySpec } from '../support/documents.ts';
import { answer } from '../support/graphql.ts';
import { withdraw } from '../support/withdraw.ts';

/*
 * Articles that have every value a filter can ask for, dates of every precision and groups of every kind. `oracle.ts` reads from
 * the documents what filters and counts mean.
 */

const PEOPLE: Readonly<Record<string, EntitySpec>> = {
  ann: { type: 'PERSON', name: 'Ann Ash', aliases: ['Ash'] },
  bob: { type: 'PERSON', name: 'Bob Beck' },
  carl: { type: 'PERSON', name: 'Carl Dörn', qid: 'Q900001' },
  norland: { type: 'COUNTRY', name: 'Norland', qid: 'Q900002' },
  pact: { type: 'TREATY', name: 'The Pact' },
};

const DAILY: DocumentSpec = {
  text: [
    'Ann Ash told Bob Beck that Norland will sign.',
    '“The Pact is dead,” said Bob Beck.',
    'Two officials claimed that Bob Beck “lied” about it.',
    'It is said that all is well.',
    'Bob Beck would not comment on Ann Ash.',
    'Ann Ash recalled that Bob Beck had said that talks with Norland go on.',
  ].join('\n'),
  key: 'daily-1',
  url: 'https://daily.example/1',
  publishedAt: '2024-03-05',
  outlet: 'daily',
  entities: {
    ...PEOPLE,
    daily: { type: 'ORGANIZATION', name: 'The Daily' },
    officials: { type: 'UNNAMED_SOURCE', name: 'Two officials' },
  },
  mentions: {
    ann: { at: 'Ann Ash', of: 'ann' },
    bob: { at: 'Bob Beck', of: 'bob' },
    norland: { at: 'Norland', of: 'norland' },
    pact: { at: 'The Pact', of: 'pact' },
    liar: { at: at('Bob Beck', 3), of: 'bob' },
    both: { at: 'Bob Beck “lied” about it', kind: 'NOMINAL', of: [] },
    inner: { at: at('Norland', 2), of: 'norland' },
    outer: { at: at('Bob Beck', 5), of: 'bob' },
  },
  statements: {
    sign: {
      acts: ['PROMISE'],
      by: 'ann',
      cue: 'told',
      lemma: 'tell',
      saidAt: '2024-03-04',
      content: 'that Norland will sign',
      about: 'norland',
      toldTo: 'bob',
      told: 'Bob Beck',
    },
    dead: {
      kind: 'DIRECT',
      acts: ['CRITICIZE', 'PREDICT'],
      by: 'bob',
      cue: 'said',
      lemma: 'say',
      confidence: 0.75,
      content: 'The Pact is dead,',
      about: 'pact',
      addressee: { state: 'NONE' },
    },
    lied: {
      kind: 'MIXED',
      acts: ['CRITICIZE'],
      by: 'officials',
      cue: 'claimed',
      content: 'that Bob Beck “lied” about it',
      about: 'pact',
    },
    well: { content: 'that all is well' },
    silence: {
      acts: ['DECLINED_TO_COMMENT'],
      by: 'bob',
      cue: 'would not comment',
      lemma: 'not comment',
      about: 'ann',
    },
    recall: {
      by: 'ann',
      cue: 'recalled',
      content: 'that Bob Beck had said that talks with Norland go on',
      about: ['bob', 'norland'],
    },
    talks: {
      by: 'bob',
      cue: 'had said',
      lemma: 'say',
      saidAt: '2023',
      content: 'that talks with Norland go on',
      about: 'norland',
      within: 'recall',
    },
  },
};

const LETTER: DocumentSpec = {
  text: [
    'Carl Dörn wrote that Ash is right.',
    'Ann Ash and Carl Dörn told The Daily that they agree.',
    'Ann Ash asked whether Carl Dörn knew.',
  ].join('\n'),
  key: 'letter-1',
  entities: { ...PEOPLE, daily: { type: 'ORGANIZATION', name: 'The Daily' } },
  mentions: { ann: { at: 'Ash', of: 'ann' }, they: { at: 'they', kind: 'PRONOUN', of: ['ann', 'carl'] } },
  statements: {
    right: { acts: ['PRAISE'], by: 'carl', content: 'that Ash is right', about: 'ann', confidence: 0.4 },
    agree: {
      by: ['ann', 'carl'],
      cue: 'told',
      content: 'that they agree',
      toldTo: ['daily', 'norland'],
      told: 'The Daily',
    },
    knew: {
      acts: ['ASK'],
      by: 'ann',
      content: 'whether Carl Dörn knew',
      about: ['carl', 'pact'],
      saidAt: '2024',
    },
  },
};

const POST: DocumentSpec = {
  text: 'Norland said that The Daily erred. Two officials of Norland said that Bob Beck was told to wait. Sam Cole met Sam Cole.',
  key: 'post-1',
  url: 'https://post.example/1',
  publishedAt: '2024-02',
  outlet: 'post',
  entities: {
    ...PEOPLE,
    post: { type: 'ORGANIZATION', name: 'Evening Post' },
    daily: { type: 'ORGANIZATION', name: 'The Daily' },
    officials: { type: 'UNNAMED_SOURCE', name: 'Two officials of Norland' },
    sam: { type: 'PERSON', name: 'Sam Cole', qid: 'Q900003', description: 'a farmer' },
    other: { type: 'PERSON', name: 'Sam Cole', qid: 'Q900004' },
  },
  mentions: { daily: { at: 'The Daily', of: 'daily' }, bob: { at: 'Bob Beck', of: 'bob' } },
  statements: {
    erred: { acts: ['DENY'], by: 'norland', content: 'that The Daily erred', about: 'daily' },
    wait: {
      acts: ['DEMAND'],
      by: ['officials', 'norland'],
      content: 'that Bob Beck was told to wait',
      toldTo: 'bob',
      told: 'Bob Beck',
    },
  },
};

const BODIES: Readonly<Record<string, EntitySpec>> = {
  norland: { type: 'COUNTRY', name: 'Norland', qid: 'Q900002' },
  senate: { type: 'ORGANIZATION', name: 'The Senate' },
  committee: { type: 'ORGANIZATION', name: 'The Committee' },
  guild: { type: 'ORGANIZATION', name: 'The Guild' },
  weekly: { type: 'ORGANIZATION', name: 'The Weekly' },
  envoy: { type: 'POSITION', name: 'Envoy', of: 'norland' },
  clerk: { type: 'POSITION', name: 'Clerk', of: 'committee' },
  dora: { type: 'PERSON', name: 'Dora Dean' },
};
const ATLAS = { reference: 'https://atlas.example/norland' };

/** Each sentence has a speaker who belongs to Norland in another way; of two it is only claimed. */
const WEEKLY: DocumentSpec = {
  text: [
    'Dora Dean, the envoy of Norland, said that spring is near.',
    'Emil Eck of the Committee said that Écoles and schools open.',
    'Finn Falk said that snow fell.',
    'Two aides of the Senate said that rain fell.',
    'Iris Ivy, the president of Norland, said that hail fell.',
    'The Committee said that Hal Hart sits in the Senate and the Guild belongs to Norland.',
    'Hal Hart said that fog rose.',
    'Jan Jung of the Guild said that wind rose.',
    'Lena Lund, clerk of the Committee, said that ice melts.',
    'The Weekly was told that storms rose.',
    'Dora Dean said that frost came.',
  ].join('\n'),
  key: 'weekly-1',
  url: 'https://weekly.example/1',
  publishedAt: '2024-03-01/2024-03-31',
  retrievedAt: '2024-04-02T00:00:00Z',
  outlet: 'weekly',
  entities: {
    ...BODIES,
    emil: { type: 'PERSON', name: 'Emil Eck' },
    finn: { type: 'PERSON', name: 'Finn Falk' },
    aides: { type: 'UNNAMED_SOURCE', name: 'Two aides' },
    iris: { type: 'PERSON', name: 'Iris Ivy' },
    hal: { type: 'PERSON', name: 'Hal Hart' },
    jan: { type: 'PERSON', name: 'Jan Jung' },
    lena: { type: 'PERSON', name: 'Lena Lund' },
  },
  statements: {
    spring: {
      by: 'dora',
      speakingAs: 'envoy',
      cue: 'said',
      lemma: 'say',
      content: 'that spring is near',
      about: 'norland',
      saidAt: '2024-03-10',
      confidence: 0.9,
    },
    schools: { by: 'emil', content: 'that Écoles and schools open', saidAt: '2024-03', confidence: 0.5 },
    snow: { by: 'finn', content: 'that snow fell', about: ['norland', 'dora'], saidAt: '2024' },
    rain: { by: 'aides', content: 'that rain fell', saidAt: '../2024-02-15' },
    hail: { by: 'iris', content: 'that hail fell', about: 'dora', saidAt: '2024-02-20/..' },
    seats: {
      by: 'committee',
      content: 'that Hal Hart sits in the Senate and the Guild belongs to Norland',
      about: ['hal', 'guild'],
    },
    fog: {
      by: ['hal', 'dora'],
      speakingAs: 'envoy',
      content: 'that fog rose',
      about: 'norland',
      saidAt: '2024-03-10',
    },
    wind: { by: 'jan', content: 'that wind rose' },
    ice: { by: 'lena', speakingAs: 'clerk', content: 'that ice melts', saidAt: '2024-03-29/2024-03-31' },
    storms: {
      content: 'that storms rose',
      toldTo: 'weekly',
      told: 'The Weekly',
      saidAt: '2024-03-31/2024-04-02',
    },
    frost: {
      by: 'dora',
      speakingAs: 'envoy',
      content: 'that frost came',
      about: 'norland',
      saidAt: '2024-03-11',
    },
  },
  relations: {
    envoy: { type: 'HOLDS_POSITION', from: 'dora', to: 'envoy', at: 'Dora Dean, the envoy of Norland' },
    clerk: { type: 'HOLDS_POSITION', from: 'lena', to: 'clerk', at: 'Lena Lund, clerk of the Committee' },
    seat: { type: 'MEMBER_OF', from: 'emil', to: 'committee', at: 'Emil Eck of the Committee' },
    guild: { type: 'MEMBER_OF', from: 'jan', to: 'guild', at: 'Jan Jung of the Guild' },
    aides: { type: 'AFFILIATED_WITH', from: 'aides', to: 'senate', at: 'Two aides of the Senate' },
    head: { type: 'HEAD_OF_STATE_OF', from: 'iris', to: 'norland', at: 'Iris Ivy, the president of Norland' },
    citizen: { type: 'CITIZEN_OF', from: 'finn', to: 'norland', ...ATLAS },
    part: { type: 'PART_OF', from: 'committee', to: 'senate', ...ATLAS },
    chamber: { type: 'PART_OF', from: 'senate', to: 'norland', ...ATLAS },
    claim: { type: 'MEMBER_OF', from: 'hal', to: 'senate', at: 'Hal Hart sits in the Senate' },
    claimToo: { type: 'PART_OF', from: 'guild', to: 'norland', at: 'the Guild belongs to Norland' },
  },
};

/** An earlier version of the same article: what stands in it is superseded. */
const BEFORE: DocumentSpec = {
  text: 'Dora Dean said that summer is near. Ann Ash said that it is not.',
  key: 'weekly-1',
  url: 'https://weekly.example/1',
  publishedAt: '2024-03-01/2024-03-31',
  retrievedAt: '2024-04-01T00:00:00Z',
  outlet: 'weekly',
  entities: { ...PEOPLE, ...BODIES },
  statements: {
    summer: { by: 'dora', content: 'that summer is near', about: ['norland', 'pact'], saidAt: '2024-03-12' },
    not: { by: 'ann', content: 'that it is not', about: 'norland' },
  },
};

/** What stands now, apart from the withdrawn. */
export const DOCUMENTS = [DAILY, LETTER, POST, WEEKLY].map(documentOf);
export const WITHDRAWN = 'that frost came';

/** When each article came in, the first moment of a day and the last among them. */
export const RECORDED: Readonly<Record<string, string>> = {
  'daily-1': '2025-01-01T00:00:00.000Z',
  'letter-1': '2025-01-02T12:00:00.000Z',
  'post-1': '2025-01-31T23:59:59.999Z',
  'weekly-1': '2025-02-01T00:00:00.000Z',
};

/** Ids by the name of an entity, which is its own but for Sam Cole's, and by the key of an article. */
export interface Ids {
  readonly entities: ReadonlyMap<string, string>;
  readonly articles: ReadonlyMap<string, string>;
}

export async function writeClaims(db: Database): Promise<Ids> {
  const articles = new Map<string, string>();
  for (const document of [...DOCUMENTS, documentOf(BEFORE)]) {
    const key = document.article.key ?? '';
    const now = () => new Date(RECORDED[key] ?? '');
    articles.set(key, (await ingestDocument(db, document, { now })).articleId);
  }
  await withdraw(db, WITHDRAWN, '2025-03-01T00:00:00.000Z');
  interface Data {
    readonly entities: { readonly nodes: readonly { readonly id: string; readonly name: string }[] };
  }
  const { entities } = await answer<Data>(db, '{ entities(first: 100) { nodes { id name } } }');
  return { entities: new Map(entities.nodes.map(({ id, name }) => [name, id])), articles };
}

export const SHA256: Readonly<Record<string, string>> = Object.fromEntries(
  DOCUMENTS.map(({ article }) => [article.key, createHash('sha256').update(article.text).digest('hex')]),
);
/** Of those that have one. */
export const URLS: Readonly<Record<string, string>> = Object.fromEntries(
  DOCUMENTS.flatMap(({ article: { key, url } }) => (url == null ? [] : [[key, url]])),
);
