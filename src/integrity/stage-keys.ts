import { ENTITY_TYPES } from '../entity/model.ts';
import type { Row, Transaction } from '../graph/database.ts';
import { foldedNames } from '../ingest/descriptions.ts';
import { nameText } from '../ingest/key-names.ts';
import { lacking } from './compare-nodes.ts';
import { compareWays, type Way } from './compare-ways.ts';
import { WAYS_OF_KEYS } from './cypher-keys.ts';
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
  const ways = byColumn(await tx.run(WAYS_OF_KEYS, { ids }), 'start', wayIn);
  return ids.flatMap((id) => {
    const properties = keys.propertiesOf(id);
    const found = ways.get(id) ?? [];
    const names = namesOf(id, properties, sayings.get(id) ?? [], keys);
    const isName = ({ type }: Way) => type === 'CALLED';
    const ofEntities = found.filter(({ type }) => type === 'KEY_OF');
    const others = found.filter(
      ({ type }) => type !== 'CALLED' && type !== 'KEY_OF' && type !== 'MERGED_INTO',
    );
    return [
      ...lacking(ENTITY_KEY, id, properties),
      ...compareWays(names, found.filter(isName)),
      ...compareWays([], others),
      ...compareWays(plain(ofEntities), ofEntities),
      ...entityFindings(id, found, roots.get(id)?.root ?? id),
    ];
  });
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

/** The same relationships, as they are without properties: how many there should be is another question. */
function plain(ways: readonly Way[]): Way[] {
  return ways.map((way) => ({ ...way, properties: {} }));
}

function entityFindings(id: string, found: readonly Way[], root: string): Finding[] {
  const entities = found.filter(({ type }) => type === 'KEY_OF').map(({ to }) => to);
  const merged = found.filter(({ type }) => type === 'MERGED_INTO').map(({ to }) => to);
  const findings: Finding[] = [];
  const tell = (rule: 'key-entity' | 'key-root', what: string) =>
    findings.push({ rule, id, detail: `${named('EntityKey', id)} ${what}` });
  if (merged.length > 1) tell('key-root', `is merged into more than one key: ${listed(merged)}`);
  if (entities.length !== 1) tell('key-entity', `should be of one entity, and is of ${listed(entities)}`);
  else if (entities[0] !== root)
    tell(
      'key-root',
      `is of the entity ${String(entities[0])}, and all documents together make it one of ${root}`,
    );
  return findings;
}

function heldBy(properties: Row): string[] {
  return [textIn(properties, 'ofKey'), textIn(properties, 'accreditedKey')].filter((key) => key !== null);
}
