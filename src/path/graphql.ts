import { EntityRef, EntityRefInput, loadEntities, requireEntity } from '../entity/graphql.ts';
import { EntityReferences } from '../entity/store-reference.ts';
import { invalidInput, OnrecordError } from '../errors.ts';
import { load } from '../graphql/batch.ts';
import { builder, enumOf } from '../graphql/builder.ts';
import { RelationRef } from '../relation/graphql.ts';
import { relationsById } from '../relation/store.ts';
import { StatementRef } from '../statement/graphql.ts';
import { statementsById } from '../statement/store.ts';
import {
  MAX_NEIGHBORHOOD_HOPS,
  MAX_NEIGHBORHOOD_NODES,
  MAX_PATH_HOPS,
  MAX_PATHS,
  PATH_STEPS,
  type Paths,
  type Step,
  type Subgraph,
} from './model.ts';
import { findNeighborhood, findPaths } from './store.ts';

const PathStepEnum = enumOf('PathStep', 'What may join two entities that stand next to each other.', {
  RELATION:
    'A relation between them, whichever of the two it starts at; claims count, and say so in `claimedIn`.',
  STATEMENT: 'A statement of one about the other.',
});

const PathStepEdgeRef = builder.objectRef<Step>('PathStepEdge').implement({
  description: 'Two entities and what joins them: a relation, or a statement of one about the other.',
  fields: (t) => ({
    from: t.field({
      type: EntityRef,
      description:
        'In a path, the entity come from, whichever way the relation or statement goes. In a subgraph, where the relation starts, or who spoke.',
      resolve: ({ fromId }, _args, context) => requireEntity(context, fromId),
    }),
    to: t.field({
      type: EntityRef,
      description:
        'In a path, the entity come to. In a subgraph, where the relation leads, or who was spoken about.',
      resolve: ({ toId }, _args, context) => requireEntity(context, toId),
    }),
    relation: t.field({
      type: RelationRef,
      nullable: true,
      description: 'What joins them; null where a statement does.',
      resolve: async ({ kind, id }, _args, context) =>
        kind !== 'RELATION'
          ? null
          : ((await load(context, { name: 'relation.byId', fetch: relationsById }, id)) ?? null),
    }),
    statement: t.field({
      type: StatementRef,
      nullable: true,
      description: 'What one said about the other; null where a relation joins them.',
      resolve: async ({ kind, id }, _args, context) =>
        kind !== 'STATEMENT'
          ? null
          : ((await load(context, { name: 'statement.byId', fetch: statementsById }, id)) ?? null),
    }),
  }),
});

const PathRef = builder.objectRef<readonly Step[]>('Path').implement({
  description: 'A way from one entity to another that meets none twice.',
  fields: (t) => ({
    length: t.int({ description: 'How many steps it has.', resolve: (steps) => steps.length }),
    steps: t.field({
      type: [PathStepEdgeRef],
      description: 'From the first entity to the last: each starts where the one before ends.',
      resolve: (steps) => [...steps],
    }),
  }),
});

const TRUNCATED =
  'A limit of number or time cut the answer: there may be more, or shorter ones in its place.';

const PathResultRef = builder.objectRef<Paths>('PathResult').implement({
  description: 'The ways that were found.',
  fields: (t) => ({
    paths: t.field({
      type: [PathRef],
      description:
        'Shortest first. Equally long ones go step by step: relations before statements, facts before claims, then what has the latest date.',
      resolve: ({ paths }) => [...paths],
    }),
    truncated: t.exposeBoolean('truncated', { description: TRUNCATED }),
  }),
});

const SubgraphRef = builder.objectRef<Subgraph>('Subgraph').implement({
  description: 'Entities and what joins them, to draw.',
  fields: (t) => ({
    nodes: t.field({
      type: [EntityRef],
      description:
        'The entity asked for, then the others: nearest first, then those that more relations and statements join to the ones a hop nearer.',
      resolve: ({ nodes }, _args, context) => loadEntities(context, nodes),
    }),
    edges: t.field({
      type: [PathStepEdgeRef],
      description:
        'All relations between the nodes, claims included, then the latest statement of each node about each other one. At most 1,000 of either.',
      resolve: ({ edges }) => [...edges],
    }),
    truncated: t.exposeBoolean('truncated', { description: TRUNCATED }),
  }),
});

builder.queryFields((t) => ({
  paths: t.field({
    type: PathResultRef,
    description:
      'Shortest ways from one entity to another, through relations and statements, in either direction. Of what joins two entities a way takes the best: relations before statements, facts before claims, then the latest. Around hubs only what has most in common is followed, and `truncated` says so.',
    args: {
      from: t.arg({ type: EntityRefInput, required: true, description: 'Where the ways start.' }),
      to: t.arg({
        type: EntityRefInput,
        required: true,
        description: 'Where they end; the same entity as `from` is an error.',
      }),
      maxHops: t.arg.int({
        defaultValue: 4,
        description: `Steps that a way may have, from 1 to ${MAX_PATH_HOPS}.`,
      }),
      first: t.arg.int({ defaultValue: 5, description: `So many ways at most, from 1 to ${MAX_PATHS}.` }),
      through: t.arg({
        type: [PathStepEnum],
        description: 'Only by steps of these kinds; by both when left out.',
      }),
    },
    resolve: async (_root, { from, to, maxHops, first, through }, { db }) => {
      if (through?.length === 0)
        throw invalidInput('"through" is empty: name a kind, or leave it out for all.');
      const request = {
        maxHops: within('maxHops', maxHops ?? 4, MAX_PATH_HOPS),
        first: within('first', first ?? 5, MAX_PATHS),
        through: through ?? PATH_STEPS,
      };
      const references = await EntityReferences.find(db, [from, to]);
      const [start, end] = [references.require(from).id, references.require(to).id];
      if (start === end) throw invalidInput('"from" and "to" are the same entity: name two.');
      return findPaths(db, { ...request, from: start, to: end });
    },
  }),
  neighborhood: t.field({
    type: SubgraphRef,
    description:
      'What is within some hops of an entity by relations and statements, as nodes and edges to draw.',
    args: {
      of: t.arg({ type: EntityRefInput, required: true, description: 'The entity in the middle.' }),
      hops: t.arg.int({
        defaultValue: 1,
        description: `How far from it, from 1 to ${MAX_NEIGHBORHOOD_HOPS}.`,
      }),
      first: t.arg.int({
        defaultValue: 50,
        description: `So many nodes at most, the one in the middle included, from 1 to ${MAX_NEIGHBORHOOD_NODES}.`,
      }),
    },
    resolve: async (_root, { of, hops, first }, { db }) => {
      const request = {
        hops: within('hops', hops ?? 1, MAX_NEIGHBORHOOD_HOPS),
        first: within('first', first ?? 50, MAX_NEIGHBORHOOD_NODES),
      };
      const references = await EntityReferences.find(db, [of]);
      return findNeighborhood(db, { ...request, of: references.require(of).id });
    },
  }),
}));

function within(argument: string, value: number, limit: number): number {
  if (value < 1) throw invalidInput(`"${argument}" is ${value}; give a number from 1 to ${limit}.`);
  if (value <= limit) return value;
  throw new OnrecordError('LIMIT_EXCEEDED', `"${argument}" is ${value}; at most ${limit} are looked for.`, {
    details: { argument, limit },
  });
}
