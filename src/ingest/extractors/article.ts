import type { AnnotationInput } from '../annotation.ts';
import { checkAnnotation } from '../check.ts';
import type { ArticleText, ExtractOptions, Extractor } from '../extractor.ts';

/** What makes a document, as its run names it. */
export type Tool = Pick<Extractor, 'tool' | 'version' | 'parameters'> & {
  /** TOOL where it is left out. */
  readonly method?: AnnotationInput['run']['method'];
};

/** The local id of the outlet, which no other entity of a document may have. */
export const OUTLET_ID = 'outlet';

/** The document of an article in which nothing was found yet. INVALID_INPUT where the article or the tool cannot stand in one. */
export function emptyDocument(
  article: ArticleText,
  { tool, version, parameters, method = 'TOOL' }: Tool,
  { startedAt = new Date() }: ExtractOptions = {},
): AnnotationInput {
  const { text, key, title, url, publishedAt, retrievedAt, outlet, language } = article;
  const document: AnnotationInput = {
    format: 'onrecord-annotation/1',
    article: {
      text,
      title: title ?? null,
      url: url ?? null,
      publishedAt: publishedAt ?? null,
      retrievedAt: retrievedAt ?? null,
      outlet: outlet === undefined || outlet === null ? null : OUTLET_ID,
      ...(key !== undefined && { key }),
      ...(language !== undefined && { language }),
    },
    run: { method, tool, version, startedAt: startedAt.toISOString(), parameters: { ...parameters } },
    entities:
      outlet === undefined || outlet === null
        ? []
        : [
            {
              id: OUTLET_ID,
              type: 'ORGANIZATION',
              name: outlet.name,
              qid: outlet.qid ?? null,
              isOutlet: true,
            },
          ],
    mentions: [],
    statements: [],
    relations: [],
  };
  checkAnnotation(document);
  return document;
}
