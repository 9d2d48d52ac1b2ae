import { invalidInput, OnrecordError } from '../errors.ts';
import { distinct, groupRows, indexRows } from '../graph/batch.ts';
import type { Database } from '../graph/database.ts';
import { typeOfId } from '../graph/id.ts';
import { integer } from '../graph/rows.ts';
import { foldName } from '../text/fold.ts';
import { ENTITIES_BY_NAME, ENTITIES_BY_QID, USES_OF_ENTITIES } from './cypher.ts';
import { ENTITY_NODE_TYPES, type Entity } from './model.ts';
import { candidatesOf } from './model-candidate.ts';
import { entitiesById, entityOf } from './store.ts';

/** A name as a client gives it: exactly one of these. */
export interface EntityReference {
  readonly id?: string | null | undefined;
  readonly qid?: string | null | undefined;
  readonly name?: string | null | undefined;
}

/** Code points of a name that is looked up. */
const MAX_NAME_LENGTH = 500;
/** Entities listed as candidates of an ambiguous name. */
const MAX_CANDIDATES = 20;

const ENTITY_TYPE_NAMES: readonly string[] = Object.values(ENTITY_NODE_TYPES);

/**
 * What references stand for, looked up together: one call for each of id, QID and name that occurs, and one more where names are
 * ambiguous, however many.
 */
export class EntityReferences {
  readonly #byId: ReadonlyMap<string, Entity>;
  readonly #byQid: ReadonlyMap<string, Entity>;
  readonly #byName: ReadonlyMap<string, readonly Entity[]>;
  /** How often the articles speak of candidates. */
  readonly #uses: ReadonlyMap<string, number>;

  private constructor(
    byId: ReadonlyMap<string, Entity>,
    byQid: ReadonlyMap<string, Entity>,
    byName: ReadonlyMap<string, readonly Entity[]>,
    uses: ReadonlyMap<string, number>,
  ) {
    this.#byId = byId;
    this.#byQid = byQid;
    this.#byName = byName;
    this.#uses = uses;
  }

  static async find(db: Database, references: readonly EntityReference[]): Promise<EntityReferences> {
    for (const reference of references) checkReference(reference);
    const ids = distinct(references.map(({ id }) => id));
    const qids = distinct(references.map(({ qid }) => qid));
    const names = distinct(references.map(({ name }) => (name == null ? null : foldName(name))));
    const [byId, qidRows, nameRows] = await Promise.all([
      ids.length === 0 ? new Map<string, Entity>() : entitiesById(db, ids),
      qids.length === 0 ? [] : db.read(ENTITIES_BY_QID, { qids }),
      names.length === 0 ? [] : db.read(ENTITIES_BY_NAME, { names, limit: MAX_CANDIDATES + 1 }),
    ]);
    const byName = groupRows(names, nameRows, 'ref', entityOf);
    const candidates = [...byName.values()].filter((found) => found.length > 1).flatMap(shown);
    const uses = await usesOfEntities(db, distinct(candidates.map(({ id }) => id)));
    return new EntityReferences(byId, indexRows(qidRows, 'ref', entityOf), byName, uses);
  }

  /** Null where nothing matches; AMBIGUOUS, with the candidates, where a name matches several. */
  get({ id, qid, name }: EntityReference): Entity | null {
    if (id != null) return this.#byId.get(id) ?? null;
    if (qid != null) return this.#byQid.get(qid) ?? null;
    const found = this.#byName.get(foldName(name ?? '')) ?? [];
    if (found.length > 1) throw ambiguous(name ?? '', found, this.#uses);
    return found[0] ?? null;
  }

  /** NOT_FOUND where `get` has null. */
  require(reference: EntityReference): Entity {
    const found = this.get(reference);
    if (found !== null) return found;
    const [kind, value] = given(reference);
    throw new OnrecordError('NOT_FOUND', `No entity has the ${kind} ${JSON.stringify(value)}.`, {
      details: { reference: { [kind]: value } },
    });
  }
}

/** INVALID_INPUT or LIMIT_EXCEEDED for what no entity can have. */
export function checkReference(reference: EntityReference): void {
  const [kind, value] = given(reference);
  if (kind === 'id') {
    const type = typeOfId(value);
    if (type === null) throw invalidInput(`${JSON.stringify(value.slice(0, 80))} is not an id.`);
    if (!ENTITY_TYPE_NAMES.includes(type))
      throw invalidInput(`"${value}" is the id of ${withArticle(type)}, not of an entity.`);
  } else if (kind === 'qid' && !/^Q[1-9]\d{0,11}$/.test(value)) {
    throw invalidInput(`${JSON.stringify(value.slice(0, 80))} is not a Wikidata id such as Q7747.`);
  } else if (kind === 'name' && (value.length > 2 * MAX_NAME_LENGTH || [...value].length > MAX_NAME_LENGTH)) {
    throw new OnrecordError('LIMIT_EXCEEDED', `A name has at most ${MAX_NAME_LENGTH} characters.`);
  }
}

function given({ id, qid, name }: EntityReference): readonly ['id' | 'qid' | 'name', string] {
  if (id != null) return ['id', id];
  if (qid != null) return ['qid', qid];
  return ['name', name ?? ''];
}

async function usesOfEntities(db: Database, parents: readonly string[]): Promise<Map<string, number>> {
  if (parents.length === 0) return new Map();
  const rows = await db.read(USES_OF_ENTITIES, { parents });
  return indexRows(rows, 'parent', (row) => integer(row, 'mentions') + integer(row, 'statements'));
}

/** Of the entities that have a name those that are told as candidates. */
function shown(found: readonly Entity[]): readonly Entity[] {
  return found.slice(0, MAX_CANDIDATES);
}

function ambiguous(name: string, found: readonly Entity[], uses: ReadonlyMap<string, number>): OnrecordError {
  const count = found.length > MAX_CANDIDATES ? `more than ${MAX_CANDIDATES}` : String(found.length);
  return new OnrecordError(
    'AMBIGUOUS',
    `${count} entities have the name ${JSON.stringify(name)}: give the id of one of the candidates.`,
    {
      details: {
        candidates: candidatesOf(name, shown(found), uses),
        truncated: found.length > MAX_CANDIDATES,
      },
    },
  );
}

function withArticle(type: string): string {
  return `${/^[AE]/.test(type) ? 'an' : 'a'} ${type}`;
}
