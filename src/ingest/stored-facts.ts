import type { Row, Transaction } from '../graph/database.ts';
import { flag, flagOrNull, text, textOrNull, texts } from '../graph/rows.ts';
import * as cypher from './cypher-entities.ts';
import { factsOf } from './descriptions.ts';
import type { EntityFacts } from './entity-facts.ts';
import { entityType } from './entity-type.ts';
import { readChunks } from './rows-run.ts';

/** What entities are in the graph, by id; those that have just been created are absent. */
export async function readEntities(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, EntityFacts>> {
  const rows = await readChunks(tx, cypher.READ_ENTITIES, 'ids', ids);
  return new Map(rows.map((row) => [text(row, 'id'), storedFacts(row)]));
}

function storedFacts(row: Row): EntityFacts {
  const type = entityType(text(row, 'type'));
  return {
    ...factsOf(text(row, 'id'), type, { ...saidIn(row), current: flag(row, 'attested') }),
    qid: textOrNull(row, 'qid'),
  };
}

/** What is said of an entity, in a row of its own or of a description. */
export function saidIn(row: Row) {
  return {
    name: text(row, 'name'),
    aliases: texts(row, 'aliases'),
    description: textOrNull(row, 'description'),
    isOutlet: flagOrNull(row, 'isOutlet'),
    signedOn: textOrNull(row, 'signedOn'),
    inForceUntil: textOrNull(row, 'inForceUntil'),
    heldOn: textOrNull(row, 'heldOn'),
    articleId: textOrNull(row, 'articleId'),
    namedBy: text(row, 'namedBy'),
  };
}
