import { describe, expect, test } from 'vitest';
import { Clauses } from '../../../../src/ingest/extractors/english/clauses.ts';
import { phrasesIn } from '../../../../src/ingest/extractors/english/phrase-finder.ts';
import { read } from '../../../../src/ingest/extractors/english/read.ts';
import { Subjects } from '../../../../src/ingest/extractors/english/subjects.ts';

function phrasesOf(text: string): string[] {
  const reading = read(text);
  return phrasesIn(reading).all.map(({ kind, first, last }) => {
    const words = text.slice(reading.tokens[first]?.start, reading.tokens[last - 1]?.end);
    return `${kind === 'verb' ? 'V' : 'N'} ${words}`;
  });
}

describe('phrases', () => {
  test.each<readonly [string, readonly string[]]>([
    ['The old mayor has not yet resigned.', ['N The old mayor', 'V has not yet resigned']],
    [
      'The wealthy said the 46-year-old went home.',
      ['N The wealthy', 'V said', 'N the 46-year-old', 'V went', 'N home'],
    ],
    ['Most believe her.', ['N Most', 'V believe', 'N her']],
    ['Her party’s proposed tax was late.', ['N Her party’s proposed tax', 'V was']],
    ['They have both urged him to go.', ['N They', 'V have both urged', 'N him', 'V to go']],
  ])('%s', (text, expected) => {
    expect(phrasesOf(text)).toEqual(expected);
  });
});

/** Of the verb, whose form in the text is given. */
function subjectOf(text: string, verb: string): string | null {
  const reading = read(text);
  const phrases = phrasesIn(reading);
  const group = phrases.all.find(
    (phrase) => phrase.kind === 'verb' && reading.tokens[phrase.head]?.text === verb,
  );
  const sentence = reading.sentences[0];
  if (group?.kind !== 'verb' || sentence === undefined) return null;
  const subject = new Subjects(phrases).of(group, sentence);
  return subject === null
    ? null
    : text.slice(reading.tokens[subject.first]?.start, reading.tokens[subject.last - 1]?.end);
}

describe('subjects', () => {
  test.each([
    ['Berg, who was late, said that it rained.', 'said', 'Berg, who was late'],
    ['Berg (R-Oslo) on Saturday said that it rained.', 'said', 'Berg (R-Oslo)'],
    ['Berg said the plan was dead and accused Ek.', 'accused', 'Berg'],
    ['Berg apologized after they came out, saying they were old.', 'saying', 'Berg'],
    ['A source close to him said it rained.', 'said', 'A source close to him'],
    ['It ended with Berg saying that it rained.', 'saying', 'Berg'],
    ['After a woman in Molde told him, he left.', 'told', 'a woman in Molde'],
    ['The paper, based in Oslo, said it rained.', 'said', 'The paper, based in Oslo'],
  ])('%s', (text, verb, expected) => {
    expect(subjectOf(text, verb)).toBe(expected);
  });
});

describe('the end of a clause', () => {
  test.each([
    ['that it rained, Berg said', 'that it rained'],
    ['that it rained, according to Berg', 'that it rained'],
    ['that it rained, and said that it was cold', 'that it rained'],
    ['that it rained (Ek disagreed)', 'that it rained'],
    ['that it rained; Ek left', 'that it rained'],
    ['that it rained and snowed', 'that it rained and snowed'],
  ])('%s', (text, expected) => {
    const reading = read(text);
    const sentence = reading.sentences[0];
    const end = sentence === undefined ? 0 : new Clauses(phrasesIn(reading)).end(0, sentence);
    expect(text.slice(0, reading.tokens[end - 1]?.end)).toBe(expected);
  });
});
