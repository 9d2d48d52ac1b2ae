import { describe, expect, test } from 'vitest';
import { attribute } from '../../../../src/ingest/extractors/english/attribute.ts';
import { read } from '../../../../src/ingest/extractors/english/read.ts';

/** Source, cue, content, and the cue of what it stands in, of all that stand in another. */
function nested(text: string) {
  const words = (range: { start: number; end: number } | null | undefined) =>
    range === null || range === undefined ? null : text.slice(range.start, range.end);
  const all = attribute(read(text));
  return all
    .filter(({ within }) => within !== null)
    .map(({ source, cue, content, within }) => [
      words(source),
      words(cue?.range),
      ...content.map(words),
      words(all[within ?? -1]?.cue?.range),
    ]);
}

describe('nested attributions', () => {
  test.each([
    ['in a paraphrase', 'Berg said that Ek denied the charge.', ['Ek', 'denied', 'the charge', 'said']],
    [
      'before the cue of the outer one',
      'The Norwegian leader proposed holding open talks because the time had come, the lawmaker pointed out.',
      ['The Norwegian leader', 'proposed', 'holding open talks', 'pointed out'],
    ],
    ['in a quotation', '“He says we sent a letter,” Korpi said.', ['He', 'says', 'we sent a letter', 'said']],
    [
      'of a noun in a quotation',
      '“My uncle told me that it was late,” Korpi said.',
      ['My uncle', 'told', 'that it was late', 'said'],
    ],
  ])('%s', (_, text, expected) => {
    expect(nested(text)).toContainEqual(expected);
  });

  test.each([
    '“I think it is late,” Korpi said.',
    '“You said it was late,” Korpi said.',
    '“If he says it is late, we go,” Korpi said.',
    '“He will say that it is late,” Korpi said.',
    '“He never said that it was late,” Korpi said.',
    '“Ek knows what he says,” Korpi said.',
  ])('are none in %s', (text) => {
    expect(nested(text)).toEqual([]);
  });

  test('take text without end', () => {
    expect(attribute(read(`“${'He says that it is late. '.repeat(5_000)}” Ek said.`)).length).toBeGreaterThan(
      4_999,
    );
  });
});
