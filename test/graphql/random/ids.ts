import type { Database } from '../../../src/graph/database.ts';
import { answer } from '../../support/graphql.ts';
import { UNNAMED_NAMES } from './draft.ts';
import { namesOf, specOf, WORLD_KEYS } from './world.ts';

interface Found {
  readonly id: string;
  readonly __typename: string;
  readonly name: string;
  readonly qid: string | null;
  readonly of?: { readonly id: string } | null;
  readonly article?: { readonly id: string };
}

const ENTITIES = `{ entities(first: 100) { nodes {
  id __typename name qid ...on Position { of { id } } ...on UnnamedSource { article { id } }
} } }`;

/**
 * Ids of entities by the keys of `world.ts`; of unnamed sources by their article and local id, where there are any. Each is there once,
 * whatever the documents called it, and there are no others.
 */
export async function readIds(
  db: Database,
  articles: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const { entities } = await answer<{ entities: { nodes: readonly Found[] } }>(db, ENTITIES);
  const ids = new Map<string, string>();
  const take = (key: string, found: readonly Found[], least: number) => {
    if (found.length < least || found.length > 1)
      throw new Error(`"${key}" is ${found.length} entities: ${JSON.stringify(found)}`);
    for (const { id } of found) ids.set(key, id);
  };
  for (const key of WORLD_KEYS) {
    const { qid, of } = specOf(key);
    const named = entities.nodes.filter(
      (found) => found.__typename !== 'UnnamedSource' && namesOf(key).includes(found.name),
    );
    // Offices come after the countries whose they are.
    take(
      key,
      named.filter((found) => found.qid === (qid ?? null) && (of == null || found.of?.id === ids.get(of))),
      1,
    );
  }
  for (const [article, articleId] of articles) {
    for (const [local, name] of Object.entries(UNNAMED_NAMES)) {
      const found = entities.nodes.filter((each) => each.article?.id === articleId && each.name === name);
      take(`${article} ${local}`, found, 0);
    }
  }
  if (ids.size !== entities.nodes.length)
    throw new Error(`${entities.nodes.length} entities for ${ids.size}`);
  return ids;
}
