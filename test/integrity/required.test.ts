import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import * as shape from '../../src/integrity/shape.ts';
import { describeEngines } from '../support/engines.ts';
import { openBreakable } from './breakable.ts';
import { findingsAfter } from './findings.ts';

const KINDS: readonly shape.NodeKind[] = Object.values(shape).filter(
  (each): each is shape.NodeKind => typeof each === 'object' && 'required' in each,
);

describeEngines('a required property', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await openBreakable(open);
  });

  test.each(KINDS)('that a $label lacks is found', async ({ label, required }) => {
    const found = await Promise.resolve(required.filter((property) => property !== 'id'));
    for (const property of found) {
      const change = `MATCH (n:${label}) WHERE n.${property} IS NOT NULL WITH n ORDER BY n.id LIMIT 1 REMOVE n.${property} RETURN n.id AS id`;
      const { findings, id } = await findingsAfter(db, [change]);
      expect(findings, property).toContainEqual({
        rule: 'required-properties',
        id,
        detail: expect.stringMatching(new RegExp(`\\b${property} is missing`)),
      });
    }
  });

  test.each(KINDS)('id that a $label lacks is found', async ({ label }) => {
    const { findings } = await findingsAfter(db, [
      `MATCH (n:${label}) WITH n ORDER BY n.id LIMIT 1 REMOVE n.id RETURN labels(n) AS id`,
    ]);
    expect(findings).toContainEqual({
      rule: 'required-properties',
      id: null,
      detail: expect.stringMatching(new RegExp(`^an? ${label} .*has no id`)),
    });
  });
});
