import type { Database } from '../../src/graph/database.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { at, type DocumentSpec, documentOf, type EntitySpec } from '../support/documents.ts';
import { answer } from '../support/graphql.ts';
import { withdrawStatements } from '../support/withdraw.ts';
import type { Ids } from './claims.ts';
import { type Said, saidIn } from './oracle.ts';
import type { Recorded } from './recorded.ts';

/*
 * The same words in several articles and outlets: of one speaker, of two, of both together, of none, of unnamed ones; and words that are
 * nearly the same, or too few to tell.
 */

const ENTITIES: Readonly<Record<string, EntitySpec>> = {
  ann: { type: 'PERSON', name: 'Ann Ash', aliases: ['Ash'] },
  bob: { type: 'PERSON', name: 'Bob Beck' },
  norland: { type: 'COUNTRY', name: 'Norland', qid: 'Q900002' },
  pact: { type: 'TREATY', name: 'The Pact' },
  minister: { type: 'POSITION', name: 'Minister', of: 'norland' },
  envoy: { type: 'POSITION', name: 'Envoy', of: 'norland' },
};
const OFFICIALS: Readonly<Record<string, EntitySpec>> = {
  officials: { type: 'UNNAMED_SOURCE', name: 'Two officials' },
};

/** The agency has it first, but it is not dated first. */
const WIRE: DocumentSpec = {
  key: 'wire-1',
  publishedAt: '2024-03-02',
  outlet: 'wire',
  text: [
    'Ann Ash said that the talks in Oslo have failed.',
    'Bob Beck said that the talks in Oslo have failed.',
    'Ann Ash and Bob Beck said that the talks with Norland go on.',
    'It is said that the talks in Oslo have failed.',
    'Two officials said that the talks in Oslo have failed.',
    'Ann Ash said that talks failed.',
    'Bob Beck would not comment on it at all.',
    'Bob Beck said the Pact is dead.',
  ].join('\n'),
  entities: { ...ENTITIES, ...OFFICIALS, wire: { type: 'ORGANIZATION', name: 'Wire' } },
  statements: {
    ann: {
      by: 'ann',
      speakingAs: 'minister',
      cue: 'said',
      content: 'that the talks in Oslo have failed',
      about: ['norland', 'pact'],
    },
    bob: { by: 'bob', content: at('that the talks in Oslo have failed', 2), about: 'norland' },
    both: { by: ['ann', 'bob'], content: 'that the talks with Norland go on', about: 'norland' },
    nobody: { content: at('that the talks in Oslo have failed', 3) },
    officials: { by: 'officials', content: at('that the talks in Oslo have failed', 4) },
    short: { by: 'ann', content: 'that talks failed', about: 'pact' },
    silence: { by: 'bob', acts: ['DECLINED_TO_COMMENT'], cue: 'would not comment on it at all' },
    dead: {
      by: 'bob',
      acts: ['DENY', 'PREDICT'],
      content: 'the Pact is dead',
      about: 'pact',
      saidAt: '2024',
    },
  },
};

/** Dated a day earlier, and in other letters. */
const DAILY: DocumentSpec = {
  key: 'daily-1',
  publishedAt: '2024-03-01',
  outlet: 'daily',
  text: [
    'Ash said that the TALKS in Óslo – have failed.',
    'Bob Beck and Ann Ash said: that the talks with Norland go on.',
    'It is said that the talks in Oslo have failed.',
    'Two officials said that the talks in Oslo have failed.',
    'Ann Ash said that talks failed.',
    'Bob Beck would not comment on it at all.',
    'Ann Ash said that the talks with Norland go on.',
    'Bob Beck said: “The Pact is dead!”',
  ].join('\n'),
  entities: { ...ENTITIES, ...OFFICIALS, daily: { type: 'ORGANIZATION', name: 'The Daily' } },
  statements: {
    ann: {
      by: 'ann',
      speakingAs: 'envoy',
      acts: ['ASSERT', 'CRITICIZE'],
      content: 'that the TALKS in Óslo – have failed',
      about: 'norland',
      toldTo: 'bob',
      told: at('Bob Beck', 1),
    },
    both: { by: ['bob', 'ann'], content: 'that the talks with Norland go on', about: ['norland', 'pact'] },
    nobody: { content: 'that the talks in Oslo have failed' },
    officials: { by: 'officials', content: at('that the talks in Oslo have failed', 2) },
    short: { by: 'ann', content: 'that talks failed' },
    silence: { by: 'bob', acts: ['DECLINED_TO_COMMENT'], cue: 'would not comment on it at all' },
    one: { by: 'ann', content: at('that the talks with Norland go on', 2) },
    dead: { by: 'bob', kind: 'DIRECT', content: '“The Pact is dead!”', about: 'pact', speakingAs: 'envoy' },
  },
};

