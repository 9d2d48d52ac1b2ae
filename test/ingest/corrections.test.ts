import { describe, expect, test } from 'vitest';
import { nodeId } from '../../src/graph/id.ts';
import { annotationSchema } from '../../src/ingest/annotation.ts';
import {
  type CorrectionChanges,
  correctedDocument,
  entitiesWithOutside,
  outsideKeys,
} from '../../src/ingest/corrections.ts';
import { entityKeys } from '../../src/ingest/entity-keys.ts';
import { type SAMPLE, sampleDocument } from '../support/sample.ts';

const DOCUMENT = annotationSchema.parse(sampleDocument());
const RUN = 'run_0';
const ARTICLE = 'art_0';
const SOMEBODY = `per_${'a'.repeat(32)}`;
const keys = entityKeys(DOCUMENT.entities, ARTICLE);
const keyOf = (local: keyof typeof SAMPLE.entities) => keys.get(local)?.id ?? '';

type Given = readonly [statement: keyof typeof SAMPLE.statements, changes: CorrectionChanges];

/** The sample with corrections that were made in this order. */
function corrected(...given: readonly Given[]) {
  const corrections = given.map(([local, changes], at) => ({
    id: `dec_${at}`,
    at: `2025-01-0${at + 1}`,
    statementId: nodeId('Statement', RUN, local),
    changes,
  }));
  const document = correctedDocument(DOCUMENT, RUN, ARTICLE, corrections);
  // In whatever order they are read.
  expect(correctedDocument(DOCUMENT, RUN, ARTICLE, corrections.toReversed())).toEqual(document);
  const statement = (local: string) => {
    const found = document.statements.find(({ id }) => id === local);
    if (found === undefined) throw new Error(`no statement "${local}"`);
    return found;
  };
  return { document, statement };
}

describe('a corrected document', () => {
  test('without corrections is the document', () => {
    expect(corrected().document).toBe(DOCUMENT);
  });

  test('differs in the corrected fields of that statement only', () => {
    const { document } = corrected([
      'plan',
      { about: [keyOf('treaty')], acts: ['PROMISE'], kind: 'INDIRECT' },
    ]);
    const statements = DOCUMENT.statements.map((each) =>
      each.id === 'plan' ? { ...each, about: ['treaty'], acts: ['PROMISE'] } : each,
    );
    expect(document).toEqual({ ...DOCUMENT, statements });
  });

  test('has the later of two corrections of one field, and both of two fields', () => {
    const { statement } = corrected(
      ['mistake', { acts: ['DENY'], about: [keyOf('ek')] }],
      ['mistake', { acts: ['PRAISE'] }],
    );
    expect(statement('mistake')).toMatchObject({ acts: ['PRAISE'], about: ['ek'] });
  });

  test('names those whom the document does not have by their keys', () => {
    const { document, statement } = corrected(
      ['plan', { speakers: [SOMEBODY, keyOf('ek')] }],
      ['mistake', { about: [SOMEBODY] }],
    );
    expect(statement('plan').source.speakers).toEqual([`@${SOMEBODY}`, 'ek']);
    expect([...outsideKeys(document)]).toEqual([[`@${SOMEBODY}`, SOMEBODY]]);
    expect(entitiesWithOutside(document).at(-1)).toMatchObject({ id: `@${SOMEBODY}`, type: 'PERSON' });
  });

  test('has the words, the office and the principal of a speaker who stays', () => {
    const source = DOCUMENT.statements[0]?.source;
    expect(corrected(['plan', { speakers: [SOMEBODY, keyOf('berg')] }]).statement('plan').source).toEqual({
      ...source,
      speakers: [`@${SOMEBODY}`, 'berg'],
    });
    expect(corrected(['plan', { speakers: [] }]).statement('plan').source).toEqual({
      ...source,
      speakers: [],
      mention: null,
      speakingAs: null,
      onBehalfOf: null,
    });
  });

  test.each<readonly [string, readonly CorrectionChanges[], object]>([
    ['nobody', [{ addresseeState: 'NONE' }], { state: 'NONE', entities: [], text: null, evidence: [] }],
    [
      'somebody else',
      [{ addressees: [SOMEBODY] }],
      { state: 'KNOWN', entities: [`@${SOMEBODY}`], text: 'reporters' },
    ],
    [
      'somebody after all',
      [{ addresseeState: 'UNKNOWN' }, { addressees: [SOMEBODY] }],
      { state: 'KNOWN', entities: [`@${SOMEBODY}`], text: 'reporters' },
    ],
    [
      'nobody after all',
      [{ addressees: [SOMEBODY] }, { addresseeState: 'UNKNOWN' }],
      { state: 'UNKNOWN', entities: [], text: null },
    ],
    [
      'whom the document names, after all',
      [{ addresseeState: 'UNKNOWN' }, { addresseeState: 'KNOWN' }],
      { state: 'KNOWN', entities: ['reporters'], text: 'reporters' },
    ],
    ['words only', [{ addressees: [] }], { state: 'KNOWN', entities: [], text: 'reporters' }],
  ])('was told to %s', (_whom, changes, addressee) => {
    const { statement } = corrected(...changes.map((each): Given => ['plan', each]));
    expect(statement('plan').addressee).toMatchObject(addressee);
  });

  test('carries no addressee on from what somebody else said', () => {
    expect(corrected(['plan', { about: [] }]).statement('ready').addressee.carried).toBe(true);
    for (const changes of [
      { speakers: [SOMEBODY] },
      { addressees: [SOMEBODY] },
      { addresseeState: 'UNKNOWN' } as const,
    ]) {
      const { addressee } = corrected(['plan', changes]).statement('ready');
      expect(addressee).toMatchObject({ carried: false, entities: ['reporters'], text: 'reporters' });
    }
    // The two are of one speaker again.
    const both = corrected(['plan', { speakers: [SOMEBODY] }], ['ready', { speakers: [SOMEBODY] }]);
    expect(both.statement('ready').addressee.carried).toBe(true);
  });
});
