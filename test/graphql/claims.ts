import { createHash } from 'node:crypto';
import type { AddresseeState, SourceState, SpeechAct, StatementKind } from '../../src/statement/model.ts';
import { at, type DocumentSpec, documentOf, type EntitySpec } from '../support/documents.ts';

/*
 * Three articles that have every value a filter can ask for, and an oracle: what a filter means, read from the documents alone.
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
    silence: { acts: ['DECLINED_TO_COMMENT'], by: 'bob', cue: 'would not comment', about: 'ann' },
    recall: {
      by: 'ann',
      cue: 'recalled',
      content: 'that Bob Beck had said that talks with Norland go on',
      about: ['bob', 'norland'],
    },
    talks: {
      by: 'bob',
      cue: 'had said',
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
    right: { acts: ['PRAISE'], by: 'carl', content: 'that Ash is right', about: 'ann' },
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

export const DOCUMENTS = [DAILY, LETTER, POST].map(documentOf);

/** A statement by its words, which are its own in the fixture, with all that filters ask about. */
interface Said {
  readonly words: string;
  readonly saidBy: readonly string[];
  readonly source: SourceState;
  readonly about: readonly string[];
  readonly mentions: readonly string[];
  readonly toldTo: readonly string[];
  readonly addressee: AddresseeState;
  readonly publishedBy: readonly string[];
  readonly article: string;
  readonly kind: StatementKind;
  readonly act: readonly SpeechAct[];
  readonly depth: number;
}

export const SAID: readonly Said[] = DOCUMENTS.flatMap(
  ({ article, entities = [], mentions = [], statements = [] }) => {
    const names = (ids: readonly string[]) =>
      ids.map((id) => entities.find((entity) => entity.id === id)?.name ?? '');
    const depthOf = (id: string | null | undefined): number =>
      id == null ? 0 : 1 + depthOf(statements.find((other) => other.id === id)?.within);
    return statements.map((statement): Said => {
      const { kind, acts, source, cue, content = [], addressee, about = [], within } = statement;
      const unnamed = source.speakers.every(
        (id) => entities.find((entity) => entity.id === id)?.type === 'UNNAMED_SOURCE',
      );
      const inside = mentions.filter(({ start, end }) =>
        content.some((piece) => piece.start <= start && end <= piece.end),
      );
      return {
        words: (content.length > 0 ? content : (cue?.evidence ?? [])).map(({ exact }) => exact).join(' '),
        saidBy: names(source.speakers),
        source: source.speakers.length === 0 ? 'NONE' : unnamed ? 'UNNAMED' : 'NAMED',
        about: names(about),
        mentions: names(inside.flatMap((mention) => mention.entities)),
        toldTo: names(addressee?.entities ?? []),
        addressee: addressee?.state ?? 'UNKNOWN',
        publishedBy: article.outlet == null ? [] : names([article.outlet]),
        article: article.key ?? '',
        kind,
        act: acts,
        depth: depthOf(within),
      };
    });
  },
);

export const SHA256: Readonly<Record<string, string>> = Object.fromEntries(
  DOCUMENTS.map(({ article }) => [article.key, createHash('sha256').update(article.text).digest('hex')]),
);
/** Of those that have one. */
export const URLS: Readonly<Record<string, string>> = Object.fromEntries(
  DOCUMENTS.flatMap(({ article: { key, url } }) => (url == null ? [] : [[key, url]])),
);

/** A filter that names entities by their names and articles by their keys. */
export interface Wanted {
  readonly and?: readonly Wanted[];
  readonly or?: readonly Wanted[];
  readonly not?: Wanted;
  readonly saidBy?: readonly string[];
  readonly source?: SourceState;
  readonly about?: readonly string[];
  readonly mentions?: readonly string[];
  readonly toldTo?: readonly string[];
  readonly addressee?: AddresseeState;
  readonly publishedBy?: readonly string[];
  readonly article?: readonly string[];
  readonly kind?: readonly StatementKind[];
  readonly act?: readonly SpeechAct[];
  readonly depth?: number;
}

/** What the filter means. */
export function holds(wanted: Wanted, said: Said): boolean {
  const any = (values: readonly string[] | undefined, found: readonly string[]) =>
    values === undefined || values.some((value) => found.includes(value));
  const is = <T>(value: T | undefined, found: T) => value === undefined || value === found;
  return (
    any(wanted.saidBy, said.saidBy) &&
    any(wanted.about, said.about) &&
    any(wanted.mentions, said.mentions) &&
    any(wanted.toldTo, said.toldTo) &&
    any(wanted.publishedBy, said.publishedBy) &&
    any(wanted.article, [said.article]) &&
    any(wanted.kind, [said.kind]) &&
    any(wanted.act, said.act) &&
    is(wanted.source, said.source) &&
    is(wanted.addressee, said.addressee) &&
    is(wanted.depth, said.depth) &&
    (wanted.and ?? []).every((part) => holds(part, said)) &&
    (wanted.or === undefined || wanted.or.some((part) => holds(part, said))) &&
    !(wanted.not !== undefined && holds(wanted.not, said))
  );
}
