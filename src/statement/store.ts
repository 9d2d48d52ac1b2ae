import { entityOf } from '../entity/store.ts';
import { evidenceOf } from '../evidence/store.ts';
import { indexRows } from '../graph/batch.ts';
import type { Database, Row } from '../graph/database.ts';
import { readLists } from '../graph/list.ts';
import { flag, oneOf, real, someOf, text, textOrNull } from '../graph/rows.ts';
import type { Mention } from '../mention/model.ts';
import { mentionOf } from '../mention/store.ts';
import {
  CHAINS_OF_STATEMENTS,
  CLAIMANTS_OF_RELATIONS,
  EVIDENCE_OF_STATEMENTS,
  LINKS_OF_STATEMENTS,
  MENTIONS_OF_SPEAKERS,
  NESTED_STATEMENTS,
  STATEMENTS_BY_ID,
  SUBJECT_STATEMENTS,
} from './cypher.ts';
import { ADDRESSEE_STATES, LINK_WAYS, SPEECH_ACTS, STATEMENT_KINDS, type Statement } from './model.ts';

/** The statement in a row that has STATEMENT_COLUMNS and `id`. */
export function statementOf(row: Row): Statement {
  return {
    id: text(row, 'id'),
    kind: oneOf(row, 'kind', STATEMENT_KINDS),
    acts: someOf(row, 'acts', SPEECH_ACTS),
    quote: textOrNull(row, 'quote'),
    content: textOrNull(row, 'content'),
    cue: textOrNull(row, 'cue'),
    addresseeState: oneOf(row, 'addresseeState', ADDRESSEE_STATES),
    addresseeText: textOrNull(row, 'addresseeText'),
    addresseeCarried: flag(row, 'addresseeCarried'),
    saidAt: textOrNull(row, 'saidAt'),
    publishedAt: textOrNull(row, 'publishedAt'),
    recordedAt: text(row, 'recordedAt'),
    withdrawnAt: textOrNull(row, 'withdrawnAt'),
    withdrawnReason: textOrNull(row, 'withdrawnReason'),
    confidence: real(row, 'confidence'),
    versionId: text(row, 'versionId'),
    articleId: text(row, 'articleId'),
    runId: text(row, 'runId'),
  };
}

export async function statementsById(db: Database, ids: readonly string[]): Promise<Map<string, Statement>> {
  return indexRows(await db.read(STATEMENTS_BY_ID, { ids }), 'id', statementOf);
}

/** By statement id, each way in the order of the document. */
export function linksOfStatements(db: Database, ids: readonly string[]) {
  return readLists(
    db,
    LINKS_OF_STATEMENTS,
    ids,
    (row) => ({ way: oneOf(row, 'way', LINK_WAYS), entity: entityOf(row) }),
    // Each way has fewer than a plain list may hold.
    { limit: LINK_WAYS.length * 200 },
  );
}

/** By statement id; absent where no mention stands for the speaker. */
export async function mentionsOfSpeakers(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, Mention>> {
  return indexRows(await db.read(MENTIONS_OF_SPEAKERS, { parents: ids }), 'parent', mentionOf);
}

/** In the order of the text. */
export function evidenceOfStatements(db: Database, ids: readonly string[]) {
  return readLists(db, EVIDENCE_OF_STATEMENTS, ids, evidenceOf);
}

/** In the order of the text. */
export function nestedStatements(db: Database, ids: readonly string[]) {
  return readLists(db, NESTED_STATEMENTS, ids, statementOf);
}

/** Outermost first; the last is the statement itself. */
export function chainsOfStatements(db: Database, ids: readonly string[]) {
  return readLists(db, CHAINS_OF_STATEMENTS, ids, statementOf);
}

export function subjectStatements(db: Database, ids: readonly string[]) {
  return readLists(db, SUBJECT_STATEMENTS, ids, statementOf);
}

/** By relation id. */
export function claimantsOfRelations(db: Database, ids: readonly string[]) {
  return readLists(db, CLAIMANTS_OF_RELATIONS, ids, statementOf);
}
