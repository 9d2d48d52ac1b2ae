import { describe, expect, test } from 'vitest';
import { attribute } from '../../../../src/ingest/extractors/english/attribute.ts';
import { carryAddressees } from '../../../../src/ingest/extractors/english/carry.ts';
import { read } from '../../../../src/ingest/extractors/english/read.ts';

/** Words of each addressee, by cue. */
function told(text: string) {
  return attribute(read(text)).map(({ cue, addressee }) => [
    text.slice(cue?.range.start, cue?.range.end),
    addressee === null ? null : text.slice(addressee.start, addressee.end),
  ]);
}

describe('addressees', () => {
  test.each([
    ['Ek told Nordnytt that it rained.', 'Nordnytt'],
    ['Ek told reporters that it rained.', 'reporters'],
    ['Ek wrote to the mayor that it rained.', 'the mayor'],
    ['Ek asked Berg whether it rained.', 'Berg'],
    ['It rains, Ek said in an interview with Nordnytt.', 'Nordnytt'],
    ['Ek said in an interview with Nordnytt on Monday that it rained.', 'Nordnytt'],
    ['Speaking to Nordnytt, Ek said that it rained.', 'Nordnytt'],
    ['Ek said in a letter to the mayor of Molde that it rained.', 'the mayor of Molde'],
    ['In an email to Nordnytt, Ek said that it rained.', 'Nordnytt'],
    ['Farmers questioned by Nordnytt said that it rained.', 'Nordnytt'],
    ['Ek told lawmakers at a hearing of the House that it rained.', 'lawmakers'],
    ['Ek told a regular briefing that it rained.', null],
    ['Ek told a news conference in Molde that it rained.', null],
    ['Anna Berg declined to comment on reports that Ola Ek had said that it rained.', null],
    ['Ek said at a briefing that it rained.', null],
    ['Ek said that it rained.', null],
  ])('of %s', (text, expected) => {
    expect(told(text).at(-1)?.[1]).toBe(expected);
  });

  test('of an occasion in a content are those of who is reported there', () => {
    const text = 'Berg said that Ek had said in an interview with Nordnytt that it rained.';
    expect(told(text)).toEqual([
      ['said', null],
      ['said', 'Nordnytt'],
    ]);
  });
});

/** Words of each addressee, with a mark where it is carried. */
function carried(text: string) {
  const found = carryAddressees(attribute(read(text)), ({ source }) =>
    source === null ? null : (text.slice(source.start, source.end).split(' ').at(-1)?.toLowerCase() ?? null),
  );
  return found.map(({ addressee, carried: isCarried }) =>
    addressee === null ? null : `${isCarried ? '… ' : ''}${text.slice(addressee.start, addressee.end)}`,
  );
}

describe('an addressee', () => {
  test.each([
    [
      'holds on for the same speaker',
      'Anna Ek told Nordnytt that it rained. Ek added that it snowed.',
      ['Nordnytt', '… Nordnytt'],
    ],
    [
      'holds for nobody else',
      'Anna Ek told Nordnytt that it rained. Berg added that it snowed.',
      ['Nordnytt', null],
    ],
    [
      'does not hold for what was said before',
      'Ek said that it snowed. Ek told Nordnytt that it rained.',
      [null, 'Nordnytt'],
    ],
    [
      'holds until another is named',
      'Ek told Nordnytt that it rained. Ek told Radio Sund that it snowed. Ek said that it was late.',
      ['Nordnytt', 'Radio Sund', '… Radio Sund'],
    ],
    [
      'ends with others who do not stay',
      'Ek told Nordnytt that it rained. Ek told reporters that it snowed. Ek said that it was late.',
      ['Nordnytt', 'reporters', null],
    ],
    [
      'of a single act does not hold on',
      'Ek asked Berg whether it rained. Ek said that it snowed.',
      ['Berg', null],
    ],
    [
      'of a question outlasts no other',
      'Ek told Nordnytt that it rained. Ek asked Berg to go. Ek said that it snowed.',
      ['Nordnytt', 'Berg', '… Nordnytt'],
    ],
  ])('%s', (_, text, expected) => {
    expect(carried(text)).toEqual(expected);
  });

  test('of a proposal is that of the one before', () => {
    const text =
      'The mayor has not responded to Berg’s offer to hold talks. Berg proposed holding talks in May.';
    expect(carried(text)).toEqual([null, 'The mayor', '… The mayor']);
  });
});
