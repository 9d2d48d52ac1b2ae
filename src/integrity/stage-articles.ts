import type { Row, Transaction } from '../graph/database.ts';
import { articleWords } from '../ingest/write-words.ts';
import { readArticles } from './articles-in-graph.ts';
import { checkArticle, nothingTold, tell, tellNothing } from './check-article.ts';
import { checkRuns } from './check-runs.ts';
import { differences } from './compare-nodes.ts';
import { WORDS_OF_ARTICLES } from './cypher-records.ts';
import { named } from './describe.ts';
import type { RunInGraph } from './documents.ts';
import { keyPages } from './pages.ts';
import { textIn } from './read.ts';
import { readDocuments } from './read-documents.ts';
import type { Finding } from './rules.ts';
import { runBatches } from './run-batches.ts';
import { RUN } from './shape.ts';
import type { Context, Stage } from './stage.ts';

/** Articles of one unit. */
const PAGE = 100;

/** Articles with their versions and runs, and all that the runs' documents make. */
export const ARTICLES: Stage = {
  name: 'articles',
  labels: ['Article'],
  async *units(context) {
    for await (const page of keyPages(context, 'Article', PAGE)) {
      yield {
        size: page.keys.length,
        check: async (tx) => [...page.findings, ...(await checkArticles(tx, page.keys, context))],
      };
    }
  },
};

async function checkArticles(
  tx: Transaction,
  ids: readonly string[],
  context: Context,
): Promise<readonly Finding[]> {
  const articles = await readArticles(tx, ids);
  const told = new Map(ids.map((id) => [id, nothingTold()]));
  const findings: (readonly Finding[])[] = [];
  for (const batch of runBatches(articles)) {
    const { read, unread, texts, needed, findings: found } = await readDocuments(tx, batch);
    for (const one of read) tell(told.get(one.run.articleId), one);
    for (const run of unread) tellNothing(told.get(run.articleId));
    const runs = batch.map(({ run }) => run);
    for (const run of runs) if (needed.has(run.versionId)) told.get(run.articleId)?.needed.add(run.versionId);
    findings.push(
      found,
      unread.flatMap(checkUnread),
      await checkRuns(tx, read, context),
      await checkWords(
        tx,
        runs.filter(({ versionId }) => !needed.has(versionId) || texts.get(versionId) !== null),
        texts,
        context,
      ),
    );
  }
  for (const { id, standing } of articles) if (standing === null) tellNothing(told.get(id));
  for (const article of articles) findings.push(checkArticle(article, told.get(article.id) ?? nothingTold()));
  return findings.flat();
}

/** Without its document, little can be told of a run. */
function checkUnread({ id, properties, current }: RunInGraph): Finding[] {
  return differences(RUN, id, { ...properties, current }, properties);
}

/** The words of the articles whose current run is among some. */
async function checkWords(
  tx: Transaction,
  runs: readonly RunInGraph[],
  texts: ReadonlyMap<string, string | null>,
  context: Context,
): Promise<Finding[]> {
  const expected = new Map(
    runs.flatMap(({ articleId, versionId, current, properties }) => {
      const text = texts.get(versionId);
      if (!current || text === undefined) return [];
      return [[articleId, articleWords(textIn(properties, 'title'), text)] as const];
    }),
  );
  const rows = await tx.run(WORDS_OF_ARTICLES, { ids: [...expected.keys()] });
  const wrong = rows.filter((row) => isWrong(row, expected));
  const findings = wrong.map((row): Finding => {
    const id = textIn(row, 'id') ?? '';
    const detail = `${named('Article', id)}: its words are not those of its title and current text`;
    return { rule: 'article-words', id, detail };
  });
  const words = [...expected].map(([id, lines]) => ({ id, words: lines }));
  return [...findings, ...(await context.words.missing(tx, words))];
}

/** An article without any words lacks a property, which is another rule. */
function isWrong(row: Row, expected: ReadonlyMap<string, string>): boolean {
  const words = textIn(row, 'words');
  return words !== null && words !== expected.get(textIn(row, 'id') ?? '');
}
