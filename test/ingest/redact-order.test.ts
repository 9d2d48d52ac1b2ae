import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { nodeId } from '../../src/graph/id.ts';
import { text } from '../../src/graph/rows.ts';
import { readDecisions } from '../../src/ingest/apply-decision.ts';
import { checkAnnotation } from '../../src/ingest/check.ts';
import { correctStatement, undoCorrection } from '../../src/ingest/decide-correct.ts';
import { applyDecision } from '../../src/ingest/decision-records.ts';
import { identityOf } from '../../src/ingest/identity.ts';
import { ingestDocument, ingestDocuments } from '../../src/ingest/pipeline.ts';
import { errorOf, read } from '../graph/queries.ts';
import { documentsOf } from '../graphql/random/documents.ts';
import { ARTICLES } from '../graphql/random/plans.ts';
import { describeEngines } from '../support/engines.ts';
import { runs } from '../support/graphql.ts';
import { sampleDocument } from '../support/sample.ts';
import { exportOf, importAll } from './exporting.ts';
import { dump, dumpApartFromDecisions, dumpApartFromTimes } from './graph.ts';
import { found, redaction } from './redacting.ts';

const ANN = { actor: 'ann', now: () => new Date('2024-07-01T12:00:00Z') };

const DECIDED = ARTICLES(2).chain((articles) => {
  const documents = documentsOf(articles, [0, 3]).map(({ document }) => document);
  return fc.record({
    documents: fc.constant(documents),
    order: fc.shuffledSubarray([...documents.keys()], { minLength: documents.length }),
    redactions: fc.array(
      fc.record({
        of: fc.nat(documents.length - 1),
        keep: fc.constantFrom(0, 3, 8, 20, 60),
        /** After so many documents, as soon as its article is there. */
        after: fc.nat(documents.length),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  });
});

describeEngines('redactions and documents in any order', (open) => {
  test('make one graph', async () => {
    await fc.assert(
      fc.asyncProperty(DECIDED, async ({ documents, order, redactions }) => {
        const decisions = redactions.map(({ of, keep, after }, at) => {
          const { articleId: article } = identityOf(checkAnnotation(documents[of]).document);
          const when = `2024-07-01T12:00:0${at}.000Z`;
          return {
            after,
            record: redaction(article, keep, when),
          };
        });
        const atEnd = await open();
        await ingestAll(atEnd, documents);
        for (const { record } of decisions) await applyDecision(atEnd, record);
        const expected = await dumpApartFromTimes(atEnd);
        const mixed = await open();
        const waiting = [...decisions];
        for (const [count, index] of order.entries()) {
          await ingestAll(mixed, [documents[index]]);
          for (const decision of [...waiting]) {
            const isLast = count + 1 === order.length;
            if ((decision.after > count && !isLast) || !(await hasArticle(mixed, decision.record.article)))
              continue;
            await applyDecision(mixed, decision.record);
            waiting.splice(waiting.indexOf(decision), 1);
          }
        }
        expect(await dumpApartFromTimes(mixed)).toEqual(expected);
        const lines = await exportOf(mixed);
        const imported = await open();
        await importAll(imported, lines);
        expect(await exportOf(imported)).toEqual(lines);
        expect(await dumpApartFromTimes(imported)).toEqual(expected);
      }),
      { numRuns: runs(25, 1), seed: 21 },
    );
  });
});

describeEngines('a redaction as a line', (open) => {
  const AT = '2024-07-01T12:00:00.000Z';

  test('is made once, and refused where it contradicts or has nothing to be about', async () => {
    const db = await open();
    const { articleId } = await ingestDocument(db, sampleDocument());
    const line = redaction(articleId, 20, AT);
    expect(await applyDecision(db, line, { dryRun: true })).toEqual({ id: line.id, status: 'created' });
    expect(await found(db, 'treaty was')).toEqual(['treaty was']);
    expect(await applyDecision(db, line)).toEqual({ id: line.id, status: 'created' });
    expect(await found(db, 'treaty was')).toEqual([]);
    const before = await dump(db);
    expect(await applyDecision(db, line)).toEqual({ id: line.id, status: 'unchanged' });
    const other = { ...line, reason: 'Else.' };
    expect(await errorOf(applyDecision(db, other))).toMatchObject({ code: 'CONFLICT' });
    const elsewhere = redaction(nodeId('Article', 'nowhere'), 20, AT);
    expect(await errorOf(applyDecision(db, elsewhere))).toMatchObject({
      code: 'INVALID_INPUT',
      details: { problems: [{ pointer: '/article' }] },
    });
    const { keepLength: _, ...short } = line;
    expect(await errorOf(applyDecision(db, short))).toMatchObject({
      code: 'INVALID_INPUT',
      details: { problems: [{ reason: 'a REDACT has article and keepLength, and this has article' }] },
    });
    expect(await dump(db)).toEqual(before);
  });

  test('that keeps more is recorded, and gives nothing back', async () => {
    const db = await open();
    const { articleId } = await ingestDocument(db, sampleDocument());
    await applyDecision(db, redaction(articleId, 0, AT));
    await applyDecision(db, redaction(articleId, 300, AT));
    const kept = await read(db, 'MATCH (a:Article) RETURN a.keepLength AS keepLength ORDER BY a.id');
    expect(kept).toEqual([{ keepLength: 0 }]);
    expect(await readDecisions(db, null, 9)).toHaveLength(2);
    expect(await found(db, 'a mistake')).toEqual([]);
  });

  test('comes to the same before and after a correction, and when that is taken back', async () => {
    const graphs: unknown[] = [];
    for (const isFirst of [true, false]) {
      const db = await open();
      const { articleId } = await ingestDocument(db, sampleDocument());
      const statements = await read(
        db,
        "MATCH (s:Statement {quote: 'a mistake'}) RETURN s.id AS id ORDER BY id",
      );
      const id = text(statements[0] ?? {}, 'id');
      const line = redaction(articleId, 20, AT);
      if (isFirst) await applyDecision(db, line);
      await correctStatement(db, { id, kind: 'INDIRECT', acts: ['DENY'], reason: 'So.' }, ANN).catch(
        // With the text it is seen that the words stand in quotation marks.
        () => correctStatement(db, { id, acts: ['DENY'], reason: 'So.' }, ANN),
      );
      if (!isFirst) await applyDecision(db, line);
      const [quoted] = await read(db, 'MATCH (s:Statement {id: $id}) RETURN s.quote AS quote ORDER BY s.id', {
        id,
      });
      const [correction] = (await readDecisions(db, null, 9)).filter(({ kind }) => kind === 'CORRECT');
      await undoCorrection(db, { decision: correction?.id ?? '', reason: 'No.' }, ANN);
      graphs.push(await dumpApartFromDecisions(db));
      if (correction?.changes?.kind === 'INDIRECT') expect(quoted).toEqual({ quote: null });
    }
    expect(graphs[0]).toEqual(graphs[1]);
  });
});

async function ingestAll(db: Database, documents: readonly unknown[]): Promise<void> {
  for (const outcome of await ingestDocuments(db, documents)) if ('error' in outcome) throw outcome.error;
}

async function hasArticle(db: Database, id: string): Promise<boolean> {
  return (await read(db, 'MATCH (a:Article {id: $id}) RETURN a.id AS id', { id })).length > 0;
}
