import fc from 'fast-check';
import { expect } from 'vitest';
import type { OpenDatabase } from '../../support/engines.ts';
import { ALWAYS } from './always.ts';
import { checkList } from './asking.ts';
import { checkCounts } from './counting.ts';
import { graphs } from './graphs.ts';
import { checkMentions } from './mentions.ts';
import { asOfQuestions, countQuestions, listQuestions, mentionQuestions } from './questions.ts';
import { lookingAtFew } from './scanning.ts';
import { store } from './stored.ts';
import { checkTenures } from './tenures.ts';

export interface Extent {
  readonly graphs: number;
  /** Questions to each graph. */
  readonly lists: number;
  readonly counts: number;
  readonly maxArticles: number;
  /** Random where not given; a failure says it, and with it is found again. */
  readonly seed?: number;
  /** How long to look for the smallest graph and questions that fail; the first is told where not given. */
  readonly shrinkForMs?: number;
}

/** That any question to any graph is answered as by looking at every statement of its documents. */
export async function checkRandomGraphs(open: OpenDatabase, extent: Extent): Promise<void> {
  const exactly = (length: number) => ({ minLength: length, maxLength: length });
  const cases = graphs(extent.maxArticles).chain((graph) =>
    fc.record({
      graph: fc.constant(graph),
      lists: fc.array(listQuestions(graph), exactly(extent.lists)),
      counts: fc.array(countQuestions(graph), exactly(extent.counts)),
      mentions: mentionQuestions,
      asOf: asOfQuestions,
      // Records that the filters of most graphs look at before they say that they stopped.
      scanned: fc.option(fc.integer({ min: 1, max: 6 }), { freq: 4, nil: null }),
    }),
  );
  let stopped = 0;
  await fc.assert(
    fc.asyncProperty(cases, async ({ graph, lists, counts, mentions, asOf, scanned }) => {
      const db = await open();
      try {
        const stored = await store(db, graph);
        const asked = scanned === null ? db : lookingAtFew(db, scanned);
        for (const question of [...lists, ...ALWAYS]) stopped += await checkList(asked, stored, question);
        for (const question of counts) await checkCounts(db, stored, question);
        await checkMentions(db, stored, mentions);
        await checkTenures(db, stored, asOf);
      } finally {
        await db.close();
      }
    }),
    {
      numRuns: extent.graphs,
      ...(extent.shrinkForMs === undefined
        ? { endOnFailure: true }
        : { interruptAfterTimeLimit: extent.shrinkForMs, markInterruptAsFailure: true }),
      ...(extent.seed !== undefined && { seed: extent.seed }),
    },
  );
  // Else the limit of a scan goes by another name now.
  expect(stopped).toBeGreaterThan(0);
}
