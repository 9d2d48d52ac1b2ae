import type { Row, Transaction } from '../graph/database.ts';
import { flag, flagOrNull, text, textOrNull, texts } from '../graph/rows.ts';
import { foldName, wordLines } from '../text/fold.ts';
import * as cypher from './cypher-entities.ts';
import * as keyCypher from './cypher-keys.ts';
import { factsOf } from './descriptions.ts';
import { type EntityFacts, unite } from './entity-facts.ts';
import { entityType } from './entity-type.ts';
import { readChunks, runRows } from './rows-run.ts';
import type { SettledKeys } from './settle-keys.ts';
import type { Saying } from './settle-runs.ts';
import { writeWords } from './write-words.ts';

export interface FactChanges {
  /** What new runs say; of entities that are not made anew only what current runs say. */
  readonly sayings: readonly Saying[];
  /** Entities of which all that is said is read again. The others can only gain. */
  readonly anew: ReadonlySet<string>;
  /** Keys of offices whose offices may have changed. */
  readonly offices: readonly string[];
}

/** Writes what is now said of entities: their properties, names and offices. */
export async function writeFacts(
  tx: Transaction,
  keys: SettledKeys,
  { sayings, anew, offices }: FactChanges,
): Promise<void> {
  const before = await readEntities(tx, [
    ...new Set([...anew, ...sayings.map(({ keyId }) => keys.entityOf(keyId))]),
  ]);
  const unattested = [...before.values()].filter(({ attested }) => !attested).map(({ id }) => id);
  const all = new Set([...anew, ...unattested]);
  const after = new Map<string, EntityFacts>();
  for (const { keyId, description } of sayings) {
    const id = keys.entityOf(keyId);
    if (all.has(id) || description.apart) continue;
    const { type, qid } = keys.stored(keyId);
    const said = { ...factsOf(id, type, description), qid: id === keyId ? qid : null };
    const known = after.get(id) ?? before.get(id);
    after.set(id, known === undefined ? said : unite(known, said));
  }
  for (const [id, facts] of await gather(tx, [...all])) after.set(id, facts);
  await settleQids(tx, keys, sayings, after, before);
  const changed = [...after.values()].filter((facts) => !isSame(facts, before.get(facts.id)));
  const rows = changed.map((facts) => ({ ...facts, words: wordLines([facts.name, ...facts.aliases]) }));
  // Nobody has a QID twice, also not for a moment.
  await runRows(
    tx,
    cypher.MERGE_ENTITIES,
    rows.toSorted((a, b) => Number(a.qid !== null) - Number(b.qid !== null)),
  );
  await writeWords(
    tx,
    rows.map(({ words }) => words),
  );
  await writeNames(tx, changed, all);
  await writeOffices(tx, keys, offices);
}

/** Everything that is said of entities under all of their keys: by current runs, or else by all. */
async function gather(tx: Transaction, ids: readonly string[]): Promise<Map<string, EntityFacts>> {
  const keyRows = await readChunks(tx, keyCypher.KEYS_OF_ENTITIES, 'ids', ids);
  const entityOfKey = new Map(keyRows.map((row) => [text(row, 'id'), text(row, 'entityId')]));
  const typeOfKey = new Map(keyRows.map((row) => [text(row, 'id'), entityType(text(row, 'type'))]));
  const qids = new Map(keyRows.map((row) => [text(row, 'id'), textOrNull(row, 'qid')]));
  const said = await readChunks(tx, keyCypher.DESCRIPTIONS_OF_KEYS, 'ids', [...entityOfKey.keys()]);
  const own = said.filter((row) => !flag(row, 'apart'));
  const spokenOf = new Set(
    own.filter((row) => flag(row, 'current')).map((row) => entityOfKey.get(text(row, 'keyId'))),
  );
  const facts = new Map<string, EntityFacts>();
  for (const row of own) {
    const keyId = text(row, 'keyId');
    const id = entityOfKey.get(keyId);
    const type = typeOfKey.get(keyId);
    if (id === undefined || type === undefined || (spokenOf.has(id) && !flag(row, 'current'))) continue;
    const one = {
      ...factsOf(id, type, { ...saidIn(row), current: flag(row, 'current') }),
      qid: qids.get(id) ?? null,
    };
    const known = facts.get(id);
    facts.set(id, known === undefined ? one : unite(known, one));
  }
  return facts;
}

