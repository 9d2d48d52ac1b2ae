import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { DecisionSpool } from '../../src/ingest/decision-spool.ts';
import type { ReadDocument } from '../../src/ingest/read-documents.ts';
import { folderOf } from '../support/folders.ts';
import { all } from '../support/streams.ts';

interface Decided {
  readonly at: string | number;
  readonly id: string;
}

const decisions: fc.Arbitrary<readonly Decided[]> = fc.array(
  fc.record({
    at: fc.constantFrom('2024-01', '2024-02', '2024-03', 7),
    id: fc.constantFrom('a', 'b', '"\n'),
  }),
  { maxLength: 30 },
);

function readOf(value: Decided, index: number): ReadDocument {
  const text = JSON.stringify(value);
  return { file: `f${index % 3}`, line: index, text, value, bytes: Buffer.byteLength(text) };
}

/** What is no time comes first: it is refused anyway. */
function compare(a: Decided, b: Decided): number {
  const at = ({ at }: Decided) => (typeof at === 'string' ? at : '');
  if (at(a) !== at(b)) return at(a) < at(b) ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

test('decisions come back in the order in which they were made, however few of them are held', async () => {
  await fc.assert(
    fc.asyncProperty(decisions, fc.constantFrom(0, 60, 1_000_000), async (values, maxHeld) => {
      const spool = new DecisionSpool(maxHeld);
      const reads = values.map(readOf);
      for (const read of reads) await spool.add(read);
      expect(spool.count).toBe(reads.length);
      const sorted = reads.toSorted((a, b) => compare(a.value as Decided, b.value as Decided));
      expect(await all(spool.sorted())).toEqual(sorted);
      await spool.close();
    }),
    { numRuns: 60 },
  );
});

test('nothing of them stays on the disk', async () => {
  const folder = await folderOf();
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, folder);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const spool = new DecisionSpool(0);
  await spool.add(readOf({ at: '2024', id: 'a' }, 1));
  expect(readdirSync(folder)).toHaveLength(1);
  await spool.close();
  expect(readdirSync(folder)).toEqual([]);
});
