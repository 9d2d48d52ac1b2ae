import { expect } from 'vitest';
import type { Database } from '../../../src/graph/database.ts';
import { answer } from '../../support/graphql.ts';
import { edgesOf, type PageOf, walk } from '../walk.ts';
import { expectedMentions } from './expected.ts';
import type { Stored } from './stored.ts';

interface Edge {
  readonly cursor: string;
  readonly node: {
    readonly start: number;
    readonly end: number;
    readonly articleVersion: { readonly id: string };
  };
}

const VARIABLES =
  '$id: ID!, $reading: MentionReading, $first: Int, $after: String, $last: Int, $before: String';
const ARGS = 'first: $first, after: $after, last: $last, before: $before';
const PAGE = `edges { cursor node { start end articleVersion { id } } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor scanLimited }`;
const LISTS = {
  entity: `...on Entity { page: mentions(${ARGS}, reading: $reading) { ${PAGE} } }`,
  place: `...on Place { page: metonymicMentions(${ARGS}) { ${PAGE} } }`,
  article: `...on Article { page: mentions(${ARGS}, reading: $reading) { ${PAGE} } }`,
};

/** That all lists of mentions of one kind are what the documents say: by what they stand for, name literally, or stand in. */
export async function checkMentions(
  db: Database,
  stored: Stored,
  {
    kind,
    reading,
    size,
    backward,
  }: {
    readonly kind: keyof typeof LISTS;
    readonly reading: 'LITERAL' | 'METONYMIC' | null;
    readonly size: number;
    readonly backward: boolean;
  },
): Promise<void> {
  const variables = kind === 'place' ? VARIABLES.replace('$reading: MentionReading, ', '') : VARIABLES;
  const source = `query (${variables}) { node(id: $id) { ${LISTS[kind]} } }`;
  const owners = [...(kind === 'article' ? stored.ids.articles : stored.ids.entities)].filter(
    ([, id]) => kind !== 'place' || id.startsWith('pla_'),
  );
  for (const [name, id] of owners) {
    const pages = await walk(
      async (args) => {
        const given = { id, ...(kind !== 'place' && { reading }), ...args };
        return (await answer<{ node: { page: PageOf<Edge> } }>(db, source, given)).node.page;
      },
      size,
      backward,
    );
    const found = edgesOf(pages, backward).map(
      ({ node: { start, end, articleVersion } }) => `${articleVersion.id} ${start}-${end}`,
    );
    const isOwn = {
      entity: ({ entities }: { entities: readonly string[] }) => entities.includes(name),
      place: ({ literally }: { literally: string | null }) => literally === name,
      article: ({ article }: { article: string }) => article === name,
    }[kind];
    expect(found).toEqual(expectedMentions(stored, isOwn, kind === 'place' ? null : reading));
  }
}
