import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { readDecisions } from '../../src/ingest/apply-decision.ts';
import { restoreStatement, withdrawStatement } from '../../src/ingest/decide-withdraw.ts';
import { errorOf, read } from '../graph/queries.ts';
import { describeEngines } from '../support/engines.ts';
import { answer } from '../support/graphql.ts';
import { SAMPLE, sampleDocument } from '../support/sample.ts';
import { decide, statementIds } from './decided.ts';
import { dumpApartFromDecisions, ingestAll } from './graph.ts';

const NOON = new Date('2025-03-01T12:00:00.000Z');
const MISTAKE = SAMPLE.statements.mistake.content;

describeEngines('a withdrawn statement', (open) => {
  let db: Database;
  let id: string;
  beforeEach(async () => {
    db = await open();
    await ingestAll(db, [sampleDocument()]);
    id = (await statementIds(db))[MISTAKE] ?? '';
  });
  const shown = async () => {
    const source = `query ($all: [Include!]) {
      statements(include: $all) { totalCount }
      entity(by: {name: "Delta Treaty"}) { statementsAbout(include: $all) { nodes { id } } }
    }`;
    interface Data {
      readonly statements: { readonly totalCount: number };
      readonly entity: { readonly statementsAbout: { readonly nodes: readonly { readonly id: string }[] } };
    }
    const [some, all] = await Promise.all(
      [[], ['WITHDRAWN']].map((include) =>
        answer<Data>(db, source, include.length > 0 ? { all: include } : {}),
      ),
    );
    const isIn = (data: Data | undefined) =>
      data?.entity.statementsAbout.nodes.some((each) => each.id === id);
    return [some?.statements.totalCount, isIn(some), all?.statements.totalCount, isIn(all)];
  };

  test('is out of lists with the time and the reason of the decision, and back as if nothing had been', async () => {
    const before = await dumpApartFromDecisions(db);
    expect(await shown()).toEqual([5, true, 5, true]);
    const withdrawn = await decide(db, 'withdrawStatement', { id, reason: 'Made up.' });
    const [decision] = withdrawn.decisions;
    expect(withdrawn).toMatchObject({ withdrawnAt: decision?.at, withdrawnReason: 'Made up.' });
    expect(decision).toMatchObject({ kind: 'WITHDRAW', actor: 'rita', reason: 'Made up.', undoneBy: null });
    expect(await shown()).toEqual([4, false, 5, true]);

    const restored = await decide(db, 'restoreStatement', { id, reason: 'It was said.' });
    const [first, second] = restored.decisions;
    expect(restored).toMatchObject({ withdrawnAt: null, withdrawnReason: null });
    expect(first).toMatchObject({ kind: 'WITHDRAW', undoneBy: { id: second?.id } });
    expect(second).toMatchObject({ kind: 'RESTORE', reason: 'It was said.', undoes: { id: first?.id } });
    expect(await dumpApartFromDecisions(db)).toEqual(before);
  });

  test('is not withdrawn again, nor one restored that is shown', async () => {
    expect(await decide(db, 'restoreStatement', { id })).toMatchObject({ withdrawnAt: null, decisions: [] });
    const first = await decide(db, 'withdrawStatement', { id, reason: 'First.' });
    const second = await decide(db, 'withdrawStatement', { id, reason: 'Second.' });
    expect(second).toEqual(first);
    expect(second.decisions).toHaveLength(1);
  });

  test('has decisions in the order in which they were made, also by a clock that stands still or goes back', async () => {
    const by = (minutes: number) => ({
      actor: 'ann',
      now: () => new Date(NOON.getTime() + minutes * 60_000),
    });
    await withdrawStatement(db, { id, reason: 'One.' }, by(0));
    await restoreStatement(db, { id, reason: 'Two.' }, by(0));
    await withdrawStatement(db, { id, reason: 'Three.' }, by(-5));
    await restoreStatement(db, { id, reason: 'Four.' }, by(5));
    expect((await readDecisions(db, null, 10)).map(({ at, reason }) => `${at} ${reason}`)).toEqual([
      '2025-03-01T12:00:00.000Z One.',
      '2025-03-01T12:00:00.001Z Two.',
      '2025-03-01T12:00:00.002Z Three.',
      '2025-03-01T12:05:00.000Z Four.',
    ]);
  });

  test('stays so when another run becomes current and goes again', async () => {
    await decide(db, 'withdrawStatement', { id });
    const later = {
      ...sampleDocument(),
      run: { ...sampleDocument().run, startedAt: '2024-02-01T00:00:00Z' },
    };
    await ingestAll(db, [later]);
    const [row] = await read(
      db,
      'MATCH (s:Statement {id: $id}) RETURN s.current AS current, s.latestPlace STARTS WITH "3" AS placed',
      { id },
    );
    expect(row).toEqual({ current: false, placed: true });
  });

  test('is one that is there', async () => {
    const nothing = 'sta_00000000000000000000000000000000';
    for (const field of ['withdrawStatement', 'restoreStatement']) {
      expect(await decide(db, field, { id: nothing })).toEqual({
        __typename: 'NotFound',
        code: 'NOT_FOUND',
        message: `No statement has the id "${nothing}".`,
      });
    }
  });
});

describe('a decision on a statement', () => {
  /** Throws whatever it is asked. */
  const none = {} as Database;
  const refusal = async (id: string, reason: string) =>
    (await errorOf(withdrawStatement(none, { id, reason }, { actor: 'ann' }))).message;
  const ID = 'sta_00000000000000000000000000000000';

  test.each([
    ['', 'is empty'],
    [' \n ', 'is empty'],
    ['x'.repeat(2_001), 'is too long: it has at most 2000 characters'],
    ['one\ntwo', 'has a control character'],
    ['\u0000', 'has a control character'],
    ['half \ud83d', 'has half of a surrogate pair'],
  ])('has a reason in one line, not %j', async (reason, fault) => {
    expect(await refusal(ID, reason)).toContain(`"reason" ${fault}`);
  });

  test('may have a reason of 2,000 characters, whatever they take', async () => {
    // It gets as far as to the graph.
    await expect(
      withdrawStatement(none, { id: ID, reason: `${'😀'.repeat(2_000)} ` }, { actor: 'ann' }),
    ).rejects.toThrow(TypeError);
  });

  test.each([
    ['x', '"x" is not an id.'],
    [ID.replace('sta', 'per'), `"${ID.replace('sta', 'per')}" is the id of a Person, not of a statement.`],
    [ID.replace('sta', 'evi'), `"${ID.replace('sta', 'evi')}" is the id of an Evidence, not of a statement.`],
  ])('says what is wrong with the id %s', async (id, message) => {
    expect(await refusal(id, 'r')).toBe(message);
  });
});