/** Documents may give one QID to things of several types. It stays with the one that is named first, by the same order as names are chosen. */
async function settleQids(
  tx: Transaction,
  keys: SettledKeys,
  sayings: readonly Saying[],
  after: Map<string, EntityFacts>,
  before: Map<string, EntityFacts>,
): Promise<void> {
  const touched = [...sayings.map(({ keyId }) => keyId), ...after.keys()];
  await keys.load(touched);
  const qids = [...new Set(touched.map((id) => keys.stored(id).qid))].filter((qid) => qid !== null);
  const groups = new Map<string, string[]>();
  for (const row of await readChunks(tx, keyCypher.KEYS_WITH_QIDS, 'qids', qids)) {
    // A key that was merged into another gives it no QID.
    if (text(row, 'id') !== text(row, 'entityId')) continue;
    const group = groups.get(text(row, 'qid')) ?? [];
    groups.set(text(row, 'qid'), [...group, text(row, 'id')]);
  }
  for (const [qid, ids] of groups) {
    if (ids.length < 2) continue;
    const rivals = await readEntities(
      tx,
      ids.filter((id) => !after.has(id) && !before.has(id)),
    );
    const facts = ids
      .map((id) => after.get(id) ?? before.get(id) ?? rivals.get(id))
      .filter((each) => each !== undefined);
    const [first] = facts.toSorted((a, b) =>
      a.namedBy < b.namedBy || (a.namedBy === b.namedBy && a.id < b.id) ? -1 : 1,
    );
    for (const each of facts) after.set(each.id, { ...each, qid: each === first ? qid : null });
  }
}

async function writeNames(
  tx: Transaction,
  changed: readonly EntityFacts[],
  anew: ReadonlySet<string>,
): Promise<void> {
  const links = changed.flatMap(({ id, name, aliases }) =>
    [...new Set([name, ...aliases].map(foldName))].map((to) => ({ from: id, to })),
  );
  await runRows(tx, cypher.MERGE_NAMES, [...new Set(links.map(({ to }) => to))]);
  await runRows(tx, cypher.LINK_NAMES, links);
  const made = changed.filter(({ id }) => anew.has(id)).map(({ id }) => id);
  const wanted = new Set(links.map(({ from, to }) => `${from} ${to}`));
  const had = await readChunks(tx, keyCypher.NAMES_OF_ENTITIES, 'ids', made);
  const surplus = had
    .map((row) => ({ from: text(row, 'id'), to: text(row, 'name') }))
    .filter(({ from, to }) => !wanted.has(`${from} ${to}`));
  await runRows(tx, keyCypher.UNLINK_NAMES, surplus);
  await runRows(tx, keyCypher.REMOVE_NAMES, [...new Set(surplus.map(({ to }) => to))]);
}

async function writeOffices(tx: Transaction, keys: SettledKeys, offices: readonly string[]): Promise<void> {
  const ids = [
    ...new Set(offices.filter((id) => keys.stored(id).type === 'POSITION').map((id) => keys.entityOf(id))),
  ];
  const rows = await readChunks(tx, keyCypher.KEYS_OF_ENTITIES, 'ids', ids);
  const ends = rows.flatMap((row) => [textOrNull(row, 'ofKey'), textOrNull(row, 'accreditedKey')]);
  await keys.load(ends.filter((id) => id !== null));
  const linksOf = (column: string) =>
    rows.flatMap((row) => {
      const key = textOrNull(row, column);
      return key === null ? [] : [{ from: text(row, 'entityId'), to: keys.entityOf(key) }];
    });
  await runRows(tx, keyCypher.UNLINK_OFFICES, ids);
  await runRows(tx, cypher.LINK_OFFICES, linksOf('ofKey'));
  await runRows(tx, cypher.LINK_ACCREDITATIONS, linksOf('accreditedKey'));
}

async function readEntities(tx: Transaction, ids: readonly string[]): Promise<Map<string, EntityFacts>> {
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

function saidIn(row: Row) {
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

function isSame(a: EntityFacts, b: EntityFacts | undefined): boolean {
  return b !== undefined && JSON.stringify(a) === JSON.stringify(b);
}
