import { ENTITY_NODE_TYPES, ENTITY_TYPES } from '../entity/model.ts';
import type { Row, Transaction } from '../graph/database.ts';
import { typeOfId } from '../graph/id.ts';
import type { EntityFacts } from '../ingest/entity-facts.ts';
import { wordLines } from '../text/fold.ts';
import { differences, lacking } from './compare-nodes.ts';
import { compareWays } from './compare-ways.ts';
import { ENTITIES_WITH_QIDS, ENTITIES as ENTITY_NODES, WAYS_OF_ENTITIES } from './cypher-keys.ts';
import { listed, named } from './describe.ts';
import { edgesOf, namesOf, officesOf } from './entity-ways.ts';
import { keyPages } from './pages.ts';
import { byColumn, nodeIn, textIn, textsIn, wayIn } from './read.ts';
import type { Finding } from './rules.ts';
import { readFacts, readKeysOfEntities } from './sayings.ts';
import { ENTITY } from './shape.ts';
import type { Context, Stage } from './stage.ts';

/** Entities of one unit. */
const PAGE = 300;

/** What entities are, what they are called, and the short ways between them. */
export const ENTITIES: Stage = {
  name: 'entities',
  labels: ['Entity'],
  async *units(context) {
    for await (const page of keyPages(context, 'Entity', PAGE)) {
      yield {
        size: page.keys.length,
        check: async (tx) => [...page.findings, ...(await checkEntities(tx, page.keys, context))],
      };
    }
  },
};

async function checkEntities(tx: Transaction, ids: readonly string[], context: Context): Promise<Finding[]> {
  const keyed = await readKeysOfEntities(tx, ids);
  const facts = await readFacts(tx, keyed.values());
  await settleQids(tx, facts);
  const expected = new Map([...facts].map(([id, one]) => [id, rowOf(one)]));
  const ways = [
    ...namesOf(facts.values()),
    ...(await officesOf(tx, [...keyed.values()])),
    ...(await edgesOf(tx, ids)),
  ];
  const found = (await tx.run(WAYS_OF_ENTITIES, { ids })).map(wayIn);
  const nodes = await tx.run(ENTITY_NODES, { ids });
  const words = [...expected].map(([id, one]) => ({ id, words: textIn(one, 'words') ?? '' }));
  return [
    ...nodes.flatMap((row) => [
      ...labelFindings(row),
      ...factFindings(row, expected, (id) => (keyed.get(id)?.keys ?? []).length > 0),
    ]),
    // Of what nobody says anything, nothing is known about names either.
    ...compareWays(
      ways,
      found.filter(({ type, from }) => type !== 'NAMED' || facts.has(from)),
    ),
    ...(await context.words.missing(tx, words)),
  ];
}

function rowOf(facts: EntityFacts): Row {
  return { ...facts, words: wordLines([facts.name, ...facts.aliases]) };
}

function factFindings(
  row: Row,
  expected: ReadonlyMap<string, Row>,
  hasKeys: (id: string) => boolean,
): Finding[] {
  const { id, properties } = nodeIn(row);
  if (id === null) return [];
  const wanted = expected.get(id);
  if (wanted !== undefined) return differences(ENTITY, id, wanted, properties);
  const findings = lacking(ENTITY, id, properties);
  // One without a key is astray, which is another rule.
  if (!hasKeys(id)) return findings;
  return [
    ...findings,
    { rule: 'entity-facts', id, detail: `${named('Entity', id)}: no run says what it is` },
  ];
}

function labelFindings(row: Row): Finding[] {
  const { id, properties } = nodeIn(row);
  const type = ENTITY_TYPES.find((each) => each === textIn(properties, 'type'));
  if (id === null || type === undefined) return [];
  const label = ENTITY_NODE_TYPES[type];
  const others = textsIn(row, 'labels').filter((each) => each !== 'Entity');
  const prefix = typeOfId(id);
  if (others.length === 1 && others[0] === label && prefix === label) return [];
  const what = `it is a ${label}, has the labels ${listed(others)} beside Entity, and its id is that of a ${prefix ?? 'thing unknown'}`;
  return [{ rule: 'entity-label', id, detail: `${named('Entity', id)}: ${what}` }];
}

/** Documents may give one QID to several. It stays with the one that is named first, by the same order as names are chosen. */
async function settleQids(tx: Transaction, facts: Map<string, EntityFacts>): Promise<void> {
  const qids = [...new Set([...facts.values()].map(({ qid }) => qid))].filter((qid) => qid !== null);
  const holders = byColumn(
    await tx.run(ENTITIES_WITH_QIDS, { qids }),
    'qid',
    (row) => textIn(row, 'id') ?? '',
  );
  const shared = [...holders].filter(([, ids]) => ids.length > 1);
  const unknown = [...new Set(shared.flatMap(([, ids]) => ids))].filter((id) => !facts.has(id));
  const rivals = await readFacts(tx, (await readKeysOfEntities(tx, unknown)).values());
  const first = new Map(
    shared.map(([qid, ids]) => {
      const all = ids.map((id) => facts.get(id) ?? rivals.get(id)).filter((each) => each?.qid === qid);
      return [qid, all.toSorted(byNaming)[0]?.id] as const;
    }),
  );
  for (const [id, own] of facts) {
    if (own.qid !== null && first.has(own.qid) && first.get(own.qid) !== id)
      facts.set(id, { ...own, qid: null });
  }
}

function byNaming(a: EntityFacts | undefined, b: EntityFacts | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return a.namedBy < b.namedBy || (a.namedBy === b.namedBy && a.id < b.id) ? -1 : 1;
}
