import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Recorded } from '../recorded.ts';
import { type DocumentOfArticle, documentsOf } from './documents.ts';
import { ARTICLES, BACKGROUND } from './plans.ts';
import { WORLD } from './world.ts';

/** Documents in the order in which they come in, and statements that are then withdrawn, by their number modulo all. */
export interface Graph {
  readonly records: readonly Recorded[];
  readonly withdrawn: readonly number[];
}

export function graphs(maxArticles: number): fc.Arbitrary<Graph> {
  return fc
    .record({
      articles: ARTICLES(maxArticles),
      background: BACKGROUND,
      laterFirst: fc.boolean(),
      withdrawn: fc.array(fc.nat(99), { maxLength: 4 }),
    })
    .map(({ articles, background, laterFirst, withdrawn }) => {
      const [first, ...rest] = recordsOf(documentsOf(articles, background));
      const others = laterFirst ? rest.toReversed() : rest;
      return { records: first === undefined ? [] : [first, ...others], withdrawn };
    });
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function recordsOf(all: readonly DocumentOfArticle[]): Recorded[] {
  return all.map((one) => ({
    ...one,
    nameOf: ({ id }) => {
      const [key = ''] = id.split('.');
      // Unnamed sources are of one article only.
      return key in WORLD ? key : `${one.article} ${key}`;
    },
    current: currentOf(all.filter(({ article }) => article === one.article)) === one,
  }));
}

/** Of an article's documents that of the last text, by hand before by a tool, the last begun. */
function currentOf(documents: readonly DocumentOfArticle[]): DocumentOfArticle | undefined {
  const textOf = ({ document }: DocumentOfArticle) => document.article.text;
  const taken = (text: string) =>
    documents
      .filter((one) => textOf(one) === text)
      .map(({ document }) => document.article.retrievedAt ?? '')
      .toSorted()
      .at(-1) ?? '';
  const ranks = documents.map((one) => {
    const { method, startedAt } = one.document.run;
    const text = textOf(one);
    return { one, rank: [taken(text), sha256(text), method === 'HAND' ? 1 : 0, startedAt].join(' ') };
  });
  return ranks.toSorted((a, b) => (a.rank < b.rank ? -1 : 1)).at(-1)?.one;
}
