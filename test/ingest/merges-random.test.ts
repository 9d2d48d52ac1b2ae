import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database, Row } from '../../src/graph/database.ts';
import { text } from '../../src/graph/rows.ts';
import { applyDecisionLine, readDecisions } from '../../src/ingest/apply-decision.ts';
import { mergeEntities, splitEntities } from '../../src/ingest/decide-merge.ts';
import { decisionLine } from '../../src/ingest/decision-line.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { read } from '../graph/queries.ts';
import { describeEngines } from '../support/engines.ts';
import { runs } from '../support/graphql.ts';
import { CROWDS, crowdDocument } from './crowd.ts';
import { dumpApartFromDecisions } from './graph.ts';

type Step = { readonly ingest: number } | { readonly merge: readonly number[] } | { readonly split: number };

const DECIDE: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ merge: fc.array(fc.nat(30), { minLength: 2, maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ split: fc.nat(5) }) },
);

/** Documents in turn, with decisions between them and after. */
const HISTORIES = CROWDS.chain((crowds) =>
  fc.record({
    documents: fc.constant(crowds.map(crowdDocument)),
    decisions: fc.array(fc.tuple(fc.nat(crowds.length), DECIDE), { minLength: 1, maxLength: 8 }),
  }),
).map(({ documents, decisions }) => ({
  documents,
  steps: [...documents.keys(), documents.length].flatMap((at): Step[] => [
    ...decisions.filter(([when]) => when === at).map(([, step]) => step),
    ...(at < documents.length ? [{ ingest: at }] : []),
  ]),
}));

const ANN = { actor: 'ann' };

async function take(db: Database, step: Step, documents: readonly unknown[]): Promise<void> {
  if ('ingest' in step) await ingestDocument(db, documents[step.ingest]);
  else if ('merge' in step) await merge(db, step.merge);
  else {
    const standing = (await readDecisions(db, null, 1_000)).filter((each) => each.standing);
    const decision = standing[step.split % standing.length]?.id;
    if (decision !== undefined) await splitEntities(db, { decision, reason: 'They are not.' }, ANN);
  }
}

/** Merges entities of the type of the one that the first number names, if there are several. */
async function merge(db: Database, [first = 0, ...numbers]: readonly number[]): Promise<void> {
  const rows = await read(db, 'MATCH (e:Entity) RETURN e.id AS id, e.type AS type ORDER BY id');
  const kept = rows[first % rows.length];
  const others = rows.filter((row) => row['type'] === kept?.['type'] && row !== kept);
  if (kept === undefined || others.length === 0) return;
  const ids = numbers.map((number) => text(others[number % others.length] as Row, 'id'));
  await mergeEntities(db, { keep: text(kept, 'id'), merge: ids, reason: 'One.' }, ANN);
}

describeEngines('entities that are merged and split between documents', (open) => {
  test('are what all documents and standing decisions make them', async () => {
    await fc.assert(
      fc.asyncProperty(HISTORIES, async ({ documents, steps }) => {
        const db = await open();
        for (const step of steps) await take(db, step, documents);
        const lines = (await readDecisions(db, null, 1_000))
          .filter((each) => each.standing)
          .map(decisionLine);
        const found = await dumpApartFromDecisions(db);
        const clean = await open();
        for (const document of documents) await ingestDocument(clean, document);
        for (const line of lines) await applyDecisionLine(clean, line);
        expect(found).toEqual(await dumpApartFromDecisions(clean));
      }),
      { numRuns: runs(40, 4), seed: 11 },
    );
  });
});
