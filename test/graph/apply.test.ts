import { expect, test } from 'vitest';
import { applyPlan } from '../../src/graph/apply.ts';
import { GRAPH_PLAN } from '../../src/graph/plan.ts';
import { describeEngines } from '../support/engines.ts';
import { errorOf, read, write } from './queries.ts';

describeEngines('a graph of another version of the model', (open) => {
  const LATER = { ...GRAPH_PLAN, version: GRAPH_PLAN.version + 1 };

  test('is refused, and one of the same version is not', async () => {
    const db = await open();
    await applyPlan(db, GRAPH_PLAN);
    await applyPlan(db, GRAPH_PLAN);
    const error = await errorOf(applyPlan(db, LATER));
    expect(error).toMatchObject({
      code: 'CONFLICT',
      details: { stored: GRAPH_PLAN.version, wanted: LATER.version },
    });
    expect(error.message).toMatch(
      /With the release that wrote it, run "onrecord export .*"; then run "onrecord import .*" with this one, into an empty graph\.$/,
    );
    expect(await read(db, 'MATCH (m:GraphModel) RETURN m.version AS version')).toEqual([
      { version: GRAPH_PLAN.version },
    ]);
  });

  test('is one with articles that does not tell its version', async () => {
    const db = await open();
    await write(db, "CREATE (:Article {id: 'art_1'})");
    const { code, message } = await errorOf(applyPlan(db, GRAPH_PLAN));
    expect(code).toBe('CONFLICT');
    expect(message).toContain('version 1 of the graph model');
    expect(message).toContain('has no export: ingest its documents again into an empty graph');
  });
});
