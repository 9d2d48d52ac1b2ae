import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { nodeId } from '../../src/graph/id.ts';
import { applyDecisionLine, readDecisions } from '../../src/ingest/apply-decision.ts';
import { type DecisionLine, decisionLine } from '../../src/ingest/decision-line.ts';
import { errorOf, read } from '../graph/queries.ts';
import { documentOf, type EntitySpec } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { SAMPLE, sampleDocument } from '../support/sample.ts';
import { decide, entityId, statementIds } from './decided.ts';
import { dump, dumpApartFromTimes, ingestAll } from './graph.ts';

const person = (name: string, more: Partial<EntitySpec> = {}): EntitySpec => ({
  type: 'PERSON',
  name,
  ...more,
});

/** Keeps an Ek apart from Carl Ek, who is called so, too. */
const APART = documentOf({
  text: 'Ek met Carl Ek. Dora Dahl left.',
  key: 'apart',
  entities: {
    ek: person('Ek'),
    carl: person('Carl Ek', { qid: 'Q900001', aliases: ['Ek'] }),
    dahl: person('Dora Dahl'),
  },
  mentions: {
    ek: { at: 'Ek', of: 'ek' },
    carl: { at: 'Carl Ek', of: 'carl' },
    dahl: { at: 'Dora Dahl', of: 'dahl' },
  },
});
/** Somebody else who is called Ek: from then on the name is nobody in particular, and nobody is kept apart by it. */
const RIVAL = documentOf({
  text: 'Ek came.',
  key: 'rival',
  entities: { other: person('Anna Ek', { qid: 'Q9', aliases: ['Ek'] }) },
  mentions: { other: { at: 'Ek', of: 'other' } },
});
const DOCUMENTS = [sampleDocument(), APART];

async function lines(db: Database): Promise<DecisionLine[]> {
  return (await readDecisions(db, null, 1_000)).map(decisionLine);
}

/** One decision of each kind, all of them taken back but the last of each. */
async function decideAll(db: Database): Promise<void> {
  const ids = await statementIds(db);
  const id = ids[SAMPLE.statements.mistake.content];
  const carl = await entityId(db, { name: 'Carl Ek' });
  const dahl = await entityId(db, { name: 'Dora Dahl' });
  const [ek] = await read(
    db,
    "MATCH (:Mention {exact: 'Ek', start: 0})-[:REFERS_TO]->(e:Entity) RETURN e.id AS id",
  );
  for (const reason of ['One.', 'Two.']) {
    const input = { speakers: [{ id: carl }, { id: ek?.['id'] }], acts: ['DENY'], about: [], reason };
    const [correction] = (await decide(db, 'correctStatement', { id, ...input })).decisions;
    const merge = await decide(db, 'mergeEntities', { keep: dahl, merge: [ek?.['id']], reason });
    const withdrawal = await decide(db, 'withdrawStatement', { id, reason });
    expect([merge.__typename, withdrawal.__typename]).toEqual(['Decision', 'Statement']);
    if (reason === 'Two.') return;
    await decide(db, 'splitEntities', { decision: merge.id });
    await decide(db, 'undoCorrection', { decision: correction?.id });
    await decide(db, 'restoreStatement', { id });
  }
}

