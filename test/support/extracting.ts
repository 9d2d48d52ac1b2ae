import { invalidInput, type Problem } from '../../src/errors.ts';
import type { ArticleText, Extractor } from '../../src/ingest/extractor.ts';
import { at, documentOf, type StatementSpec } from './documents.ts';

const SAYING = /\b([A-Z]\w+ [A-Z]\w+) (said) (that [^.\n]+)\./g;

/** An extractor that knows one sentence: "Anna Berg said that …." Who is called Nomen Nescio is left out. */
export function sayingExtractor(
  version = '1',
  parameters: Readonly<Record<string, string | number | boolean>> = {},
): Extractor {
  return {
    tool: 'sayings',
    version,
    parameters,
    async extract(article, { startedAt = new Date() } = {}) {
      if ((article.language ?? 'en') !== 'en')
        throw invalidInput(`The text is in ${article.language}: send one in English.`);
      const refused: Problem[] = [];
      const entities: Record<string, { type: 'PERSON' | 'ORGANIZATION'; name: string; isOutlet?: boolean }> =
        {};
      const statements: Record<string, StatementSpec> = {};
      const seen = new Map<string, number>();
      for (const [index, [whole, name = '', cue = '', content = '']] of sayingsIn(article).entries()) {
        if (name === 'Nomen Nescio') {
          refused.push({ pointer: '/text', reason: `nobody is called ${name}` });
          continue;
        }
        const occurrence = (seen.get(whole) ?? 0) + 1;
        seen.set(whole, occurrence);
        const id = `e${[
          ...new Set(
            Object.values(entities)
              .map((each) => each.name)
              .concat(name),
          ),
        ].indexOf(name)}`;
        entities[id] = { type: 'PERSON', name };
        const saidBefore = article.text.slice(0, article.text.indexOf(whole)).split(' said ').length - 1;
        statements[`s${index}`] = {
          by: id,
          source: name,
          cue: at(cue, saidBefore + 1),
          lemma: 'say',
          content,
        };
      }
      const { text, outlet, key, title, url, publishedAt, retrievedAt } = article;
      if (outlet != null) entities['outlet'] = { type: 'ORGANIZATION', isOutlet: true, ...outlet };
      const document = documentOf({
        text,
        ...(key !== undefined && { key }),
        title: title ?? null,
        url: url ?? null,
        publishedAt: publishedAt ?? null,
        retrievedAt: retrievedAt ?? null,
        ...(outlet != null && { outlet: 'outlet' }),
        run: {
          method: 'TOOL',
          tool: 'sayings',
          version,
          startedAt: startedAt.toISOString(),
          parameters: { ...parameters },
        },
        entities,
        statements,
      });
      return { document, refused };
    },
  };
}

function sayingsIn({ text }: ArticleText): readonly RegExpMatchArray[] {
  return [...text.matchAll(SAYING)];
}

/** For threads, which find it by name. */
export const sayings1 = sayingExtractor();

/** Never done, but for a text of one word, which it cannot bear. */
export const endlessExtractor: Extractor = {
  tool: 'endless',
  version: '1',
  parameters: {},
  async extract({ text }) {
    if (!text.includes(' ')) throw new RangeError(`One word: ${text}`);
    for (;;);
  },
};
