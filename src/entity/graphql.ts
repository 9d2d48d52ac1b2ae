import { invalidInput } from '../errors.ts';
import { ROOT } from '../graph/list.ts';
import type { Batch } from '../graphql/batch.ts';
import { load, loadMany } from '../graphql/batch.ts';
import { builder, enumOf } from '../graphql/builder.ts';
import { connectionOf, loadConnection, pageArgs } from '../graphql/connection.ts';
import type { Context } from '../graphql/context.ts';
import { NodeRef, registerNodes, requireNode, typeNameOf } from '../graphql/node.ts';
import { ENTITY_NODE_TYPES, type Entity } from './model.ts';
import { entitiesById, entityList } from './store.ts';
import { checkReference, type EntityReference, EntityReferences } from './store-reference.ts';

export const EntityRef = builder.interfaceRef<Entity>('Entity').implement({
  description: 'A person, organization, country, place, treaty, event, position or unnamed source.',
  interfaces: [NodeRef],
  resolveType: typeNameOf,
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'The usual name; for an unnamed source the words of its article.',
    }),
    aliases: t.exposeStringList('aliases', {
      description: 'Other names of it, in the order of the alphabet. A metonym is never among them.',
    }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'What it is, in a few words.',
    }),
    qid: t.exposeString('qid', {
      nullable: true,
      description: 'Its item in Wikidata, such as Q7747; null where that is not certain.',
    }),
  }),
});

const batch: Batch<Entity> = { name: 'entity.byId', fetch: entitiesById };
registerNodes(Object.values(ENTITY_NODE_TYPES), batch);

export const requireEntity = (context: Context, id: string) => requireNode(context, batch, id);

/** In the order of the ids. */
export function loadEntities(context: Context, ids: readonly string[]): Promise<Entity[]> {
  return loadMany(context, batch, ids);
}

/** What a reference stands for, looked up together with the others of the same tick. */
async function loadReferences(context: Context, by: EntityReference): Promise<EntityReferences> {
  checkReference(by);
  const fetch = async (db: Context['db'], keys: readonly string[]) => {
    const found = await EntityReferences.find(
      db,
      keys.map((key) => JSON.parse(key) as EntityReference),
    );
    return new Map(keys.map((key) => [key, found]));
  };
  return (await load(context, { name: 'entity.references', fetch }, JSON.stringify(by))) as EntityReferences;
}

/** What a reference stands for; null for nothing, and AMBIGUOUS with the candidates where it may be several. */
export async function findReferred(context: Context, by: EntityReference): Promise<Entity | null> {
  return (await loadReferences(context, by)).get(by);
}

/** What a reference stands for; NOT_FOUND, or AMBIGUOUS with the candidates, where it stands for none. */
export async function requireReferred(context: Context, by: EntityReference): Promise<Entity> {
  return (await loadReferences(context, by)).require(by);
}

/** The id of it. */
export async function requireReference(context: Context, by: EntityReference): Promise<string> {
  return (await requireReferred(context, by)).id;
}

/** Declares one of the types of entity; what it adds is declared by `fields`. */
export function entityType(name: string, description: string) {
  return builder.objectRef<Entity>(name).implement({ description, interfaces: [NodeRef, EntityRef] });
}

export const EntityConnection = connectionOf('Entity', EntityRef, 'entities');

export const EntityRefInput = builder.inputType('EntityRef', {
  isOneOf: true,
  description:
    'Which entity is meant. A name matches names and aliases, with case and diacritics folded. One that matches several entities is an error with code AMBIGUOUS, and its extensions have the candidates, likeliest first: id, type, name, description and qid of each; reason, NAME where the name is its own and ALIAS where it is another; matched, that name as written; and score, from 0 to 1. Own names score above 0.5 and aliases below; within these, the more the articles mention an entity and report what it says, is told or is spoken of, against the other candidates, the higher. Where there are more candidates than are listed, truncated is true.',
  fields: (t) => ({
    id: t.id({ description: 'Its id in this graph.' }),
    qid: t.string({ description: 'Its item in Wikidata, such as Q7747.' }),
    name: t.string({ description: 'One of its names.' }),
  }),
});

const EntityTypeEnum = enumOf('EntityType', 'The kinds of thing the graph knows.', {
  PERSON: 'A human being.',
  ORGANIZATION: 'A body of people: a government, party, company, institute, paper.',
  COUNTRY: 'A state.',
  PLACE: 'A city, region, building or other place.',
  TREATY: 'An agreement between states.',
  EVENT: 'Something that happened or is to happen: a meeting, talks, a vote.',
  POSITION: 'An office or job that people hold.',
  UNNAMED_SOURCE: 'A source that its article does not name.',
});

builder.queryFields((t) => ({
  entity: t.field({
    type: EntityRef,
    nullable: true,
    description: 'The entity that is meant; null where none matches.',
    args: { by: t.arg({ type: EntityRefInput, required: true, description: 'Which one.' }) },
    resolve: async (_root, { by }, context) => (await loadReferences(context, by)).get(by),
  }),
  entities: t.field({
    type: EntityConnection,
    description: 'Entities by name.',
    args: {
      ...pageArgs(),
      types: t.arg({ type: [EntityTypeEnum], description: 'Only of these types.' }),
      name: t.arg.string({
        description: 'Only those with a name or alias that begins so, case and diacritics folded.',
      }),
    },
    resolve: (_root, { types, name, ...page }, context) => {
      if (types?.length === 0) throw invalidInput('"types" is empty: name a type, or leave it out for all.');
      const source = entityList(types ?? null, name ?? null);
      return loadConnection(context, 'Query.entities', source, ROOT, page);
    },
  }),
}));
