import type { Database } from '../../src/graph/database.ts';
import { changeOfStatements } from '../../src/ingest/cypher-places.ts';
import { write } from '../graph/queries.ts';
import { ingestAll } from '../ingest/graph.ts';
import { at, documentOf } from '../support/documents.ts';
import type { OpenDatabase } from '../support/engines.ts';
import { SAMPLE, sampleDocument } from '../support/sample.ts';
import { openGraph } from './findings.ts';

const WITHDRAWN_AT = '2024-07-01T00:00:00.000Z';

const WITHDRAW = changeOfStatements(
  'test.withdraw',
  "MATCH (s:Statement) WHERE s.current AND s.words = ' that the treaty was a mistake ' SET s.withdrawnAt = $at",
);

/** The sample once more, by a tool, so that its run is not the current one. */
const byTool = () =>
  documentOf({
    ...SAMPLE,
    run: { method: 'TOOL', tool: 'other', version: '2', startedAt: '2024-02-01T00:00:00Z' },
  });

/** An article in two versions, about some of the same people, with a claim, an embassy, and a relation with dates. */
function edited(version: 1 | 2) {
  const text = [
    'Carl Ek, ambassador of Norland to Sudland, said that Eva Holm had left the Delta Bank.',
    version === 1 ? 'He declined to say when.' : 'He said “in May”, and nothing else.',
  ].join(' ');
  return documentOf({
    text,
    key: 'edited',
    title: `Holm leaves, version ${version}`,
    publishedAt: '2024-04-01',
    retrievedAt: `2024-04-0${version}T08:00:00Z`,
    outlet: 'gazette',
    entities: {
      gazette: { type: 'ORGANIZATION', name: 'The Gazette', aliases: ['Gazette'] },
      ek: { type: 'PERSON', name: 'Carl Ek', qid: 'Q900001', description: 'a diplomat' },
      holm: { type: 'PERSON', name: 'Eva Holm' },
      bank: { type: 'ORGANIZATION', name: 'Delta Bank' },
      norland: { type: 'COUNTRY', name: 'Norland' },
      sudland: { type: 'COUNTRY', name: 'Sudland' },
      embassy: { type: 'POSITION', name: 'Ambassador', of: 'norland', accreditedTo: 'sudland' },
    },
    mentions: {
      ek: { at: 'Carl Ek', of: 'ek' },
      holm: { at: 'Eva Holm', of: 'holm' },
      he: { at: at('He'), kind: 'PRONOUN', of: 'ek', antecedent: 'ek' },
    },
    statements: {
      left: {
        by: 'ek',
        source: 'Carl Ek, ambassador of Norland to Sudland,',
        mention: 'ek',
        speakingAs: 'embassy',
        cue: 'said',
        content: 'that Eva Holm had left the Delta Bank',
        about: 'holm',
      },
    },
    relations: {
      office: {
        type: 'HOLDS_POSITION',
        from: 'ek',
        to: 'embassy',
        at: 'Carl Ek, ambassador of Norland to Sudland',
      },
      staff: {
        type: 'AFFILIATED_WITH',
        from: 'holm',
        to: 'bank',
        validUntil: '2024-03',
        at: 'Eva Holm had left the Delta Bank',
      },
      seat: { type: 'LOCATED_IN', from: 'bank', to: 'norland', reference: 'https://atlas.example/bank' },
    },
  });
}

/** A graph with one of everything, current and superseded, and a decision that stands. */
export async function openBreakable(open: OpenDatabase): Promise<Database> {
  const db = await openGraph(open);
  await ingestAll(db, [sampleDocument(), byTool(), edited(1), edited(2)]);
  await db.write((tx) => tx.run(WITHDRAW, { at: WITHDRAWN_AT }));
  await write(
    db,
    `MATCH (s:Statement)
     WHERE s.withdrawnAt IS NOT NULL
     CREATE (d:Decision {id: 'dec_1', kind: 'WITHDRAW', actor: 'ann', at: $at, reason: 'not in the text'})-[:CONCERNS]->(s)`,
    { at: WITHDRAWN_AT },
  );
  return db;
}
