import { describe, expect, test } from 'vitest';
import { MAX_TEXT_LENGTH } from '../../../../src/ingest/annotation.ts';
import { englishExtractor } from '../../../../src/ingest/extractors/english/extractor.ts';

const refusal = (text: string) => englishExtractor.extract({ text }).catch((error: unknown) => error);

describe('refusals', () => {
  test.each([
    ['no text', '', 'The text is empty: send the words of the article.'],
    ['white space', ' \n\u00a0', 'The text is empty: send the words of the article.'],
    [
      'half of a character',
      'Half \ud83d of it',
      'The text has half of a surrogate pair at the UTF-16 offset 5: send it as it was, in Unicode.',
    ],
    [
      'marks without end',
      `e${'\u0301'.repeat(101)}`,
      'The text has more than 100 combining marks in a row: remove the marks that no script needs; 100 in a row are the most.',
    ],
    [
      'more than the most',
      'x'.repeat(MAX_TEXT_LENGTH + 1),
      'The text has 1000001 UTF-16 units, and 1000000 is the most: send each article by itself, or a part of this one.',
    ],
    [
      'more than the most in normal form',
      '\u0958'.repeat(MAX_TEXT_LENGTH / 2 + 1),
      'The text has 1000002 UTF-16 units in Unicode NFC, and 1000000 is the most: send each article by itself, or a part of this one.',
    ],
  ])('of %s say what is wrong with the text', async (_, text, message) => {
    expect(await refusal(text)).toMatchObject({
      code: 'INVALID_INPUT',
      message,
      details: { problems: [{ pointer: '/text' }] },
    });
  });
});
