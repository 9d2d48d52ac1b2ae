import { describe, expect, test } from 'vitest';
import { emptyDocument } from '../../../src/ingest/extractors/article.ts';
import { assemble } from '../../../src/ingest/extractors/assemble.ts';
import type { PlacedStatement } from '../../../src/ingest/extractors/placed.ts';

/** A statement of a text, by its words. */
function placed(
  text: string,
  source: string,
  content: string,
  more: Partial<PlacedStatement> = {},
): PlacedStatement {
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  return {
    pointer: '/statements/s',
    id: 's',
    acts: ['ASSERT'],
    speakers: [],
    source: [at(source)],
    cue: [],
    content: [at(content)],
    addressee: null,
    ...more,
  };
}

function assembled(text: string, statement: PlacedStatement) {
  const empty = emptyDocument({ text }, { tool: 'test', version: '1', parameters: {} }, {});
  const { document, refused } = assemble(empty, { entities: [], mentions: [], statements: [statement] });
  expect(refused).toEqual([]);
  const [found] = document.statements ?? [];
  return [found?.kind, found?.turn];
}

describe('a turn', () => {
  test.each([
    ['MR. EK: It is late.', 'MR. EK', 'It is late.'],
    ['Q. Is it late?', 'Q', 'Is it late?'],
    ['MR. EK: The report says, “It is late.”', 'MR. EK', 'The report says, “It is late.”'],
  ])('is direct in %s', (text, source, content) => {
    expect(assembled(text, placed(text, source, content, { turn: true }))).toEqual(['DIRECT', true]);
  });

  test('is none where its place does not show it', () => {
    const text = 'Ek found it late.';
    expect(assembled(text, placed(text, 'Ek', 'it late', { turn: true }))).toEqual(['INDIRECT', false]);
  });

  test('is none where the one who found it says so', () => {
    const text = 'MR. EK: It is late.';
    expect(assembled(text, placed(text, 'MR. EK', 'It is late.', { turn: false }))).toEqual([
      'INDIRECT',
      false,
    ]);
  });
});
