import type { Extractor } from '../src/ingest/extractor.ts';
import { guideExamples } from '../test/support/extraction/guide.ts';
import { extractAll, scoreAgainstGold } from '../test/support/extraction/score-extractor.ts';
import type { Figure } from './figures.ts';

/** How many worked examples of the annotation guide come out as they stand there. They are hard, so nothing is asked of it. */
export async function guideFigure(extractor: Extractor): Promise<Figure> {
  const examples = guideExamples();
  const documents = await extractAll(extractor, examples);
  const wrong = new Set(scoreAgainstGold(examples, documents).misses.map(({ id }) => id));
  const right = examples.length - wrong.size;
  const which = wrong.size === 0 ? '' : `; not so ${[...wrong].join(', ')}`;
  return {
    measure:
      'extraction, examples of the annotation guide with all their contents and sources, and no others',
    value: `${right} of ${examples.length}${which}`,
    ratio: null,
    goal: null,
    numbers: { right, examples: examples.length },
  };
}