/** Without date and outlet; it has one of them twice, and one in another order of words. */
const BLOG: DocumentSpec = {
  key: 'blog-1',
  text: [
    'Ann Ash said that the talks in Oslo have failed. Ann Ash said that the talks in Oslo have failed.',
    'Ann Ash said that in Oslo the talks have failed.',
    'It is said that the talks in Oslo have failed.',
    'Bob Beck said that Ann Ash said that the talks in Oslo have failed.',
  ].join('\n'),
  entities: ENTITIES,
  statements: {
    ann: { by: 'ann', content: 'that the talks in Oslo have failed' },
    again: { by: 'ann', content: at('that the talks in Oslo have failed', 2), speakingAs: 'minister' },
    order: { by: 'ann', content: 'that in Oslo the talks have failed' },
    nobody: { content: at('that the talks in Oslo have failed', 3) },
    outer: { by: 'bob', content: 'that Ann Ash said that the talks in Oslo have failed' },
    inner: { by: 'ann', content: at('that the talks in Oslo have failed', 4), within: 'outer' },
  },
};

/** Of the same day as the daily, so that ids decide; its first version, and what is withdrawn of it, are the earliest of all. */
const POST: DocumentSpec = {
  key: 'post-1',
  publishedAt: '2024-03-01',
  retrievedAt: '2024-04-02T00:00:00Z',
  outlet: 'post',
  text: [
    'Ann Ash said that the talks in Oslo have failed.',
    'Bob Beck said that the talks in Oslo have failed.',
    'Bob Beck and Ann Ash said that the talks with Norland go on.',
    'Bob Beck said the Pact is dead.',
    'Bob Beck said that the talks in Oslo have failed.',
  ].join('\n'),
  entities: { ...ENTITIES, post: { type: 'ORGANIZATION', name: 'Evening Post' } },
  statements: {
    ann: { by: 'ann', content: 'that the talks in Oslo have failed', about: 'pact' },
    bob: { by: 'bob', content: at('that the talks in Oslo have failed', 2), kind: 'INDIRECT' },
    both: { by: ['bob', 'ann'], content: 'that the talks with Norland go on', speakingAs: 'minister' },
    dead: { by: 'bob', content: 'the Pact is dead' },
    withdrawn: { by: 'bob', content: at('that the talks in Oslo have failed', 3), saidAt: '2023-01-01' },
  },
};
const BEFORE: DocumentSpec = {
  ...POST,
  retrievedAt: '2024-04-01T00:00:00Z',
  text: 'Ann Ash said that the talks in Oslo have failed.',
  statements: { ann: { by: 'ann', content: 'that the talks in Oslo have failed', saidAt: '2023-01-01' } },
};

/** A statement with its id, which decides between those of one date. */
export interface Carried extends Said {
  readonly id: string;
}

/** The documents in the graph: ids, what stands now, and who is unnamed in which article. */
export async function writeCarried(db: Database): Promise<{ ids: Ids; said: readonly Carried[] }> {
  const records: Recorded[] = [];
  const articles = new Map<string, string>();
  const statementIds: string[] = [];
  await ingestDocument(db, documentOf(BEFORE));
  for (const document of [WIRE, DAILY, BLOG, POST].map(documentOf)) {
    const article = document.article.key ?? '';
    articles.set(article, (await ingestDocument(db, document)).articleId);
    records.push({
      document,
      article,
      nameOf: ({ type, name }) => (type === 'UNNAMED_SOURCE' ? `${article} ${name}` : name),
      recordedAt: '2025-01-01T00:00:00.000Z',
      current: true,
    });
    statementIds.push(...(await statementsOf(db, articles.get(article) ?? '')));
  }
  const said = saidIn(records).map((each, number) => ({ ...each, id: statementIds[number] ?? '' }));
  const isWithdrawn = ({ said: days }: Said) => days?.[0] === '2023-01-01';
  await withdrawStatements(
    db,
    said.filter(isWithdrawn).map(({ id }) => id),
  );
  const ids = { entities: await entitiesOf(db, articles), articles };
  return { ids, said: said.filter((each) => !isWithdrawn(each)) };
}

/** In the order of the text, which is that of the document. */
async function statementsOf(db: Database, id: string): Promise<string[]> {
  const source = 'query ($id: ID!) { article(by: {id: $id}) { statements(first: 100) { nodes { id } } } }';
  interface Data {
    readonly article: { readonly statements: { readonly nodes: readonly { readonly id: string }[] } };
  }
  const { article } = await answer<Data>(db, source, { id });
  return article.statements.nodes.map((node) => node.id);
}

async function entitiesOf(
  db: Database,
  articles: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const source = `{ entities(first: 100) { nodes { id name ...on UnnamedSource { article { id } } } } }`;
  interface Data {
    readonly entities: {
      readonly nodes: readonly { id: string; name: string; article?: { id: string } }[];
    };
  }
  const { entities } = await answer<Data>(db, source);
  const keys = new Map([...articles].map(([key, id]) => [id, key]));
  return new Map(
    entities.nodes.map(({ id, name, article }) => [article ? `${keys.get(article.id)} ${name}` : name, id]),
  );
}
