import { describe, expect, test } from 'vitest';
import { Referring } from '../../../support/extraction/referring.ts';

/** Text, then the nouns and pronouns in it and what they stand for. */
type Row = readonly [string, ...string[]];

function check(rows: readonly Row[]): void {
  test.each(rows)('%s', (text, ...nominals) => {
    expect(new Referring(text).nominals).toEqual(nominals.filter((nominal) => nominal !== undefined));
  });
}

describe('pronouns', () => {
  check([
    ['Jan Ek left. He was tired.', 'He = Jan Ek'],
    ['Jan Ek met Ana Ruiz. She was tired, he said.', 'She = Ana Ruiz', 'he = Jan Ek'],
    ['Jan Ek met Tom Lund. He was tired.', 'He = Jan Ek'],
    ['Jan Ek left. Tom Lund met him later.', 'him = Jan Ek'],
    ['Ana Ruiz called. Maria Lund saw her and her dog.', 'her = Ana Ruiz', 'her = Maria Lund'],
    ['Maria Lund left. “She wants more,” Ana Ruiz said.', 'She = Maria Lund'],
    ['“Tom Lund is angry,” Jan Ek said. He left.', 'He = Jan Ek'],
    [
      '“Ek will not repeat behind Tom Lund’s back what he says to his face,” Ana Ruiz said. Jan Ek left.',
      'he = Jan Ek',
      'his = Tom Lund',
    ],
    ['Jan Ek’s predecessor, Ana Ruiz, left in May. At the time, she was tired.', 'she = Ana Ruiz'],
    ['The mayor saw himself in Jan Ek.', 'The mayor = ?'],
    ['It rained. He was tired.'],
  ]);
});

describe('roles point back', () => {
  check([
    ['Senator Jan Ek spoke. The senator was tired.', 'Senator = Jan Ek', 'The senator = Jan Ek'],
    [
      'Norwegian Foreign Minister Ana Ek left. The minister was tired.',
      'Norwegian Foreign Minister = Ana Ek',
      'The minister = Ana Ek',
    ],
    [
      'Jan Ek, director of the Hjort Institute, left. It is late, the expert said.',
      'director of the Hjort Institute = Jan Ek',
      'the expert = Jan Ek',
    ],
    [
      'Deputy Chairman of the State Duma Committee on Trade Jan Ek left. Then the lawmaker called.',
      'Deputy Chairman of the State Duma Committee on Trade = Jan Ek',
      'the lawmaker = Jan Ek',
    ],
    [
      'The Norwegian and Swedish presidents may meet. Jan Ek invited Maria Lund. The Swedish president has not answered Jan Ek’s offer. The Norwegian leader is patient.',
      'The Norwegian and Swedish presidents = Jan Ek + Maria Lund',
      'The Swedish president = Maria Lund',
      'The Norwegian leader = Jan Ek',
    ],
    [
      'Skipper Jan Ek and teacher Ana Ruiz met. The skipper left.',
      'Skipper = Jan Ek',
      'teacher = Ana Ruiz',
      'The skipper = Jan Ek',
    ],
    [
      'President Jan Ek left. Former president Tom Lund stayed. The former president was tired.',
      'President = Jan Ek',
      'Former president = Tom Lund',
      'The former president = Tom Lund',
    ],
  ]);
});

describe('roles point ahead', () => {
  check([
    [
      'A Norwegian senator told Nordnytt that it was late.\n\nNorwegian senator Jan Ek was tired. The senator left.',
      'A Norwegian senator = Jan Ek',
      'Norwegian senator = Jan Ek',
      'The senator = Jan Ek',
    ],
    ['A senator left. Senator Jan Ek and Senator Ana Ruiz stayed.', 'Senator = Jan Ek', 'Senator = Ana Ruiz'],
  ]);
});

describe('what the text does not settle is left open', () => {
  check([
    ['The teacher called Jan Ek.', 'The teacher = ?'],
    ['Senator Jan Ek has not answered the president.', 'Senator = Jan Ek', 'the president = ?'],
    [
      'Norwegian President Jan Ek left. The Swedish president stayed.',
      'Norwegian President = Jan Ek',
      'The Swedish president = ?',
    ],
    [
      'Kenya’s Deputy Prime Minister Jan Ek left. The Kenyan president stayed.',
      'Kenya’s Deputy Prime Minister = Jan Ek',
      'The Kenyan president = ?',
    ],
    ['Jan Ek and Tom Lund left. The owner of the land stayed.', 'The owner of the land = ?'],
    [
      'NATO envoy Jan Ek left. Then Tom Lund came. The Russian diplomat stayed.',
      'NATO envoy = Jan Ek',
      'The Russian diplomat = ?',
    ],
  ]);
});

describe('organizations and states', () => {
  check([
    ['Jan Ek told Nordnytt so. He told the paper more.', 'He = Jan Ek', 'the paper = Nordnytt'],
    ['Acme Corp. paid. The company was late.', 'The company = Acme Corp.'],
    ['Norway and Sweden agreed. The two countries were tired.', 'The two countries = Norway + Sweden'],
    ['Norway, Sweden and Chile voted. The two countries were tired.'],
    ['The country is large, and the paper is cheap.'],
  ]);
});

describe('a mention', () => {
  test('points back to the nearest name or noun for the same; a title does not', () => {
    const { references, text } = new Referring('Senator Jan Ek spoke. He left. The senator was tired.');
    const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    expect(
      references.mentions.map((one) => [words(one), one.antecedent === null ? null : words(one.antecedent)]),
    ).toEqual([
      ['Senator', null],
      ['Jan Ek', null],
      ['He', 'Jan Ek'],
      ['The senator', 'Jan Ek'],
    ]);
  });
});
