import { describe, expect, test } from 'vitest';
import { attribute } from '../../../../src/ingest/extractors/english/attribute.ts';
import { read } from '../../../../src/ingest/extractors/english/read.ts';
import { attributedIn } from '../../../support/extraction/attributed.ts';

describe('attribution', () => {
  test.each<readonly [string, string, readonly (string | null)[]]>([
    [
      'a clause with "that"',
      'Berg said that the talks had failed.',
      ['Berg', 'said', 'that the talks had failed'],
    ],
    ['a clause without it', 'Berg said the talks had failed.', ['Berg', 'said', 'the talks had failed']],
    ['a sentence before', 'The talks had failed, Berg said.', ['Berg', 'said', 'The talks had failed']],
    [
      'a sentence around the cue',
      'The talks, Berg said, had failed.',
      ['Berg', 'said', 'The talks', 'had failed'],
    ],
    [
      'a subject behind its verb',
      '“We have failed,” said Berg, who looked tired.',
      ['Berg', 'said', '“We have failed,”'],
    ],
    [
      'a quotation in two pieces',
      '“We have failed,” Berg said. “It is over now.”',
      ['Berg', 'said', '“We have failed,”', '“It is over now.”'],
    ],
    [
      'an apposition',
      'Tom Berg, the mayor of Molde, told reporters that the talks had failed.',
      ['Tom Berg, the mayor of Molde', 'told', 'that the talks had failed'],
    ],
    [
      'a source behind "according to"',
      'The talks had failed, according to the mayor.',
      ['the mayor', 'according to', 'The talks had failed'],
    ],
    [
      'a source before the rest',
      'According to the mayor, the talks had failed.',
      ['the mayor', 'According to', 'the talks had failed'],
    ],
    ['a wish', 'Berg wants the mayor to resign.', ['Berg', 'wants', 'the mayor to resign']],
    [
      'a noun of saying',
      'Nobody believed Berg’s claim that the talks had failed.',
      ['Berg', 'claim', 'that the talks had failed'],
    ],
    ['a turn of a transcript', 'MR. EK: We will see.', ['MR. EK', ':', 'We will see.']],
  ])('finds %s', (_, text, expected) => {
    expect(attributedIn(text)).toContainEqual(expected);
  });

  test('carries a quotation on into the next paragraph', () => {
    const text = '“We have failed,” Berg said. “It is over now.\n\n“Nobody will try again.”';
    expect(attributedIn(text)).toEqual([
      ['Berg', 'said', '“We have failed,”', '“It is over now.', '“Nobody will try again.”'],
    ]);
  });

  test('takes the quotation that a line with a colon announces', () => {
    const text = 'Berg continued:\n\n“The talks have failed for good.”';
    expect(attributedIn(text)).toEqual([['Berg', 'continued', '“The talks have failed for good.”']]);
  });

  test.each([
    'The so-called “peace talks” ended on Monday.',
    'He opened the door and left the room.',
    '',
    '“”',
  ])('finds nothing in %j', (text) => {
    expect(attributedIn(text)).toEqual([]);
  });

  test('takes a line of a million characters, and marks without end', () => {
    expect(attribute(read('Berg said that it rained. '.repeat(20_000)))).toHaveLength(20_000);
    expect(attribute(read('“'.repeat(20_000)))).toEqual([]);
  });
});
