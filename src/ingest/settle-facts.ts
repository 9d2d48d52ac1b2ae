import type { Row, Transaction } from '../graph/database.ts';
import { flag, text, textOrNull } from '../graph/rows.ts';
import { foldName, wordLines } from '../text/fold.ts';
import * as cypher from './cypher-entities.ts';
import * as keyCypher from './cypher-keys.ts';
import { factsOf } from './descriptions.ts';
import { type EntityFacts, unite } from './entity-facts.ts';
import { entityType } from './entity-type.ts';
import { readChunks, runEach } from './rows-run.ts';
import type { SettledKeys } from './settle-keys.ts';
import { qidsOf, settleQids } from './settle-qids.ts';
import type { Saying } from './settle-runs.ts';
import { readEntities, saidIn } from './stored-facts.ts';
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
  const decided = await readChunks(tx, cypher.ENTITIES_BY_DECISION, 'ids', [...before.keys()]);
  const all = new Set([...anew, ...unattested, ...decided.map((row) => text(row, 'id'))]);
  const after = new Map<string, EntityFacts>();
  for (const { keyId, description } of sayings) {
    const id = keys.entityOf(keyId);
    if (all.has(id) || description.apart) continue;
    const { type, qid } = keys.stored(keyId);
    const namedBy = namedByKey(description.namedBy, keys.placeOf(keyId).base === id);
    const said = { ...factsOf(id, type, { ...description, namedBy }), qid: id === keyId ? qid : null };
    const known = after.get(id) ?? before.get(id);
    after.set(id, known === undefined ? said : unite(known, said));
  }
  const gathered = await gather(tx, [...all]);
  for (const [id, facts] of gathered.facts) after.set(id, facts);
  // An entity may be named earlier by another of its keys than the one with the QID, which is its root.
  const touched = [...sayings.map(({ keyId }) => keyId), ...after.keys()];
  await keys.load(touched);
  const qids = [...touched.map((id) => keys.stored(id).qid), ...gathered.qids].filter((qid) => qid !== null);
  await settleQids(tx, [...new Set(qids)], after, before);
  const changed = [...after.values()].filter((facts) => !isSame(facts, before.get(facts.id)));
  const rows = changed.map((facts) => ({ ...facts, words: wordLines([facts.name, ...facts.aliases]) }));
  // Nobody has a QID twice, also not for a moment; those that all keys have left still have theirs.
  const losing = [...before.values()].filter(({ id, qid }) => qid !== null && after.get(id)?.qid !== qid);
  const lost = losing.filter(({ id }) => after.has(id) || all.has(id)).map(({ id }) => id);
  await runEach(tx, [
    [cypher.CLEAR_QIDS, lost],
    [cypher.MERGE_ENTITIES, rows],
  ]);
  await writeWords(
    tx,
    rows.map(({ words }) => words),
  );
  await writeNames(tx, changed, all);
  await writeOffices(tx, keys, offices);
}

interface Gathered {
  readonly facts: ReadonlyMap<string, EntityFacts>;
  /** Those of all keys. */
  readonly qids: readonly (string | null)[];
}

/** Who was merged into an entity does not give it its name while there is another. */
export function namedByKey(namedBy: string, isOwn: boolean): string {
  return isOwn ? namedBy : `2 ${namedBy}`;
}

/** What current runs say counts, else what others do; what runs say of those whom they keep apart only where it is all that there is. */
function rankOf(row: Row): number {
  if (flag(row, 'apart')) return 2;
  return flag(row, 'current') ? 0 : 1;
}

