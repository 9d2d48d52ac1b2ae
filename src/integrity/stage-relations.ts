import type { Row, Transaction } from '../graph/database.ts';
import { relationBetween } from '../ingest/relations.ts';
import { differences, lacking } from './compare-nodes.ts';
import { compareWays, type Way } from './compare-ways.ts';
import { RELATIONS as RELATION_NODES, STANDINGS, WAYS_OF_RELATIONS } from './cypher-keys.ts';
import { named } from './describe.ts';
import { keyPages } from './pages.ts';
import { byColumn, nodeIn, numberIn, textIn, wayIn } from './read.ts';
import type { Finding } from './rules.ts';
import { RELATION } from './shape.ts';
import type { Stage } from './stage.ts';

/** Relations of one unit. */
const PAGE = 300;

/** That relations are what their ends and dates make them, and stand as those who assert them make them. */
export const RELATIONS: Stage = {
  name: 'relations',
  labels: ['Relation'],
  async *units(context) {
    for await (const page of keyPages(context, 'Relation', PAGE)) {
      yield {
        size: page.keys.length,
        check: async (tx) => [...page.findings, ...(await checkRelations(tx, page.keys))],
      };
    }
  },
};

async function checkRelations(tx: Transaction, ids: readonly string[]): Promise<readonly Finding[]> {
  const nodes = (await tx.run(RELATION_NODES, { ids })).map(nodeIn);
  const standings = new Map((await tx.run(STANDINGS, { ids })).map((row) => [textIn(row, 'id') ?? '', row]));
  const ways = byColumn(await tx.run(WAYS_OF_RELATIONS, { ids }), 'start', wayIn);
  return nodes.flatMap(({ id, properties }) => {
    if (id === null) return [];
    const standing = standings.get(id) ?? {};
    const missing = lacking(RELATION, id, properties);
    // Nothing follows from what is not there.
    if (missing.length > 0) return missing;
    return [
      ...differences(RELATION, id, expectedRelation(properties, standing), properties),
      ...compareWays(endsOf(id, properties), ways.get(id) ?? []),
      ...evidenceFindings(id, standing),
    ];
  });
}

function expectedRelation(found: Row, standing: Row): Row {
  const texts = textsOf(found);
  const reference = textIn(standing, 'reference');
  // Where what it joins was merged it says nothing.
  const joinsTwo = texts.fromId !== texts.toId;
  return {
    ...relationBetween(texts),
    reference,
    shown: joinsTwo && (reference !== null || numberIn(standing, 'evident') > 0),
    fact: joinsTwo && (reference !== null || numberIn(standing, 'stated') > 0),
  };
}

function textsOf(found: Row) {
  return {
    type: textIn(found, 'type'),
    fromId: textIn(found, 'fromId'),
    toId: textIn(found, 'toId'),
    validFrom: textIn(found, 'validFrom'),
    validUntil: textIn(found, 'validUntil'),
  };
}

function endsOf(id: string, found: Row): Way[] {
  const { fromId, toId } = textsOf(found);
  const way = (type: string, to: string | null): Way => ({
    from: id,
    type,
    label: 'Entity',
    to: to ?? '',
    properties: {},
  });
  return [way('FROM_ENTITY', fromId), way('TO_ENTITY', toId)];
}

/** Which evidence is a relation's is compared with its runs; here it is that it has no other. */
function evidenceFindings(id: string, standing: Row): Finding[] {
  const others = numberIn(standing, 'others');
  if (others === 0) return [];
  const detail = `${named('Relation', id)} has ${others} pieces of evidence that are a statement's`;
  return [{ rule: 'evidence-of-document', id, detail }];
}
