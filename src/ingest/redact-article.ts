import type { Database, Transaction } from '../graph/database.ts';
import { TEXT_INDEXES } from '../graph/plan.ts';
import { integerOrNull, text, textOrNull } from '../graph/rows.ts';
import { wordsIn } from '../text/fold.ts';
import { anchorRows } from './anchors.ts';
import { understand } from './checked.ts';
import { readCorrections } from './correction-store.ts';
import { correctedDocument, entitiesWithOutside } from './corrections.ts';
import { READ_RUNS } from './cypher.ts';
import { SET_ANCHORS, SET_LAPSED } from './cypher-anchors.ts';
import { RECORDED_DOCUMENTS } from './cypher-export.ts';
import * as cypher from './cypher-redact.ts';
import { identityOf } from './identity.ts';
import { redactionRows } from './redaction-rows.ts';
import { runRows } from './rows-run.ts';
import { packDocument, restoreDocument } from './stored-document.ts';
import { withhold } from './withhold.ts';
import { type WordsTaken, wordsOnlyIn } from './words-elsewhere.ts';
import { articleWords } from './write-words.ts';

/** What was taken away. */
export interface Redacted {
  /** Code points of the longest words that are kept now. */
  readonly keepLength: number;
  /** Whether more might be kept before. */
  readonly changed: boolean;
  /** Whether words were there that went: not where documents came redacted, as from an export. */
  readonly hadWords: boolean;
}

/**
 * Takes the text of an article away, and of its words in documents and records all that are longer than `keepLength`, or as many as were
 * to go before. Null where there is no such article. Runs are done one after the other, so that one document is held at a time.
 */
export async function redactStored(
  db: Database,
  tx: Transaction,
  articleId: string,
  keepLength: number,
): Promise<Redacted | null> {
  const [article] = await tx.run(cypher.READ_ARTICLE, { id: articleId });
  if (article === undefined) return null;
  const before = integerOrNull(article, 'keepLength');
  if (before !== null && before <= keepLength) return { keepLength: before, changed: false, hadWords: false };
  const runs = (await tx.run(READ_RUNS, { ids: [articleId] })).map((row) => text(row, 'id'));
  const texts = (await tx.run(cypher.TEXTS_OF_ARTICLE, { id: articleId })).map((row) => text(row, 'text'));
  const taken = await takenWords(tx, articleId, [text(article, 'words'), ...texts.map(wordsOfText)], runs);
  // Before anything is written: on Grafeo a search takes the longer the more was overwritten.
  const only = await wordsOnlyIn(db, taken);
  const title = articleWords(textOrNull(article, 'title'), null);
  const kept = new Set(wordsIn(title));
  let hadWords = texts.length > 0;
  for (const runId of runs) {
    const redacted = await redactRun(tx, runId, articleId, keepLength);
    hadWords ||= redacted.hadWords;
    for (const words of redacted.words) for (const word of wordsIn(words)) kept.add(word);
  }
  await tx.run(cypher.REMOVE_TEXTS, { id: articleId });
  await tx.run(cypher.SET_ARTICLE_WORDS, { id: articleId, words: title, keepLength });
  const gone = only.filter((word) => !kept.has(word));
  await runRows(tx, cypher.REMOVE_WORDS, gone);
  return { keepLength, changed: true, hadWords };
}

const wordsOfText = (given: string) => articleWords(null, given);

/** Of the article as it is found and as its earlier versions were, which no index has any more; and of its statements. */
async function takenWords(
  tx: Transaction,
  articleId: string,
  lines: readonly string[],
  runs: readonly string[],
): Promise<WordsTaken[]> {
  const statements = new Map<string, string>();
  for (const runId of runs) {
    for (const row of await tx.run(cypher.WORDS_OF_STATEMENTS, { runId }))
      statements.set(text(row, 'id'), text(row, 'words'));
  }
  return [
    { index: TEXT_INDEXES.article, words: new Map([[articleId, lines.join('\n')]]) },
    { index: TEXT_INDEXES.statement, words: statements },
  ];
}

interface RedactedRun {
  /** That its statements still have. */
  readonly words: readonly string[];
  readonly hadWords: boolean;
}

async function redactRun(
  tx: Transaction,
  runId: string,
  articleId: string,
  keepLength: number,
): Promise<RedactedRun> {
  const [row] = await tx.run(RECORDED_DOCUMENTS, { ids: [runId] });
  if (row === undefined) return { words: [], hadWords: false };
  const whole = restoreDocument(text(row, 'document'), textOrNull(row, 'text'));
  const document = withhold(understand(whole), keepLength);
  const packed = packDocument(document);
  await tx.run(cypher.SET_DOCUMENT, { id: runId, document: packed });
  const corrections = (await readCorrections(tx, [runId])).get(runId) ?? [];
  const corrected = correctedDocument(document, runId, articleId, corrections);
  const checked = understand({ ...corrected, entities: entitiesWithOutside(corrected) });
  const rows = redactionRows(checked, identityOf(document));
  await runRows(tx, cypher.SET_MENTION_WORDS, rows.mentions);
  await runRows(tx, cypher.SET_STATEMENT_WORDS, rows.statements);
  await runRows(tx, cypher.SET_EVIDENCE_WORDS, rows.evidence);
  // Without texts nobody can tell where words of an earlier version stand in the current one.
  const anchors = anchorRows(document, runId, null, null);
  await runRows(tx, SET_ANCHORS, anchors.evidence);
  await runRows(tx, SET_LAPSED, anchors.statements);
  return {
    words: rows.statements.map(({ words }) => String(words)),
    hadWords: packed !== text(row, 'document'),
  };
}
