import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { RULE_NAMES } from '../../src/integrity/rules.ts';
import { describeEngines } from '../support/engines.ts';
import { openBreakable } from './breakable.ts';
import { BREAKS } from './breaks-all.ts';
import { findingsAfter, findingsOf } from './findings.ts';

describeEngines('the check', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await openBreakable(open);
  });

  test('finds nothing in what ingests and decisions wrote', async () => {
    expect(await findingsOf(db)).toEqual([]);
  });

  test.each(BREAKS)('finds $rule by $detail', async ({ rule, change, detail, also = [] }) => {
    const { findings, id } = await findingsAfter(db, typeof change === 'string' ? [change] : change);
    expect(findings).toContainEqual({ rule, id, detail: expect.stringMatching(detail) });
    expect(new Set(findings.map((finding) => finding.rule))).toEqual(new Set([rule, ...also]));
  });

  test('is tried on every rule, but for those that need a graph without constraints', () => {
    const broken = new Set(BREAKS.flatMap(({ rule, also = [] }) => [rule, ...also]));
    expect(RULE_NAMES.filter((name) => !broken.has(name))).toEqual(['unique-keys']);
  });

  test('finds nothing when all of that has been undone', async () => {
    expect(await findingsOf(db)).toEqual([]);
  });
});
