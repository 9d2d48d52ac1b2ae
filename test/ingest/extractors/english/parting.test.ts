import { describe, expect, test } from 'vitest';
import { attribute } from '../../../../src/ingest/extractors/english/attribute.ts';
import { read } from '../../../../src/ingest/extractors/english/read.ts';

/** Cue and content of each, and whether it stands in another. */
function contents(text: string) {
  return attribute(read(text)).map(({ cue, content, within }) => [
    text.slice(cue?.range.start, cue?.range.end),
    content.map(({ start, end }) => text.slice(start, end)).join(' … '),
    within !== null,
  ]);
}

describe('contents', () => {
  test.each([
    [
      'end before another report of the same source',
      'Keller called the charge “a cheap trick” and blamed the mayor for the pipes.',
      [
        ['called', 'the charge “a cheap trick”', false],
        ['blamed', 'the mayor for the pipes', false],
      ],
    ],
    [
      'of a phrase end before a clause behind a comma',
      'Nobody took Ek’s offer to hold talks, however, Berg promised that the talks would come.',
      [
        ['offer', 'to hold talks', false],
        ['promised', 'that the talks would come', false],
      ],
    ],
    [
      'go on where a report of another is part of them',
      'Keller said that Ek lied and that Berg denied the charge.',
      [
        ['said', 'that Ek lied and that Berg denied the charge', false],
        ['denied', 'the charge', true],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(contents(text)).toEqual(expected);
  });
});
