import type { Database } from '../graph/database.ts';
import { text, textOrNull, texts } from '../graph/rows.ts';
import * as cypher from './cypher-review.ts';
import { readRoots } from './key-store.ts';

/** An entity as somebody who decides about it has to see it. */
export interface ReviewedEntity {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly description: string | null;
  readonly qid: string | null;
}

/**
 * What the documents leave open. NAME: the entity is known by a name that all the candidates have as well, and may be one of them. QID: documents
 * give the QID to things of several types, of which only one can be right; `entity` has it now.
 */
export interface OpenQuestion {
  readonly kind: 'NAME' | 'QID';
  /** The folded name, or the QID. */
  readonly subject: string;
  readonly entity: ReviewedEntity;
  /** By id. */
  readonly candidates: readonly ReviewedEntity[];
}

/** Keys looked at together. */
const PAGE = 500;

/** Everything that is open, names by their keys, then QIDs. Takes memory for a page, and two to four calls for each. */
export async function* openQuestions(db: Database): AsyncGenerator<OpenQuestion> {
  for (let after = ''; ; ) {
    const rows = await db.read(cypher.NAME_KEYS_AFTER, { after, limit: PAGE });
    const ids = rows.map((row) => text(row, 'id'));
    if (ids.length === 0) break;
    const folded = new Map(rows.map((row) => [text(row, 'id'), text(row, 'folded')]));
    const roots = await db.readTransaction((tx) => readRoots(tx, ids));
    const open = [...roots].filter(([, { candidates }]) => candidates.length > 0);
    const entities = await entitiesFor(
      db,
      open.flatMap(([id, { candidates }]) => [id, ...candidates]),
    );
    for (const [id, { candidates }] of open) {
      yield* questionOf(
        'NAME',
        folded.get(id) ?? '',
        entities.get(id),
        candidates.map((key) => entities.get(key)),
      );
    }
    after = ids.at(-1) ?? '';
  }
  for (let after = ''; ; ) {
    const rows = await db.read(cypher.SHARED_QIDS, { after, limit: PAGE });
    const entities = await entitiesFor(
      db,
      rows.flatMap((row) => texts(row, 'ids')),
    );
    for (const row of rows) {
      const qid = text(row, 'qid');
      const all = [...texts(row, 'ids')].toSorted().map((id) => entities.get(id));
      const holder = all.find((entity) => entity?.qid === qid);
      yield* questionOf(
        'QID',
        qid,
        holder,
        all.filter((entity) => entity !== holder),
      );
    }
    if (rows.length < PAGE) return;
    after = text(rows.at(-1) ?? {}, 'qid');
  }
}

/** None where the graph has changed meanwhile, so that nothing is open any more. */
function* questionOf(
  kind: OpenQuestion['kind'],
  subject: string,
  entity: ReviewedEntity | undefined,
  others: readonly (ReviewedEntity | undefined)[],
): Generator<OpenQuestion> {
  const known = others.filter((other) => other !== undefined && other.id !== entity?.id);
  const candidates = [...new Map(known.map((other) => [other?.id, other])).values()].filter(
    (each) => each !== undefined,
  );
  if (entity !== undefined && candidates.length > 0) yield { kind, subject, entity, candidates };
}

async function entitiesFor(db: Database, keys: readonly string[]): Promise<Map<string, ReviewedEntity>> {
  if (keys.length === 0) return new Map();
  const rows = await db.read(cypher.ENTITIES_FOR_REVIEW, { ids: [...new Set(keys)] });
  return new Map(
    rows.map((row) => [
      text(row, 'keyId'),
      {
        id: text(row, 'id'),
        type: text(row, 'type'),
        name: text(row, 'name'),
        description: textOrNull(row, 'description'),
        qid: textOrNull(row, 'qid'),
      },
    ]),
  );
}
