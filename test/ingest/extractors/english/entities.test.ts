import { describe, expect, test } from 'vitest';
import { Referring } from '../../../support/extraction/referring.ts';

describe('names of one entity', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['a last name', 'Jan Ek left. Ek was tired.', ['Jan Ek = Ek']],
    ['a last name that stands first', 'Ek left, said Jan Ek.', ['Jan Ek = Ek']],
    ['a middle name', 'Jan Ek left. Jan P. Ek was tired.', ['Jan Ek = Jan P. Ek']],
    ['small words of a last name', 'Jan de Boer left. “No,” de Boer said.', ['Jan de Boer = de Boer']],
    [
      'two of one last name, by title',
      'Jan Ek met Ana Ek. Mrs. Ek left. Mr. Ek stayed.',
      ['Jan Ek = Ek', 'Ana Ek = Ek'],
    ],
    [
      'the one that the last name meant before',
      'Jan Ek left. Ek’s wife, Ana Ek, stayed. Ek called.',
      ['Jan Ek = Ek', 'Ana Ek'],
    ],
    [
      'a family name that stands first',
      'Anna Berg met Xu Haoran. She told Xu so.',
      ['Anna Berg', 'Xu Haoran = Xu'],
    ],
    [
      'a company without its legal form',
      'Norfeld Brann, Inc. fell. Shares of Norfeld Brann Inc. rose.',
      ['Norfeld Brann, Inc. = Norfeld Brann Inc.'],
    ],
    ['capitals of a transcript', 'Jan Ek left.\n\nEK: No.', ['Jan Ek = EK']],
    [
      'an acronym in brackets',
      'The Norland Arms Reduction Treaty (NART) holds. NART is old.',
      ['Norland Arms Reduction Treaty = NART'],
    ],
    [
      'initials',
      'The National Housing Coalition paid. The NHC was late.',
      ['National Housing Coalition = NHC'],
    ],
    [
      'the first word of an organization',
      'The Hjort Institute closed. Hjort had debts.',
      ['Hjort Institute = Hjort'],
    ],
    [
      'usual names',
      'The U.S. and the United States voted. The UN and the United Nations met.',
      ['United States = U.S.', 'United Nations = UN'],
    ],
    ['an adjective of a country', 'Norway and Norwegian farmers agreed.', ['Norway = Norwegian']],
    ['spellings of a capital', 'He left Kiev for Kyiv.', ['Kyiv = Kiev']],
  ])('%s', (_, text, entities) => {
    expect(new Referring(text).entities).toEqual(entities);
  });
});

describe('names of several', () => {
  test.each<readonly [string, string, readonly string[]]>([
    [
      'bodies of two states',
      'The Russian Foreign Ministry protested. China’s Foreign Ministry agreed. The Chinese Foreign Ministry left.',
      [
        'Russia = Russian',
        'Russian Foreign Ministry = Foreign Ministry',
        'China = Chinese',
        'Chinese Foreign Ministry = Foreign Ministry',
      ],
    ],
    [
      'committees of two councils',
      'The Norland Council’s Committee on Trade met. The Sudland Council’s Committee on Trade did not.',
      [
        'Norland Council',
        'Norland Council Committee on Trade = Committee on Trade',
        'Sudland Council',
        'Sudland Council Committee on Trade = Committee on Trade',
      ],
    ],
    ['people with one last name', 'Jan Ek met Ana Ek.', ['Jan Ek', 'Ana Ek']],
    [
      'a city and what is named after it',
      'A baker in Leeds was tried at Leeds Crown Court.',
      ['Leeds', 'Leeds Crown Court'],
    ],
  ])('%s', (_, text, entities) => {
    expect(new Referring(text).entities).toEqual(entities);
  });
});

describe('a person', () => {
  test.each([
    ['Maria Ek left.', 'FEMALE'],
    ['Mr. Quine left.', 'MALE'],
    ['Spokeswoman Orla Quine left.', 'FEMALE'],
    ['Zdravka Pelin, 54, left.', null],
  ])('has the gender that name and title tell: %s', (text, gender) => {
    const { references } = new Referring(text);
    expect(references.names[0]?.entities[0]?.gender).toBe(gender);
  });
});

describe('an organization', () => {
  test('belongs to what stands before it', () => {
    const { references } = new Referring(
      'The Norwegian parliament’s Storting met. The Norland Council’s Committee on Trade left. The Norwegian Parliament voted.',
    );
    const parts = references.entities.all.flatMap(({ name, partOf }) =>
      partOf === null ? [] : [`${name} < ${partOf.name}`],
    );
    expect(parts).toEqual([
      'Norland Council Committee on Trade < Norland Council',
      'Norwegian Parliament < Norway',
    ]);
  });
});
