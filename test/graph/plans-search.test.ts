import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { DOCUMENTS } from '../graphql/claims.ts';
import { describeEngines } from '../support/engines.ts';
import { answer } from '../support/graphql.ts';
import { HUB_TIMEOUT_MS, hubMentions, hubStatements, writeHub } from './hub.ts';
import { Profiler, type RecordedQuery, recording, SCANS } from './profile.ts';

const MANY = 3_000;

describeEngines('looking for words', (open) => {
  let db: Database;
  let reads: RecordedQuery[];
  let profiler: Profiler;
  beforeAll(async () => {
    const empty = await open();
    // So many others that a scan would never pay.
    await writeHub(empty, hubStatements(MANY), hubMentions(MANY));
    for (const document of DOCUMENTS) await ingestDocument(empty, document);
    ({ db, reads } = recording(empty));
    profiler = await Profiler.open();
  }, HUB_TIMEOUT_MS);
  afterAll(() => profiler.close());

  test.each([
    ['search', '{ search(query: "norland talks") { nodes { score } } }'],
    [
      'search',
      '{ search(query: "\\"has said\\" nor* бек Zelens*", types: [ENTITY, STATEMENT, ARTICLE]) { nodes { score } } }',
    ],
    ['findQuote', '{ findQuote(text: "the pact is not dead") { verdict matches { similarity } } }'],
    ['findQuote', '{ findQuote(text: "that Norland will sign") { verdict matches { similarity } } }'],
  ])('%s scans nothing: %s', async (_, query) => {
    reads.length = 0;
    await answer(db, query);
    const scans: string[] = [];
    for (const read of reads) {
      const { operators } = await profiler.profile(read);
      scans.push(
        ...operators.filter((name) => SCANS.test(name)).map((name) => `${read.query.name}: ${name}`),
      );
    }
    expect(reads.length).toBeGreaterThan(0);
    expect(scans).toEqual([]);
  });
});
