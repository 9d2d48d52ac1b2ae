import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { englishExtractor } from '../../../../src/ingest/extractors/english/extractor.ts';
import { type Comparison, type Count, compare } from '../../../support/extraction/compare.ts';
import { goldArticles } from '../../../support/extraction/gold.ts';

const digests = goldArticles(fileURLToPath(new URL('digests/', import.meta.url)));

describe('press digests', () => {
  const found: Comparison[] = [];

  beforeAll(async () => {
    for (const digest of digests) {
      const { document } = await englishExtractor.extract({ text: digest.text });
      found.push(compare(digest, document));
    }
  });

  test('are ten at least', () => {
    expect(digests.length).toBeGreaterThanOrEqual(10);
  });

  test.each([
    ['statements', 0.85],
    ['speakers', 0.9],
    ['entities', 0.9],
    ['readings', 0.9],
    ['relations', 0.8],
  ] as const)('have %s right, at least %d of them', (name, least) => {
    const counts = found.map((comparison): Count => comparison[name]);
    const [right, of] = [sum(counts.map((count) => count.right)), sum(counts.map((count) => count.of))];
    const wrong = counts.flatMap((count, at) => count.wrong.map((each) => `${digests[at]?.id}: ${each}`));
    expect(right / of, wrong.join('\n')).toBeGreaterThanOrEqual(least);
  });

  test('have hardly a relation that people did not find', () => {
    expect(found.flatMap(({ invented }) => invented).length).toBeLessThanOrEqual(1);
  });
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
