import { describe, expect, test } from 'vitest';
import { attributedIn } from '../../../support/extraction/attributed.ts';

type Found = readonly (string | null)[];

describe('who says what', () => {
  test.each<readonly [string, string, readonly Found[]]>([
    [
      'behind a quotation the age of the speaker is no content',
      '“I never trusted her,” said Ruth Ek, 83, of Sarasota. “She talks too much.”',
      [['Ruth Ek, 83', 'said', '“I never trusted her,”', '“She talks too much.”']],
    ],
    [
      'a question that was put',
      'When asked by Ek whether he would run, Berg said no.',
      [
        ['Ek', 'asked', 'whether he would run'],
        ['Berg', 'said', 'no'],
      ],
    ],
    [
      'two reports of one source',
      'Berg said the plan was a trick and accused Ek of lying.',
      [
        ['Berg', 'said', 'the plan was a trick'],
        ['Berg', 'accused', 'Ek of lying'],
      ],
    ],
    [
      'a subordinate clause first',
      'As Berg said that the plan was dead, the council met.',
      [['Berg', 'said', 'that the plan was dead']],
    ],
    [
      'a cue within a relative clause',
      'It broke with Ek, who he claims has been unfair.',
      [['he', 'claims', 'who', 'has been unfair']],
    ],
    [
      'as somebody noted',
      'As Berg noted, the harbour is empty.',
      [['Berg', 'noted', 'the harbour is empty']],
    ],
    [
      'what somebody holds',
      'Berg is confident that the harbour will open.',
      [['Berg', 'confident', 'that the harbour will open']],
    ],
    [
      'what nobody in particular is accused of by',
      'Berg is accused of hiding the silver and spent a year in prison.',
      [[null, 'accused', 'Berg', 'of hiding the silver']],
    ],
    [
      'a proposal that its noun names',
      'Berg’s ceasefire proposal to Ek was late.',
      [['Berg', 'proposal', 'ceasefire']],
    ],
    [
      'a view',
      'In Berg’s opinion, the harbour is too small.',
      [['Berg', 'opinion', 'the harbour is too small']],
    ],
    [
      'a verb that looks like a noun',
      'Politicians and experts quizzed by Nordnytt note that the talks would help.',
      [['Politicians and experts quizzed by Nordnytt', 'note', 'that the talks would help']],
    ],
    [
      'behind a dateline',
      'LONDON, March 3 (Reuters) - The talks failed, Berg said.',
      [['Berg', 'said', 'The talks failed']],
    ],
    [
      'another sentence behind "however"',
      'Ek made an offer to hold talks, however, Berg said that he would wait.',
      [
        ['Ek', 'offer', 'to hold talks'],
        ['Berg', 'said', 'that he would wait'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(attributedIn(text)).toEqual(expected);
  });

  test.each([
    'Neither Berg nor Ek said that the plan was dead.',
    'Berg did not say that the plan was dead.',
    'Berg never said that the plan was dead.',
    'Did Berg say that the plan was dead?',
    'Berg has yet to say whether she will run.',
    'Nobody said that the plan was dead.',
    'The papers do not show who drove.',
    'Berg came to discuss the plan.',
    'Note the time.',
  ])('nobody: %s', (text) => {
    expect(attributedIn(text)).toEqual([]);
  });
});