describeEngines('decisions as lines', (open) => {
  let db: Database;
  beforeEach(async () => {
    db = await open();
    await ingestAll(db, DOCUMENTS);
  });

  test('make the same graph of the same documents, decisions included', async () => {
    await decideAll(db);
    const made = await lines(db);
    expect(made.map(({ kind }) => kind)).toEqual([
      ...['CORRECT', 'MERGE', 'WITHDRAW', 'SPLIT', 'CORRECT', 'RESTORE'],
      ...['CORRECT', 'MERGE', 'WITHDRAW'],
    ]);
    const wanted = await dumpApartFromTimes(db);
    const other = await open();
    await ingestAll(other, DOCUMENTS);
    for (const line of made) {
      const sent = JSON.parse(JSON.stringify(line));
      expect(await applyDecisionLine(other, sent)).toEqual({ id: line.id, status: 'created' });
    }
    expect(await dumpApartFromTimes(other)).toEqual(wanted);
    expect(await lines(other)).toEqual(made);
  });

  test('are refused with an id that is not that of what they say, and change nothing', async () => {
    await decideAll(db);
    const made = await lines(db);
    const other = await open();
    await ingestAll(other, DOCUMENTS);
    const before = await dump(other);
    const [first] = made;
    const told = await errorOf(applyDecisionLine(other, { ...first, actor: 'somebody else' }));
    expect(told).toMatchObject({
      code: 'INVALID_INPUT',
      details: { problems: [{ pointer: '/id', reason: expect.stringMatching(/which is "dec_[0-9a-f]+"$/) }] },
    });
    expect(await dump(other)).toEqual(before);
  });

  test('change nothing the second time', async () => {
    await decideAll(db);
    const before = await dump(db);
    for (const line of await lines(db))
      expect(await applyDecisionLine(db, line)).toEqual({ id: line.id, status: 'unchanged' });
    expect(await dump(db)).toEqual(before);
  });

  test('hold where nobody is kept apart by then whom they are about', async () => {
    await decideAll(db);
    await ingestAll(db, [RIVAL]);
    const made = await lines(db);
    const wanted = await dumpApartFromTimes(db);
    const other = await open();
    await ingestAll(other, [...DOCUMENTS, RIVAL]);
    for (const line of made) await applyDecisionLine(other, line);
    expect(await dumpApartFromTimes(other)).toEqual(wanted);
  });

  test('come in pages, in the order in which they were made', async () => {
    await decideAll(db);
    const all = await readDecisions(db, null, 100);
    const paged = [];
    for (let after = null; ; ) {
      const page = await readDecisions(db, after, 2);
      if (page.length === 0) break;
      paged.push(...page);
      after = page.at(-1) ?? null;
    }
    expect(paged).toEqual(all);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted());
  });

  test('are refused where the graph has not what they are about, by pointers, and nothing is written', async () => {
    await decideAll(db);
    const made = await lines(db);
    const other = await open();
    const unknown = async (line: DecisionLine | undefined) => {
      const { code, details } = await errorOf(applyDecisionLine(other, line));
      return [
        code,
        ...(details as { problems: { pointer: string }[] }).problems.map(({ pointer }) => pointer),
      ];
    };
    const [correct, merge, withdraw, split] = made;
    expect(await unknown(correct)).toEqual(['INVALID_INPUT', '/statement']);
    expect(await unknown(merge)).toEqual(['INVALID_INPUT', '/keep', '/merge/0']);
    expect(await unknown(withdraw)).toEqual(['INVALID_INPUT', '/statement']);
    expect(await unknown(split)).toEqual(['INVALID_INPUT', '/undoes']);
    expect(await dump(other)).toEqual({ nodes: [], edges: [] });
    await ingestAll(other, [sampleDocument()]);
    expect(await unknown(correct)).toEqual(['INVALID_INPUT', '/changes/speakers/1']);
    // An article alone does not make a private key.
    const foreign = {
      ...correct,
      privateTo: { [correct?.changes?.speakers?.[1] ?? '']: nodeId('Article', 'sample-1') },
    };
    expect(await unknown(foreign as DecisionLine)).toEqual(['INVALID_INPUT', '/changes/speakers/1']);
    expect(await lines(other)).toEqual([]);
  });

  test('are in conflict with decisions here that say otherwise', async () => {
    await decideAll(db);
    const made = await lines(db);
    const conflict = async (line: object) => {
      const { code, message } = await errorOf(applyDecisionLine(db, line));
      return `${code}: ${message}`;
    };
    const [correct, , , split] = made;
    const [, merge, withdraw] = made.slice(6);
    const id = 'dec_00000000000000000000000000000000';
    expect(await conflict({ ...correct, reason: 'Another.' })).toBe(
      `CONFLICT: The decision "${correct?.id}" is in the graph with other content.`,
    );
    expect(await conflict({ ...merge, id })).toContain('CONFLICT: A decision here merged');
    expect(await conflict({ ...withdraw, id })).toBe(
      `CONFLICT: The decision "${withdraw?.id}" withdrew "${withdraw?.statement}" already.`,
    );
    expect(await conflict({ ...split, id })).toBe(
      `CONFLICT: The decision "${split?.undoes}" was taken back before.`,
    );
    expect(await conflict({ ...split, id, undoes: withdraw?.id })).toContain('INVALID_INPUT');
    expect(await lines(db)).toEqual(made);
  });

  test('that break rules of documents here are refused, too', async () => {
    await decideAll(db);
    const [, , , , , , correct] = await lines(db);
    const id = 'dec_00000000000000000000000000000000';
    const direct = {
      ...correct,
      id,
      at: '2030-01-01T00:00:00.000Z',
      changes: { kind: 'DIRECT' },
      privateTo: undefined,
    };
    const { code, details } = await errorOf(applyDecisionLine(db, direct));
    expect(code).toBe('INVALID_INPUT');
    expect(details['problems']).toMatchObject([{ pointer: '/statements/3/content/0' }]);
  });
});

describe('a line', () => {
  const id = (prefix: string) => `${prefix}_${'0'.repeat(32)}`;
  const MERGE = {
    format: 'onrecord-decision/1',
    id: id('dec'),
    kind: 'MERGE',
    actor: 'ann',
    at: '2025-01-01T00:00:00.000Z',
    reason: 'r',
    keep: id('per'),
    merge: [id('per')],
  };
  const CORRECT = { ...MERGE, kind: 'CORRECT', keep: undefined, merge: undefined, statement: id('sta') };

  test.each([
    ['another format', { ...MERGE, format: 'onrecord-decision/2' }, '/format'],
    ['a field of its own', { ...MERGE, more: 1 }, '/more'],
    ['no id', { ...MERGE, id: 'x' }, '/id'],
    ['the id of something else', { ...MERGE, keep: id('sta') }, '/keep'],
    ['a time that sorts otherwise', { ...MERGE, at: '2025-01-01T00:00:00Z' }, '/at'],
    ['a reason in two lines', { ...MERGE, reason: 'one\ntwo' }, '/reason'],
    ['a reason that is not trimmed', { ...MERGE, reason: ' r' }, '/reason'],
    ['nothing to merge', { ...MERGE, merge: [] }, '/merge'],
    ['what another kind has', { ...MERGE, statement: id('sta') }, ''],
    ['not what its kind has', { ...MERGE, kind: 'SPLIT' }, ''],
    ['a correction of nothing', { ...CORRECT, changes: {} }, '/changes'],
    ['a correction that is not one', { ...CORRECT, changes: { kind: 'LOUD' } }, '/changes/kind'],
    ['both forms of a correction', { ...CORRECT, changes: { kind: 'DIRECT' }, undoes: id('dec') }, ''],
    ['no object', 'MERGE', ''],
  ])('with %s is refused where it stands', async (_what, line, pointer) => {
    const { code, details } = await errorOf(applyDecisionLine({} as Database, line));
    expect(code).toBe('INVALID_INPUT');
    expect((details as { problems: object[] }).problems).toEqual([
      { pointer, reason: expect.stringMatching(/\w/) },
    ]);
  });
});
