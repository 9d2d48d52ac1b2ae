import { ENTITY_TYPES, type EntityType } from '../entity/model.ts';
import { groupRows, indexRows } from '../graph/batch.ts';
import type { Row, Transaction } from '../graph/database.ts';
import { text, textOrNull, texts } from '../graph/rows.ts';
import { foldName } from '../text/fold.ts';
import type { AnnotatedEntity } from './annotation.ts';
import { FIND_BY_NAME, FIND_BY_QID } from './cypher.ts';
import type { KnownEntities, KnownEntity } from './resolve.ts';

/** What the graph knows of a document's entities, in two queries. */
export async function lookUp(tx: Transaction, entities: readonly AnnotatedEntity[]): Promise<KnownEntities> {
  const qids = [...new Set(entities.flatMap(({ qid }) => (qid === null ? [] : [qid])))];
  const names = new Map<string, { folded: string; type: EntityType }>();
  for (const { name, type } of entities) {
    const folded = foldName(name);
    if (type !== 'UNNAMED_SOURCE') names.set(`${type} ${folded}`, { folded, type });
  }
  const folded = [...new Set([...names.values()].map((row) => row.folded))];
  const byQid = qids.length === 0 ? [] : await tx.run(FIND_BY_QID, { qids });
  const byName = names.size === 0 ? [] : await tx.run(FIND_BY_NAME, { names: [...names.values()] });
  return { byQid: indexRows(byQid, 'key', known), byName: groupRows(folded, byName, 'key', known) };
}

function known(row: Row): KnownEntity {
  return {
    id: text(row, 'id'),
    type: entityType(text(row, 'type')),
    qid: textOrNull(row, 'qid'),
    sortName: text(row, 'sortName'),
    officeOf: texts(row, 'officeOf'),
    accreditedTo: texts(row, 'accreditedTo'),
  };
}

export function entityType(name: string): EntityType {
  const type = ENTITY_TYPES.find((each) => each === name);
  if (type === undefined) throw new Error(`the graph has an entity of the unknown type ${name}`);
  return type;
}
