import { describe, expect, test } from 'vitest';
import { read } from '../../../../src/ingest/extractors/english/read.ts';

function sentencesOf(text: string): string[] {
  return read(text).sentences.map(({ start, end }) => text.slice(start, end));
}

describe('sentences end', () => {
  test.each([
    ['behind short words', 'Berg said no. Ola Ek was ill. Jan Dahl left.'],
    ['behind states and times', 'He lived in the U.S. Berg slept at 5 p.m. Ek left.'],
    ['behind companies', 'Ek bought Acme Inc. Berg said so.'],
    ['behind the numbers of notes', 'Ek is rich.[5] Berg is not.[6][7] Dahl left.'],
    ['behind closing marks', 'Ek “left.” Berg did not.'],
  ])('%s', (_, text) => {
    expect(sentencesOf(text).join('|')).toBe(
      text.replaceAll(/(?<=[.”\]]) (?=Ola|Jan|Berg|Ek left|Dahl)/gu, '|'),
    );
  });

  test.each([
    ['initials and titles', 'Mr. J. Ek met Sen. Ann Berg at St. Paul.'],
    ['states before their bodies', 'The U.S. Senate and U.S. Senator Ek said no.'],
    ['numbers', 'Rule No. 10 was made in Mar. 2020.'],
    ['numerals and lists', 'It costs 3.50 euros vs. Ek’s 4.'],
  ])('not behind %s', (_, text) => {
    expect(sentencesOf(text)).toEqual([text]);
  });
});
