import fc from 'fast-check';
import type { OpenDatabase } from '../../support/engines.ts';
import { checkList } from './asking.ts';
import { checkCounts } from './counting.ts';
import { graphs } from './graphs.ts';
import { checkMentions } from './mentions.ts';
import {
  asOfQuestions,
  countQuestions,
  type ListQuestion,
  listQuestions,
  mentionQuestions,
} from './questions.ts';
import { store } from './stored.ts';
import { checkTenures } from './tenures.ts';
import { GROUPS } from './world.ts';

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

/** What members of each group said is asked of every graph: who is one, all its documents decide together. */
const OF_GROUPS: readonly ListQuestion[] = GROUPS.map((group) => ({
  list: { kind: 'all' },
  where: { saidByGroup: [group] },
  order: null,
  include: [],
  way: 1,
  size: 100,
  backward: false,
  after: null,
  before: null,
}));

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
    }),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ({ graph, lists, counts, mentions, asOf }) => {
      const db = await open();
      try {
        const stored = await store(db, graph);
        for (const question of [...lists, ...OF_GROUPS]) await checkList(db, stored, question);
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
}
