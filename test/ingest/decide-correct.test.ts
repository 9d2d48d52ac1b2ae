import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { documentOf } from '../support/documents.ts';
import { describeEngines } from '../support/engines.ts';
import { answer } from '../support/graphql.ts';
import { SAMPLE, sampleDocument } from '../support/sample.ts';
import { decide, entityId, statementIds } from './decided.ts';
import { dumpApartFromDecisions, ingestAll } from './graph.ts';

/** Another article with somebody whom the sample does not know. */
const OTHER = documentOf({
  text: 'Dora Dahl spoke. A spokesman left.',
  key: 'other',
  entities: {
    dahl: { type: 'PERSON', name: 'Dora Dahl' },
    spokesman: { type: 'UNNAMED_SOURCE', name: 'A spokesman' },
  },
  mentions: { dahl: { at: 'Dora Dahl', of: 'dahl' }, spokesman: { at: 'A spokesman', of: 'spokesman' } },
});

const PLAN = SAMPLE.statements.plan.content;
const READY = SAMPLE.statements.ready.content.join(' ');
const MISTAKE = SAMPLE.statements.mistake.content;

describeEngines('a correction', (open) => {
  let db: Database;
  let ids: Record<string, string>;
  beforeEach(async () => {
    db = await open();
    await ingestAll(db, [sampleDocument(), OTHER]);
    ids = await statementIds(db);
  });
  const correct = (content: string, input: object) =>
    decide(db, 'correctStatement', { id: ids[content], ...input });

  test('gives a statement to other speakers, and takes with it what was said of the former ones', async () => {
    const before = await dumpApartFromDecisions(db);
    const result = await correct(PLAN, { speakers: [{ name: 'Dora Dahl' }], reason: ' Not her. ' });
    expect(result.saidBy).toEqual({
      speakers: [{ name: 'Dora Dahl' }],
      speakingAs: null,
      onBehalfOf: null,
      mention: null,
    });
    const [decision] = result.decisions;
    expect(decision).toMatchObject({
      kind: 'CORRECT',
      actor: 'rita',
      reason: 'Not her.',
      entities: [{ name: 'Dora Dahl' }],
      undoneBy: null,
    });
    const source = `{ entity(by: {name: "Dora Dahl"}) {
      statements(where: {saidBy: [{name: "Dora Dahl"}]}) { totalCount nodes { content } } decisions { kind }
    } }`;
    expect(await answer(db, source)).toEqual({
      entity: {
        statements: { totalCount: 1, nodes: [{ content: PLAN }] },
        decisions: [{ kind: 'CORRECT' }],
      },
    });
    // It was carried from a statement of the same speaker.
    const ready = await decide(db, 'restoreStatement', { id: ids[READY] });
    expect(ready.addressee).toMatchObject({ carried: false, entities: [{ name: 'reporters' }] });

    const undone = await decide(db, 'undoCorrection', { decision: decision?.id });
    expect(undone.saidBy).toMatchObject({
      speakers: [{ name: 'Anna Berg' }],
      speakingAs: { name: 'Finance Minister' },
      mention: { exact: 'Anna Berg' },
    });
    const [corrected, back] = undone.decisions;
    expect(corrected?.undoneBy).toEqual({ id: back?.id });
    expect(back).toMatchObject({
      kind: 'CORRECT',
      undoes: { id: corrected?.id },
      entities: [{ name: 'Dora Dahl' }],
    });
    expect(await dumpApartFromDecisions(db)).toEqual(before);
  });

  test('keeps the mention and the office where a speaker stays', async () => {
    const result = await correct(PLAN, { speakers: [{ name: 'Anna Berg' }, { name: 'Dora Dahl' }] });
    expect(result.saidBy).toMatchObject({
      speakers: [{ name: 'Anna Berg' }, { name: 'Dora Dahl' }],
      speakingAs: { name: 'Finance Minister' },
      onBehalfOf: { name: 'Norland' },
      mention: { exact: 'Anna Berg' },
    });
  });

  test('of a kind, of acts and of subjects changes what follows from them', async () => {
    const before = await dumpApartFromDecisions(db);
    const result = await correct(MISTAKE, { kind: 'INDIRECT', acts: ['ASSERT', 'CRITICIZE'], about: [] });
    expect(result).toMatchObject({ kind: 'INDIRECT', quote: null, acts: ['ASSERT', 'CRITICIZE'], about: [] });
    const more = await correct(MISTAKE, { speakers: [], about: [{ qid: 'Q900002' }] });
    expect(more).toMatchObject({ kind: 'INDIRECT', about: [{ name: 'Norland' }] });
    expect(more.evidence).toContainEqual({ role: 'SOURCE', exact: 'Two officials' });
    const none = await answer(db, '{ statements(where: {source: NONE}) { nodes { content } } }');
    expect(none).toEqual({ statements: { nodes: [{ content: MISTAKE }] } });

    const [first, second] = more.decisions.map(({ id }) => id);
    const back = await decide(db, 'undoCorrection', { decision: first });
    expect(back).toMatchObject({ kind: 'MIXED', acts: ['CRITICIZE'], about: [{ name: 'Norland' }] });
    await decide(db, 'undoCorrection', { decision: second });
    expect(await dumpApartFromDecisions(db)).toEqual(before);
  });

  test('that nobody knows the addressee takes away whom the document names, with the words', async () => {
    const before = await dumpApartFromDecisions(db);
    const result = await correct(PLAN, { addresseeState: 'UNKNOWN' });
    expect(result.addressee).toEqual({ state: 'UNKNOWN', text: null, carried: false, entities: [] });
    expect(result.evidence.map(({ role }) => role)).not.toContain('ADDRESSEE');
    const told = await correct(PLAN, { addressees: [{ name: 'Carl Ek' }] });
    expect(told.addressee).toEqual({
      state: 'KNOWN',
      text: 'reporters',
      carried: false,
      entities: [{ name: 'Carl Ek' }],
    });
    for (const { id } of told.decisions) await decide(db, 'undoCorrection', { decision: id });
    expect(await dumpApartFromDecisions(db)).toEqual(before);
  });

  test('has to keep the rules of documents, and else changes nothing', async () => {
    const before = await dumpApartFromDecisions(db);
    const direct = await correct(MISTAKE, { kind: 'DIRECT' });
    expect(direct).toMatchObject({
      __typename: 'InvalidAnnotation',
      code: 'INVALID_INPUT',
      at: [{ pointer: '/statements/3/content/0', reason: expect.stringContaining('quotation marks') }],
    });
    const told = await correct(MISTAKE, { addressees: [{ name: 'Anna Berg' }] });
    expect(told).toMatchObject({ at: [{ pointer: '/statements/3/addressee/evidence' }] });
    const foreign = await correct(MISTAKE, { speakers: [{ name: 'A spokesman' }] });
    expect(foreign).toMatchObject({
      __typename: 'InvalidAnnotation',
      at: [
        { pointer: '/statements/3/source/speakers/0', reason: expect.stringContaining('another article') },
      ],
    });
    expect(await dumpApartFromDecisions(db)).toEqual(before);
    expect(await decide(db, 'restoreStatement', { id: ids[MISTAKE] })).toMatchObject({ decisions: [] });
  });

  test('that says what is so already is none', async () => {
    const same = await correct(PLAN, { speakers: [{ name: 'Anna Berg' }], kind: 'INDIRECT' });
    expect(same).toMatchObject({ __typename: 'Statement', decisions: [] });
  });

  test('names entities that are there, and no ambiguous ones', async () => {
    expect(await correct(PLAN, { speakers: [{ name: 'Nobody' }] })).toMatchObject({
      __typename: 'NotFound',
      message: 'No entity has the name "Nobody".',
    });
    const sole = documentOf({
      text: 'Carl Ek spoke.',
      key: 'namesake',
      entities: { ek: { type: 'PERSON', name: 'Carl Ek', qid: 'Q77' } },
      mentions: { ek: { at: 'Carl Ek', of: 'ek' } },
    });
    await ingestAll(db, [sole]);
    const one = await entityId(db, { qid: 'Q77' });
    const result = await correct(PLAN, { about: [{ qid: 'Q77' }, { name: 'Carl Ek' }] });
    expect(result).toMatchObject({ __typename: 'InvalidAnnotation', code: 'AMBIGUOUS' });
    expect(result.at).toEqual([{ pointer: '/about/1', reason: expect.stringContaining(`${one} (Carl Ek)`) }]);
  });

  test('is about a statement that is there, and taken back as a correction that is there', async () => {
    const nothing = 'sta_00000000000000000000000000000000';
    expect(await decide(db, 'correctStatement', { id: nothing, kind: 'DIRECT' })).toMatchObject({
      __typename: 'NotFound',
      message: `No statement has the id "${nothing}".`,
    });
    const decision = 'dec_00000000000000000000000000000000';
    expect(await decide(db, 'undoCorrection', { decision })).toMatchObject({ __typename: 'NotFound' });
    const [withdrawal] = (await decide(db, 'withdrawStatement', { id: ids[PLAN] })).decisions;
    expect(await decide(db, 'undoCorrection', { decision: withdrawal?.id })).toMatchObject({
      __typename: 'NotFound',
      message: `The decision "${withdrawal?.id}" is no correction, but a WITHDRAW.`,
    });
    const [made] = (await correct(MISTAKE, { about: [] })).decisions;
    const [, back] = (await decide(db, 'undoCorrection', { decision: made?.id })).decisions;
    const again = await decide(db, 'undoCorrection', { decision: made?.id });
    expect(again.decisions).toHaveLength(2);
    expect((await decide(db, 'undoCorrection', { decision: back?.id })).message).toContain('takes');
  });
});
