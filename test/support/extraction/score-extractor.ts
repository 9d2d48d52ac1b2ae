import type { AnnotationInput } from '../../../src/ingest/annotation.ts';
import type { Extractor } from '../../../src/ingest/extractor.ts';
import type { AttributedText, Attribution } from './attribution.ts';
import { type FoundDocument, foundIn } from './found.ts';
import type { GoldArticle } from './gold.ts';
import { type Score, scoreAttributions } from './score-attributions.ts';
import { scoreDocument } from './score-documents.ts';
import { Tally } from './tally.ts';

/** What an extractor makes of texts, by their ids. */
export async function extractAll(
  extractor: Extractor,
  texts: readonly { readonly id: string; readonly text: string }[],
): Promise<ReadonlyMap<string, AnnotationInput>> {
  const documents = new Map<string, AnnotationInput>();
  for (const { id, text } of texts) documents.set(id, (await extractor.extract({ key: id, text })).document);
  return documents;
}

/** What a corpus of attributions can tell. */
export function scoreAgainstCorpus(
  corpus: readonly AttributedText[],
  documents: ReadonlyMap<string, AnnotationInput>,
): Score {
  return scoreAttributions(corpus, attributionsOf(foundInAll(documents)));
}

/** All that the gold articles can tell. */
export function scoreAgainstGold(
  articles: readonly GoldArticle[],
  documents: ReadonlyMap<string, AnnotationInput>,
): Score {
  const found = foundInAll(documents);
  const corpus = articles.map(({ id, text, statements }) => ({ id, text, attributions: statements }));
  const { rates, shares, misses } = scoreAttributions(corpus, attributionsOf(found));
  const tally = new Tally();
  for (const article of articles)
    scoreDocument(article, found.get(article.id) ?? { statements: [], mentions: [] }, tally);
  const whole = tally.table();
  return {
    rates: new Map([...rates, ...whole.rates]),
    shares: new Map([...shares, ...whole.shares]),
    misses,
  };
}

function foundInAll(documents: ReadonlyMap<string, AnnotationInput>): ReadonlyMap<string, FoundDocument> {
  return new Map([...documents].map(([id, document]) => [id, foundIn(document)]));
}

function attributionsOf(
  found: ReadonlyMap<string, FoundDocument>,
): ReadonlyMap<string, readonly Attribution[]> {
  return new Map([...found].map(([id, { statements }]) => [id, statements]));
}
