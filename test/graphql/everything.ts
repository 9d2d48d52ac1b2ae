import { createHash } from 'node:crypto';
import type { Database, Query } from '../../src/graph/database.ts';
import { text } from '../../src/graph/rows.ts';
import { ingestDocuments } from '../../src/ingest/pipeline.ts';
import { documentOf } from '../support/documents.ts';

/*
 * Articles that are alike but for a number, with one element of each node type that has something in every list there is.
 */

const TEXT =
  'Somebody spoke: everyone. Outer said that everyone told listeners that inner said that Oslo is first. Oslo is second.';

export const TEXT_SHA256 = createHash('sha256').update(TEXT).digest('hex');

const MAIN = {
  person: { type: 'PERSON', name: 'Main Person' },
  organization: { type: 'ORGANIZATION', name: 'Main Organization' },
  country: { type: 'COUNTRY', name: 'Main Country' },
  place: { type: 'PLACE', name: 'Main Place' },
  treaty: { type: 'TREATY', name: 'Main Treaty' },
  event: { type: 'EVENT', name: 'Main Event' },
  position: { type: 'POSITION', name: 'Main Position', of: 'country', accreditedTo: 'whole' },
  source: { type: 'UNNAMED_SOURCE', name: 'main source' },
} as const;
const OTHERS = {
  whole: { type: 'ORGANIZATION', name: 'Whole' },
  part: { type: 'ORGANIZATION', name: 'Part' },
} as const;
const ALL = Object.keys(MAIN);

const REFERENCE = { reference: 'https://atlas.example/' };
const FACTS = [
  ['HOLDS_POSITION', 'person', 'position'],
  ['CITIZEN_OF', 'person', 'country'],
  ['HEAD_OF_STATE_OF', 'person', 'country'],
  ['MEMBER_OF', 'person', 'organization'],
  ['PART_OF', 'organization', 'whole'],
  ['PART_OF', 'part', 'organization'],
  ['LOCATED_IN', 'organization', 'country'],
  ['CAPITAL_OF', 'place', 'country'],
  ['PARTY_TO', 'country', 'treaty'],
  ['HELD_IN', 'event', 'place'],
  ['PARTICIPATED_IN', 'person', 'event'],
  ['AFFILIATED_WITH', 'source', 'organization'],
] as const;

function everything(number: number) {
  const named = <T extends { readonly name: string }>(entities: Readonly<Record<string, T>>) =>
    Object.fromEntries(
      Object.entries(entities).map(([id, entity]) => [id, { ...entity, name: `${entity.name} ${number}` }]),
    );
  return documentOf({
    text: TEXT,
    key: `everything-${number}`,
    url: `https://daily.example/${number}`,
    publishedAt: '2024-03-05',
    retrievedAt: '2024-03-06T00:00:00Z',
    outlet: 'organization',
    entities: {
      ...named({ ...MAIN, ...OTHERS }),
      topic: { type: 'TREATY', name: `Topic ${number}`, qid: `Q${number + 1}` },
      // The one whom all articles quote.
      common: { type: 'PERSON', name: 'Common Person' },
    },
    mentions: {
      first: { at: 'everyone', kind: 'NOMINAL', of: ALL },
      main: {
        at: { words: 'everyone', occurrence: 2 },
        of: ALL.filter((id) => id !== 'place'),
        reading: 'METONYMIC',
        literally: 'place',
        antecedent: 'first',
      },
    },
    statements: {
      outer: {
        by: 'person',
        source: 'Outer',
        cue: 'said',
        content: 'that everyone told listeners that inner said that Oslo is first',
      },
      main: {
        by: ALL,
        source: { words: 'everyone', occurrence: 2 },
        mention: 'main',
        speakingAs: 'position',
        onBehalfOf: 'country',
        cue: 'told',
        lemma: 'main',
        content: 'that inner said that Oslo is first',
        about: ALL,
        aboutStatements: ['outer'],
        toldTo: ALL,
        told: 'listeners',
        within: 'outer',
        saidAt: '2024-03-04',
      },
      inner: {
        by: ['person', 'common'],
        source: 'inner',
        cue: { words: 'said', occurrence: 2 },
        content: 'that Oslo is first',
        about: 'common',
        saidAt: new Date(Date.UTC(2024, 0, 1 + number)).toISOString().slice(0, 10),
        within: 'main',
      },
    },
    relations: {
      ...Object.fromEntries(
        FACTS.map(([type, from, to], at) => [`r${at}`, { type, from, to, ...REFERENCE }]),
      ),
      main: { type: 'RECALLED_TO', from: 'person', to: 'country', at: ['Oslo is first', 'Oslo is second'] },
    },
  });
}

