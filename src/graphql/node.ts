import { invalidInput, OnrecordError } from '../errors.ts';
import { ID_PREFIXES, type NodeType, typeOfId } from '../graph/id.ts';
import { type Batch, load } from './batch.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { MAX_NODE_IDS } from './limits.ts';

export interface Identified {
  readonly id: string;
}

/** The GraphQL type of a thing: its id says it. */
export function typeNameOf({ id }: Identified): NodeType {
  const type = typeOfId(id);
  if (type === null) throw new OnrecordError('INTERNAL', 'A thing has an id of no known form.');
  return type;
}

export const NodeRef = builder.interfaceRef<Identified>('Node').implement({
  description: 'Anything with an id of its own.',
  resolveType: typeNameOf,
  fields: (t) => ({
    id: t.exposeID('id', {
      description: 'Unique in the whole graph, and permanent. Its form is of no meaning.',
    }),
  }),
});

const batches = new Map<NodeType, Batch<Identified>>();

/** How things of these types are found by their ids; each concept tells it of its own. */
export function registerNodes(types: readonly NodeType[], batch: Batch<Identified>): void {
  for (const type of types) batches.set(type, batch);
}

/** For ids that something in the graph points to. */
export async function requireNode<T>(context: Context, batch: Batch<T>, id: string): Promise<T> {
  const found = await load(context, batch, id);
  if (found !== undefined) return found;
  throw new OnrecordError('INTERNAL', `Something leads to ${id}, which is not in the graph.`);
}

/** Null where the id is in order and nothing has it. INVALID_INPUT for a text that cannot be an id. */
async function findNode(context: Context, id: string): Promise<Identified | null> {
  const type = typeOfId(id);
  const batch = type === null ? undefined : batches.get(type);
  if (batch === undefined) {
    const forms = Object.values(ID_PREFIXES).join(', ');
    throw invalidInput(
      `${JSON.stringify(id.slice(0, 80))} is not an id. Ids begin with one of ${forms}, then _ and 32 hex digits.`,
    );
  }
  return (await load(context, batch, id)) ?? null;
}

builder.queryFields((t) => ({
  node: t.field({
    type: NodeRef,
    nullable: true,
    description: 'The thing with this id, also a superseded or withdrawn one; null where nothing has it.',
    args: { id: t.arg.id({ required: true, description: 'Id of the thing.' }) },
    resolve: (_root, { id }, context) => findNode(context, id),
  }),
  nodes: t.field({
    type: [NodeRef],
    nullable: { list: false, items: true },
    description: `The things with these ids, in their order, at most ${MAX_NODE_IDS}; null where nothing has one.`,
    args: { ids: t.arg.idList({ required: true, description: 'Ids of the things.' }) },
    resolve: (_root, { ids }, context) => {
      if (ids.length > MAX_NODE_IDS) {
        throw new OnrecordError(
          'LIMIT_EXCEEDED',
          `"ids" has ${ids.length}; at most ${MAX_NODE_IDS} are found at once.`,
        );
      }
      return Promise.all(ids.map((id) => findNode(context, id)));
    },
  }),
}));
