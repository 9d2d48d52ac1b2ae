import { inChunks } from '../graph/batch.ts';
import type { Params, Query, Row, Transaction, Value } from '../graph/database.ts';
import { flag, integer, text, textOrNull, texts } from '../graph/rows.ts';
import { wordLines, wordsIn } from '../text/fold.ts';
import type { Changes } from './changes.ts';
import * as cypher from './cypher-entities.ts';
import { type EntityFacts, unite } from './entity-facts.ts';
import { entityType } from './lookup.ts';
import type { NodeRow } from './rows.ts';

/** Rows that one UNWIND gets at most. */
const CHUNK = 5_000;

/** Entities with their names and offices, as the documents before and this one together have them. */
export async function writeEntities(tx: Transaction, changes: Changes): Promise<number> {
  const known = new Map<string, EntityFacts>();
  for (const chunk of inChunks(changes.entities, CHUNK)) {
    const rows = await tx.run(cypher.READ_ENTITIES, { ids: chunk.map(({ id }) => id) });
    for (const row of rows) known.set(text(row, 'id'), factsOf(row));
  }
  const united = changes.entities.map((facts): NodeRow => {
    const before = known.get(facts.id);
    const after = before === undefined ? facts : unite(before, facts);
    return { ...after, words: wordLines([after.name, ...after.aliases]) };
  });
  await runRows(tx, cypher.MERGE_ENTITIES, united);
  await writeWords(
    tx,
    united.map(({ words }) => String(words)),
  );
  const names = [...new Set(changes.names.map(({ to }) => to))];
  await runRows(tx, cypher.MERGE_NAMES, names);
  await runRows(tx, cypher.LINK_NAMES, changes.names);
  await runRows(tx, cypher.LINK_OFFICES, changes.officeOf);
  await runRows(tx, cypher.LINK_ACCREDITATIONS, changes.accreditedTo);
  return united.length - known.size;
}

/** All words that prefixes can stand for. What is no longer said stays: it only finds nothing. */
export async function writeWords(tx: Transaction, lines: Iterable<string>): Promise<void> {
  const words = new Set<string>();
  for (const line of lines) for (const word of wordsIn(line)) words.add(word);
  await runRows(tx, cypher.MERGE_WORDS, [...words].toSorted());
}

/** Relations without the evidence for them, which is each run's own. */
export async function writeRelations(tx: Transaction, { relations }: Changes): Promise<number> {
  let existing = 0;
  for (const chunk of inChunks(relations.relations, CHUNK)) {
    const [row] = await tx.run(cypher.COUNT_RELATIONS, { ids: chunk.map(({ id }) => id) });
    existing += row === undefined ? 0 : integer(row, 'count');
  }
  await runRows(tx, cypher.MERGE_RELATIONS, relations.relations);
  await runRows(tx, cypher.LINK_RELATIONS, relations.relations);
  await runRows(tx, cypher.MERGE_RELATION_EDGES, relations.relations);
  return relations.relations.length - existing;
}

/** The relations that a run has evidence for. */
export async function relationsOf(tx: Transaction, runId: string): Promise<string[]> {
  return (await tx.run(cypher.RELATIONS_OF_RUN, { runId })).map((row) => text(row, 'id'));
}

/** Whether relations are shown, and are facts, follows from their references and current evidence. */
export async function refreshRelations(tx: Transaction, ids: readonly string[]): Promise<void> {
  for (const chunk of inChunks(ids, CHUNK)) {
    const rows = await tx.run(cypher.READ_RELATION_STANDING, { ids: chunk });
    await tx.run(cypher.SET_RELATION_STANDING, { rows });
    await tx.run(cypher.SET_EDGE_STANDING, { rows });
  }
}

/** Nothing for no rows. */
export async function runRows(
  tx: Transaction,
  query: Query,
  rows: readonly Value[],
  params: Params = {},
): Promise<void> {
  for (const chunk of inChunks(rows, CHUNK)) await tx.run(query, { ...params, rows: chunk });
}

function factsOf(row: Row): EntityFacts {
  const type = entityType(text(row, 'type'));
  return {
    id: text(row, 'id'),
    type,
    name: text(row, 'name'),
    sortName: text(row, 'sortName'),
    namedBy: text(row, 'namedBy'),
    aliases: texts(row, 'aliases'),
    description: textOrNull(row, 'description'),
    qid: textOrNull(row, 'qid'),
    isOutlet: type === 'ORGANIZATION' ? flag(row, 'isOutlet') : null,
    signedOn: textOrNull(row, 'signedOn'),
    inForceUntil: textOrNull(row, 'inForceUntil'),
    heldOn: textOrNull(row, 'heldOn'),
    descriptor: textOrNull(row, 'descriptor'),
    articleId: textOrNull(row, 'articleId'),
  };
}
