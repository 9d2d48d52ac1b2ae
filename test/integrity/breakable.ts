import type { Database } from '../../src/graph/database.ts';
import { text } from '../../src/graph/rows.ts';
import { correctStatement, undoCorrection } from '../../src/ingest/decide-correct.ts';
import { mergeEntities } from '../../src/ingest/decide-merge.ts';
import { restoreStatement, withdrawStatement } from '../../src/ingest/decide-withdraw.ts';
import { redactArticle } from '../../src/ingest/redact.ts';
import { ingestAll, readOne } from '../ingest/graph.ts';
import { at, documentOf } from '../support/documents.ts';
import type { OpenDatabase } from '../support/engines.ts';
import { SAMPLE, sampleDocument } from '../support/sample.ts';
import { openGraph } from './findings.ts';

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

/** An article that people mend: two names are one person, and a statement was somebody else's. */
const mended = () =>
  documentOf({
    text: 'Ola Nord said that the bank would close. O. Nord added that the talks had failed. Pia Lind said “never”.',
    key: 'mended',
    title: 'Norland mended',
    entities: {
      ola: { type: 'PERSON', name: 'Ola Nord' },
      o: { type: 'PERSON', name: 'O. Nord' },
      lind: { type: 'PERSON', name: 'Pia Lind', aliases: ['Lind'] },
    },
    mentions: {
      ola: { at: 'Ola Nord', of: 'ola' },
      o: { at: 'O. Nord', of: 'o' },
      lind: { at: 'Pia Lind', of: 'lind' },
    },
    statements: {
      close: {
        by: 'ola',
        source: 'Ola Nord',
        mention: 'ola',
        cue: 'said',
        content: 'that the bank would close',
      },
      failed: {
        by: 'o',
        source: 'O. Nord',
        mention: 'o',
        cue: 'added',
        content: 'that the talks had failed',
      },
      never: {
        kind: 'DIRECT',
        by: 'lind',
        source: 'Pia Lind',
        mention: 'lind',
        cue: at('said', 2),
        content: 'never',
      },
    },
  });

/** An article in two versions whose text may not be kept: a quotation that is short stays, another one goes. */
function sealed(version: 1 | 2) {
  return documentOf({
    text: `Rut Dahl said: “No.” Then she said “we will close the mine by the end of ${version === 1 ? 'May' : 'June'}” and left for Sudland 🚂.`,
    key: 'sealed',
    title: 'The mine',
    publishedAt: '2024-05-01',
    retrievedAt: `2024-05-0${version}T08:00:00Z`,
    entities: {
      dahl: { type: 'PERSON', name: 'Rut Dahl' },
      sudland: { type: 'COUNTRY', name: 'Sudland' },
    },
    mentions: {
      dahl: { at: 'Rut Dahl', of: 'dahl' },
      she: { at: 'she', kind: 'PRONOUN', of: 'dahl', antecedent: 'dahl' },
      sudland: { at: 'Sudland', of: 'sudland' },
    },
    statements: {
      no: { kind: 'DIRECT', by: 'dahl', source: 'Rut Dahl', mention: 'dahl', cue: 'said', content: 'No.' },
      mine: {
        kind: 'DIRECT',
        by: 'dahl',
        source: 'she',
        mention: 'she',
        cue: at('said', 2),
        content: `we will close the mine by the end of ${version === 1 ? 'May' : 'June'}`,
      },
    },
    relations: {
      home: { type: 'CITIZEN_OF', from: 'dahl', to: 'sudland', at: 'left for Sudland' },
    },
  });
}

/** A graph with one of everything, current and superseded, and decisions that stand, and that were taken back. */
export async function openBreakable(open: OpenDatabase): Promise<Database> {
  const db = await openGraph(open);
  await ingestAll(db, [sampleDocument(), byTool(), edited(1), edited(2), mended(), sealed(1), sealed(2)]);
  const statement = (words: string) =>
    idOf(db, `MATCH (s:Statement {words: ' ${words} '}) WHERE s.current RETURN s.id AS id`);
  const person = (name: string) => idOf(db, `MATCH (e:Person {name: '${name}'}) RETURN e.id AS id`);
  let minutes = 0;
  const ann = {
    actor: 'ann',
    now: () => {
      minutes += 1;
      return new Date(Date.UTC(2024, 6, 1, 0, minutes));
    },
  };
  const reason = 'So it is.';
  await withdrawStatement(db, { id: await statement('that the treaty was a mistake'), reason }, ann);
  const never = await statement('never');
  await withdrawStatement(db, { id: never, reason }, ann);
  await restoreStatement(db, { id: never, reason }, ann);
  const [ola, o] = [await person('Ola Nord'), await person('O. Nord')];
  await mergeEntities(db, { keep: ola, merge: [o], reason }, ann);
  const close = await statement('that the bank would close');
  const speakers = [await person('Pia Lind'), await person('Anna Berg')];
  await correctStatement(db, { id: close, speakers, acts: ['PREDICT'], reason }, ann);
  const { decisionId } = await correctStatement(db, { id: never, acts: ['DENY'], reason }, ann);
  await undoCorrection(db, { decision: decisionId ?? '', reason }, ann);
  const id = await idOf(db, "MATCH (a:Article {key: 'sealed'}) RETURN a.id AS id");
  for (const keep of [20, 12]) await redactArticle(db, { article: { id }, keep, reason }, ann);
  return db;
}

async function idOf(db: Database, query: string): Promise<string> {
  return text(await readOne(db, query), 'id');
}