/** Everything that is said of entities under all of their keys. */
async function gather(tx: Transaction, ids: readonly string[]): Promise<Gathered> {
  const keyRows = await readChunks(tx, keyCypher.KEYS_OF_ENTITIES, 'ids', ids);
  const entityOfKey = new Map(keyRows.map((row) => [text(row, 'id'), text(row, 'entityId')]));
  const typeOfKey = new Map(keyRows.map((row) => [text(row, 'id'), entityType(text(row, 'type'))]));
  const qids = qidsOf(keyRows);
  const isOwn = new Map(keyRows.map((row) => [text(row, 'id'), row['base'] === row['entityId']]));
  const rows = await readChunks(tx, keyCypher.DESCRIPTIONS_OF_KEYS, 'ids', [...entityOfKey.keys()]);
  const best = new Map<string, number>();
  for (const row of rows) {
    const id = entityOfKey.get(text(row, 'keyId')) ?? '';
    best.set(id, Math.min(rankOf(row), best.get(id) ?? rankOf(row)));
  }
  const facts = new Map<string, EntityFacts>();
  for (const row of rows) {
    const keyId = text(row, 'keyId');
    const id = entityOfKey.get(keyId);
    const type = typeOfKey.get(keyId);
    if (id === undefined || type === undefined || rankOf(row) !== best.get(id)) continue;
    const said = saidIn(row);
    const namedBy = namedByKey(said.namedBy, isOwn.get(keyId) === true);
    const one = {
      ...factsOf(id, type, { ...said, namedBy, current: rankOf(row) === 0 }),
      qid: qids.get(id) ?? null,
    };
    const known = facts.get(id);
    facts.set(id, known === undefined ? one : unite(known, one));
  }
  return { facts, qids: keyRows.map((row) => textOrNull(row, 'qid')) };
}

async function writeNames(
  tx: Transaction,
  changed: readonly EntityFacts[],
  anew: ReadonlySet<string>,
): Promise<void> {
  const links = changed.flatMap(({ id, name, aliases }) =>
    [...new Set([name, ...aliases].map(foldName))].map((to) => ({ from: id, to })),
  );
  await runEach(tx, [
    [cypher.MERGE_NAMES, [...new Set(links.map(({ to }) => to))]],
    [cypher.LINK_NAMES, links],
  ]);
  const made = changed.filter(({ id }) => anew.has(id)).map(({ id }) => id);
  const wanted = new Set(links.map(({ from, to }) => `${from} ${to}`));
  const had = await readChunks(tx, keyCypher.NAMES_OF_ENTITIES, 'ids', made);
  const surplus = had
    .map((row) => ({ from: text(row, 'id'), to: text(row, 'name') }))
    .filter(({ from, to }) => !wanted.has(`${from} ${to}`));
  await runEach(tx, [
    [keyCypher.UNLINK_NAMES, surplus],
    [keyCypher.REMOVE_NAMES, [...new Set(surplus.map(({ to }) => to))]],
  ]);
}

async function writeOffices(tx: Transaction, keys: SettledKeys, offices: readonly string[]): Promise<void> {
  const positions = offices.filter((id) => keys.stored(id).type === 'POSITION');
  // Those that lost a key may have lost what it was an office of.
  const before = positions.map((id) => keys.stored(id).entityId).filter((id) => id !== null);
  const ids = [...new Set([...before, ...positions.map((id) => keys.entityOf(id))])];
  const rows = await readChunks(tx, keyCypher.KEYS_OF_ENTITIES, 'ids', ids);
  const ends = rows.flatMap((row) => [textOrNull(row, 'ofKey'), textOrNull(row, 'accreditedKey')]);
  await keys.load(ends.filter((id) => id !== null));
  const linksOf = (column: string) =>
    rows.flatMap((row) => {
      const key = textOrNull(row, column);
      return key === null ? [] : [{ from: text(row, 'entityId'), to: keys.entityOf(key) }];
    });
  await runEach(tx, [
    [keyCypher.UNLINK_OFFICES, ids],
    [cypher.LINK_OFFICES, linksOf('ofKey')],
    [cypher.LINK_ACCREDITATIONS, linksOf('accreditedKey')],
  ]);
}

function isSame(a: EntityFacts, b: EntityFacts | undefined): boolean {
  return b !== undefined && JSON.stringify(a) === JSON.stringify(b);
}
