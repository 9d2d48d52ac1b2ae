import { ENTITY_TYPES } from '../entity/model.ts';
import type { Row, Transaction } from '../graph/database.ts';
import { foldedNames } from '../ingest/descriptions.ts';
import { nameText } from '../ingest/key-names.ts';
import type { Rooted } from '../ingest/roots.ts';
import { lacking } from './compare-nodes.ts';
import { compareWays, type Way } from './compare-ways.ts';
import { MERGES_OF_KEYS, WAYS_OF_KEYS } from './cypher-keys.ts';
import { listed, named } from './describe.ts';
import { KeysInGraph } from './keys-in-graph.ts';
import { keyPages } from './pages.ts';
import { byColumn, flagIn, textIn, textsIn, wayIn } from './read.ts';
import { rootsInGraph } from './roots-in-graph.ts';
import type { Finding } from './rules.ts';
import { readSayings } from './sayings.ts';
import { ENTITY_KEY } from './shape.ts';
import type { Stage } from './stage.ts';

/** Keys of one unit. */
const PAGE = 300;

/** What keys are called, and which entities they are of. */
export const KEYS: Stage = {
  name: 'keys',
  labels: ['EntityKey'],
  async *units(context) {
    for await (const page of keyPages(context, 'EntityKey', PAGE)) {
      yield {
        size: page.keys.length,
        check: async (tx) => [...page.findings, ...(await checkKeys(tx, page.keys))],
      };
    }
  },
};

async function checkKeys(tx: Transaction, ids: readonly string[]): Promise<readonly Finding[]> {
  const keys = new KeysInGraph(tx);
  await keys.load(ids);
  await keys.load(ids.flatMap((id) => heldBy(keys.propertiesOf(id))));
  const sayings = await readSayings(tx, ids);
  const roots = await rootsInGraph(tx, ids);
  const merges = byColumn(await tx.run(MERGES_OF_KEYS, { ids }), 'id', mergedInto);
  const ways = byColumn(await tx.run(WAYS_OF_KEYS, { ids }), 'start', wayIn);
  return ids.flatMap((id) => {
    const properties = keys.propertiesOf(id);
    const said = sayings.get(id) ?? [];
    const found = ways.get(id) ?? [];
    const ofEntities = found.filter(({ type }) => type === 'KEY_OF');
    const place = said.length === 0 ? null : placeOf(id, roots.get(id));
    return [
      ...lacking(ENTITY_KEY, id, properties),
      ...compareWays(
        [...namesOf(id, properties, said, keys), ...(merges.get(id) ?? [])],
        found.filter(({ type }) => type !== 'KEY_OF'),
      ),
      ...entityFindings(id, ofEntities, place),
      ...placeFindings(ofEntities, place),
    ];
  });
}

function mergedInto(row: Row): Way {
  const to = textIn(row, 'keptKey') ?? '';
  const properties = { decision: textIn(row, 'decisionId') };
  return { from: textIn(row, 'id') ?? '', type: 'MERGED_INTO', label: 'EntityKey', to, properties };
}

/** The way to the entity that a key should be of. */
function placeOf(id: string, rooted: Rooted | undefined): Way {
  const { root, base } = rooted ?? { root: id, base: id };
  const properties = base === root ? {} : { base };
  return { from: id, type: 'KEY_OF', label: 'Entity', to: root, properties };
}

/** Names are those of current runs. Private keys are looked up by no name. */
function namesOf(id: string, properties: Row, sayings: readonly Row[], keys: KeysInGraph): Way[] {
  const type = ENTITY_TYPES.find((each) => each === textIn(properties, 'type'));
  const isPrivate = textIn(properties, 'qid') === null && textIn(properties, 'folded') === null;
  if (type === undefined || isPrivate) return [];
  const office = keys.scopeOf({
    ofKey: textIn(properties, 'ofKey'),
    accreditedKey: textIn(properties, 'accreditedKey'),
  });
  const folded = sayings
    .filter((row) => flagIn(row, 'current'))
    .flatMap((row) => foldedNames({ name: textIn(row, 'name') ?? '', aliases: textsIn(row, 'aliases') }));
  return [...new Set(folded)].map((name) => ({
    from: id,
    type: 'CALLED',
    label: 'KeyName',
    to: nameText(type, name, office),
    properties: {},
  }));
}

/** That it is of one entity, or of none where nothing describes it. */
function entityFindings(id: string, found: readonly Way[], place: Way | null): Finding[] {
  const wanted = place === null ? 0 : 1;
  if (found.length === wanted) return [];
  const should = wanted === 0 ? 'none, for no run describes it' : 'one entity';
  const detail = `${named('EntityKey', id)} should be of ${should}, and is of ${listed(found.map(({ to }) => to))}`;
  return [{ rule: 'key-entity', id, detail }];
}

/** That it is of the right one. */
function placeFindings(found: readonly Way[], place: Way | null): Finding[] {
  const [only, another] = found;
  return only === undefined || another !== undefined || place === null ? [] : compareWays([place], [only]);
}

function heldBy(properties: Row): string[] {
  return [textIn(properties, 'ofKey'), textIn(properties, 'accreditedKey')].filter((key) => key !== null);
}
