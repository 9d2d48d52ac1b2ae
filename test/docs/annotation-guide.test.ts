import { describe, expect, test } from 'vitest';
import { checkAnnotation } from '../../src/ingest/check.ts';
import { faultsOf } from '../support/extraction/faults.ts';
import { documentOfGold } from '../support/extraction/gold-document.ts';
import { guideExamples, readGuide } from '../support/extraction/guide.ts';

const page = readGuide();

describe('the annotation guide', () => {
  const examples = guideExamples(page);

  test('numbers its examples from the first to the last', () => {
    const numbers = [...page.matchAll(/^(\d+)\. /gmu)].map(([, number]) => Number(number));
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });

  test('closes all its marks', () => {
    const prose = page.replace(/```text[\s\S]*?```/gu, '');
    const items = prose.split(/\n(?=\d+\. |\n|- )/u);
    const open = items.filter((item) =>
      [
        [/⟨/gu, /⟩/gu],
        [/“/gu, /”/gu],
      ].some(([opener, closer]) => item.split(opener ?? '').length !== item.split(closer ?? '').length),
    );
    expect(open).toEqual([]);
  });

  test('has twenty worked examples and more, and each block is one', () => {
    expect(examples.length).toBeGreaterThanOrEqual(20);
    expect(page.match(/```text/gu)).toHaveLength(examples.length);
  });

  test.each(examples.map((example) => [example.id, example] as const))(
    'has an example %s that passes the check, with spans as the rules have them',
    (_, example) => {
      expect(() => checkAnnotation(documentOfGold(example))).not.toThrow();
      expect(faultsOf(example)).toEqual([]);
    },
  );

  test.each([
    ['A statement without its kind', '- ASSERT: **Ek** *left*', /Example 1: not a statement/],
    ['words that are not there', '- INDIRECT ASSERT: **Berg** *said*', /Example 1: the text does not have/],
    ['no statements', 'Ek left.', /Example 1: no statements/],
  ])('is refused with %s', (_, line, reason) => {
    const made = `1. One.\n\n    \`\`\`text\n    Ek left.\n\n    ${line}\n    \`\`\`\n`;
    expect(() => guideExamples(made)).toThrow(reason);
  });
});
