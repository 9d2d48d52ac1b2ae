import { expect, test } from 'vitest';
import { slug } from '../../../../src/ingest/extractors/english/local-ids.ts';
import { type FoundStatement, placedElements } from '../../../../src/ingest/extractors/english/placing.ts';
import { mention, referent } from '../../../../src/ingest/extractors/english/referent.ts';
import { OffsetText } from '../../../../src/text/offsets.ts';

const text = new OffsetText('x'.repeat(100_000));

function mentioned(count: number, ofOne: boolean) {
  const one = referent('PERSON', 'Anna Berg');
  return Array.from({ length: count }, (_, at) => {
    const place = { start: at * 2, end: at * 2 + 1, first: at, last: at + 1 };
    return mention(place, 'NAME', [ofOne ? one : referent('PERSON', `Berg ${at}`)]);
  });
}

test('mentions that a document has no room for are left out, and it is told', () => {
  const { elements, refused } = placedElements(text, {
    mentions: mentioned(20_001, true),
    statements: [],
    relations: [],
  });
  expect(elements.mentions).toHaveLength(20_000);
  expect(refused).toEqual([{ pointer: '/text', reason: expect.stringMatching(/20000 mentions/u) }]);
});

test('entities that a document has no room for are left out with what needs them', () => {
  const [speaker = mentioned(1, true)[0]] = mentioned(1, true);
  const statement: FoundStatement = {
    acts: ['ASSERT'],
    speakers: speaker?.entities ?? [],
    source: [{ start: 0, end: 1 }],
    mention: null,
    speakingAs: null,
    onBehalfOf: null,
    cue: [],
    lemma: null,
    content: [{ start: 2, end: 3 }],
    addressee: null,
    about: [],
    aboutStatements: [],
    within: null,
    turn: false,
    confidence: 1,
  };
  const found = mentioned(6_000, false);
  const { elements, refused } = placedElements(text, {
    mentions: found,
    statements: [statement],
    relations: [],
  });
  expect(elements.entities.length).toBeLessThanOrEqual(5_000);
  expect(elements.mentions).toHaveLength(elements.entities.length);
  expect(elements.statements).toMatchObject([{ speakers: [] }]);
  expect(refused.map(({ reason }) => reason).join()).toMatch(/5000 entities/u);
});

test('entities of one name have ids of their own', () => {
  const officials = [1, 2, 3].map((at) =>
    mention({ start: at, end: at + 1, first: at, last: at + 1 }, 'NOMINAL', [
      referent('UNNAMED_SOURCE', at === 2 ? 'officials 2' : 'officials'),
    ]),
  );
  const { elements } = placedElements(text, { mentions: officials, statements: [], relations: [] });
  const ids = elements.entities.map(({ id }) => id);
  expect(new Set(ids).size).toBe(3);
});

test.each([
  ['Anna Berg', 'anna-berg'],
  ['Élysée Palace', 'elysee-palace'],
  ['“Ek & Sons”', 'ek-sons'],
  ['北京', 'entity'],
  ['x'.repeat(200), 'x'.repeat(56)],
])('the local id of %s tells the name', (name, id) => {
  expect(slug(name)).toBe(id);
});
