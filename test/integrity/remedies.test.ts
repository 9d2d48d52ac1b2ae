import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { isDerived, remedyOf } from '../../src/integrity/remedies.ts';
import { RULE_NAMES, RULES, type RuleName } from '../../src/integrity/rules.ts';
import { exportOf } from '../ingest/exporting.ts';
import { describeEngines } from '../support/engines.ts';
import { openBreakable } from './breakable.ts';
import { BREAKS } from './breaks-all.ts';
import { seenAfter } from './findings.ts';

/** Those where nothing is broken that an export is made of. Of a decision that is gone as a whole only a backup tells. */
const DERIVED = BREAKS.filter(
  ({ rule, also = [], change }) =>
    [rule, ...also].every(isDerived) && !String(change).includes('DETACH DELETE d'),
);

test.each(RULE_NAMES)('there is something to do where %s is broken', (rule) => {
  expect(remedyOf(rule)).toMatch(/^[A-Z].*\.$/);
});

test('the page on integrity has a line for each rule, with what it says', () => {
  const page = readFileSync(new URL('../../docs/operations/integrity.md', import.meta.url), 'utf8');
  const lines = [...page.matchAll(/^\| `([a-z-]+)` \| (.*?) \| .+ \| (.+) \|$/gm)];
  expect(lines.map(([, rule, says]) => [rule, says])).toEqual(Object.entries(RULES));
  for (const [, rule, , remedy] of lines)
    expect([rule, remedy === 'rebuild']).toEqual([rule, isDerived(rule as RuleName)]);
});

describeEngines('an export of a graph in which nothing but derived things is broken', (open) => {
  let db: Database;
  let whole: readonly string[];
  beforeAll(async () => {
    db = await openBreakable(open);
    whole = await exportOf(db);
  });

  test.each(DERIVED)('is that of the whole graph: $rule by $detail', async ({ change }) => {
    const changes = typeof change === 'string' ? [change] : change;
    const lines = await seenAfter(db, changes, {}, (tx) =>
      exportOf({
        ...db,
        read: (query, params) => tx.run(query, params),
        readTransaction: (work) => work(tx),
      }),
    );
    expect(lines).toEqual(whole);
  });
});
