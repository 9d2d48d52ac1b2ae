import { inChunks } from '../../src/graph/batch.ts';
import type { Database, Query } from '../../src/graph/database.ts';
import { nodeId } from '../../src/graph/id.ts';
import {
  LINK_ADDRESSEES,
  LINK_REFERENTS,
  LINK_SPEAKERS,
  LINK_SUBJECTS,
} from '../../src/ingest/cypher-links.ts';
import { changeOfMentions, changeOfStatements } from '../../src/ingest/cypher-places.ts';
import { type MentionReading, placeOf } from '../../src/mention/model.ts';
import { placesOf } from '../../src/statement/model-places.ts';

/*
 * An entity that has so many statements and mentions that only an index can page through them, written straight into the graph.
 */

export const HUB = nodeId('Person', 'hub');
/** Has the first hundred as well. */
export const BYSTANDER = nodeId('Person', 'bystander');
/** Each made one of them. */
export const QUIET = Array.from({ length: 60 }, (_, at) => nodeId('Person', 'quiet', at));
const DAY_MS = 86_400_000;
/** Milliseconds that a hook may take to write a hub: seconds, unless the machine is busy with other things. */
export const HUB_TIMEOUT_MS = 300_000;

export interface HubStatement {
  readonly id: string;
  readonly dateKey: string | null;
  readonly recordedAt: string;
  readonly textKey: string;
  readonly current: boolean;
  readonly withdrawnAt: string | null;
  readonly confidence: number;
}

export interface HubMention {
  readonly id: string;
  readonly textKey: string;
  readonly reading: MentionReading;
  readonly current: boolean;
}

/** Many share a day and some have none; of thirty one is withdrawn, of forty one superseded, of 997 one is not sure. */
export function hubStatements(count: number): HubStatement[] {
  return Array.from({ length: count }, (_, at) => {
    const day = new Date(Date.UTC(2020, 0, 1) + ((at * 7_919) % 300) * DAY_MS).toISOString().slice(0, 10);
    return {
      id: nodeId('Statement', 'hub', at),
      dateKey: at % 50 === 0 ? null : `${day}/${day}`,
      recordedAt: new Date(Date.UTC(2024, 0, 1) + ((at * 104_729) % 5_000) * 1_000).toISOString(),
      textKey: `${nodeId('ArticleVersion', 'hub', at % 400)}:${String((at * 31) % 9_973).padStart(8, '0')}:0`,
      current: at % 40 !== 3,
      withdrawnAt: at % 30 === 7 ? '2024-06-01T00:00:00.000Z' : null,
      confidence: at % 997 === 0 ? 0.5 : 1,
    };
  });
}

export function hubMentions(count: number): HubMention[] {
  return Array.from({ length: count }, (_, at) => ({
    id: nodeId('Mention', 'hub', at),
    textKey: `${nodeId('ArticleVersion', 'hub', at % 400)}:${String((at * 31) % 9_973).padStart(8, '0')}`,
    reading: at % 200 === 0 ? 'METONYMIC' : 'LITERAL',
    current: at % 40 !== 3,
  }));
}

const CREATE_PEOPLE: Query = {
  name: 'test.people',
  text: `UNWIND $rows AS row
    CREATE (:Entity:Person {id: row.id, type: 'PERSON', name: row.name, sortName: row.name, aliases: []})`,
};
const CREATE_STATEMENTS = changeOfStatements(
  'test.statements',
  'UNWIND $rows AS row CREATE (s:Statement) SET s = row',
);
const CREATE_MENTIONS = changeOfMentions(
  'test.mentions',
  'UNWIND $rows AS row CREATE (m:Mention) SET m = row',
);
const CHUNK = 2_000;

export async function writeHub(
  db: Database,
  statements: readonly HubStatement[],
  mentions: readonly HubMention[],
): Promise<void> {
  const writeRows = async (
    query: Query,
    rows: readonly { readonly [key: string]: string | number | boolean | null | readonly string[] }[],
  ) => {
    for (const chunk of inChunks(rows, CHUNK)) await db.write((tx) => tx.run(query, { rows: chunk }));
  };
  await writeRows(
    CREATE_PEOPLE,
    [HUB, BYSTANDER, ...QUIET].map((id) => ({ id, name: id })),
  );
  await writeRows(
    CREATE_STATEMENTS,
    statements.map((statement) => ({ ...COMMON, ...statement, ...placesOf(statement) })),
  );
  await writeRows(
    CREATE_MENTIONS,
    mentions.map((mention) => ({ ...SPAN, ...mention, textPlace: placeOf(mention) })),
  );
  const links = (items: readonly { readonly id: string }[], to: string) =>
    items.map(({ id }) => ({ from: id, to, order: 0 }));
  for (const query of [LINK_SPEAKERS, LINK_SUBJECTS, LINK_ADDRESSEES]) {
    await writeRows(query, links(statements, HUB));
    // Others in the index, before and after.
    await writeRows(query, links(statements.slice(0, 100), BYSTANDER));
  }
  for (const [at, quiet] of QUIET.entries())
    await writeRows(LINK_SPEAKERS, links(statements.slice(at, at + 1), quiet));
  await writeRows(LINK_REFERENTS, links(mentions, HUB));
  await writeRows(LINK_REFERENTS, links(mentions.slice(0, 100), BYSTANDER));
}

const IN_ARTICLE = {
  versionId: nodeId('ArticleVersion', 'hub'),
  articleId: nodeId('Article', 'hub'),
  runId: nodeId('ExtractionRun', 'hub'),
};
const COMMON = {
  ...IN_ARTICLE,
  kind: 'INDIRECT',
  acts: ['ASSERT'],
  addresseeState: 'UNKNOWN',
  addresseeCarried: false,
  sourceState: 'NAMED',
  depth: 0,
};
const SPAN = { ...IN_ARTICLE, kind: 'NAME', start: 0, end: 1, startUtf16: 0, endUtf16: 1 };