/** The article before it was edited. */
function earlier(number: number) {
  return documentOf({
    text: 'Somebody spoke: everyone. Oslo is first.',
    key: `everything-${number}`,
    publishedAt: '2024-03-05',
    retrievedAt: '2024-03-05T00:00:00Z',
    statements: { early: { cue: 'spoke', lemma: 'early', content: 'Oslo is first' } },
  });
}

const DECIDE: readonly Query[] = [
  {
    name: 'test.decide',
    text: `
    MATCH (s:Statement {cueLemma: 'main'})
    CREATE (d:Decision {id: 'dec_' + substring(s.id, 4), kind: 'CORRECT', actor: 'a', at: s.recordedAt, reason: 'r'})
    CREATE (d)-[:CONCERNS]->(s)
    CREATE (d)-[:UNDONE_BY]->(:Decision {
      id: 'dec_' + substring(s.id, 4, 31) + 'x', kind: 'SPLIT', actor: 'a', at: s.recordedAt, reason: 'r'
    })
    CREATE (d)<-[:UNDONE_BY]-(:Decision {
      id: 'dec_' + substring(s.id, 4, 31) + 'y', kind: 'MERGE', actor: 'a', at: s.recordedAt, reason: 'r'
    })`,
  },
  {
    name: 'test.decideOnKeys',
    text: `
    MATCH (d:Decision {kind: 'CORRECT'})-[:CONCERNS]->(s:Statement)
    MATCH (s)-[:SAID_BY]->(:Entity)<-[:KEY_OF]-(k:EntityKey)
    CREATE (d)-[:CONCERNS]->(k)`,
  },
  {
    name: 'test.decideOnArticles',
    text: `
    MATCH (d:Decision {kind: 'CORRECT'})-[:CONCERNS]->(s:Statement)
    MATCH (a:Article {id: s.articleId})
    SET d.keepLength = 3
    CREATE (d)-[:CONCERNS]->(a)`,
  },
];

export async function writeEverything(db: Database, articles: number): Promise<void> {
  for (let number = 0; number < articles; number += 1)
    await ingestDocuments(db, [earlier(number), everything(number)]);
  for (const query of DECIDE) await db.write((tx) => tx.run(query));
}

/** How the elements that have everything are told from the helpers, by type. */
const MATCHES: Readonly<Record<string, string>> = {
  Article: '(n:Article)',
  ArticleVersion: '(n:ArticleVersion {current: true})',
  ExtractionRun: '(n:ExtractionRun {current: true})',
  Statement: "(n:Statement {cueLemma: 'main'})",
  // Of the earlier version, which alone has anchors.
  Evidence: "(:Statement {cueLemma: 'early'})-[:EVIDENCED_BY]->(n:Evidence {role: 'CONTENT'})",
  Mention: "(n:Mention {reading: 'METONYMIC'})",
  Relation: "(n:Relation {type: 'RECALLED_TO'})",
  Decision: "(n:Decision {kind: 'CORRECT'})",
};

/** Their ids, in a fixed order. */
export async function idsOf(db: Database, type: string): Promise<string[]> {
  const match = MATCHES[type] ?? `(n:${type}) WHERE toLower(n.name) STARTS WITH 'main '`;
  const rows = await db.read({ name: 'test.ids', text: `MATCH ${match} RETURN n.id AS id ORDER BY id` });
  return rows.map((row) => text(row, 'id'));
}
