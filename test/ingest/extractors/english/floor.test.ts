import { expect, test } from 'vitest';
import { englishExtractor } from '../../../../src/ingest/extractors/english/extractor.ts';
import { fallen, raised, readFloors, scoresOf } from '../../../support/extraction/floors.ts';
import { goldArticles } from '../../../support/extraction/gold.ts';
import { extractAll, scoreAgainstGold } from '../../../support/extraction/score-extractor.ts';

test('no score on the gold articles is under its floor', async () => {
  const articles = goldArticles();
  const score = scoreAgainstGold(articles, await extractAll(englishExtractor, articles));
  expect(fallen(scoresOf(score), readFloors()).join('\n')).toBe('');
});

test('floors tell of scores that fell, are new or are gone, and are raised only', () => {
  const [scores, floors] = [
    { same: 50, better: 61.2, worse: 49.9, fresh: 10 },
    { same: 50, better: 60, worse: 50, gone: 1 },
  ];
  expect(fallen(scores, floors)).toEqual([
    expect.stringMatching(/^“worse” fell to 49\.9, and its floor is 50: /),
    expect.stringMatching(/^“fresh” has no floor: /),
    expect.stringMatching(/^“gone” has a floor and is measured no more/),
  ]);
  expect(raised(scores, floors)).toEqual({ better: 61.2, fresh: 10, same: 50, worse: 50 });
});
