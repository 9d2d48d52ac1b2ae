import type { InterfaceRef, ObjectRef } from '@pothos/core';
import { OnrecordError } from '../errors.ts';
import { type ListSource, MAX_COUNTED, type Stretch } from '../graph/list.ts';
import { load } from './batch.ts';
import { builder, type ExtendedTypes } from './builder.ts';
import type { Context } from './context.ts';
import { encodeCursor } from './cursor.ts';
import { type PageArgs, pageRequest } from './page.ts';

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
  readonly scanLimited: boolean;
}

/** One page of a list. The count costs a call of its own, so it is made only when a client asks. */
export interface Connection<T> {
  readonly edges: readonly Edge<T>[];
  readonly pageInfo: PageInfo;
  readonly totalCount: () => Promise<number>;
}

const NOTHING = { rows: [], scanEnd: null };

type NodeRef<T> = ObjectRef<ExtendedTypes, T> | InterfaceRef<ExtendedTypes, T>;
export type ConnectionRef<T> = ObjectRef<ExtendedTypes, Connection<T>>;

export const PageInfoRef = builder.objectRef<PageInfo>('PageInfo').implement({
  description: 'Where a page lies in its list.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'Rows follow after this page.' }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', { description: 'Rows stand before this page.' }),
    startCursor: t.exposeString('startCursor', {
      nullable: true,
      description:
        'Cursor of the first row, or of the last record looked at going back, for `before`; null where there is neither.',
    }),
    endCursor: t.exposeString('endCursor', {
      nullable: true,
      description:
        'Cursor of the last row, or of the last record looked at, for `after`; null where there is neither.',
    }),
    scanLimited: t.exposeBoolean('scanLimited', {
      description:
        'The filter looked at as many records as it may, so the page may be shorter than asked for; go on with `endCursor`. Of a search: more may match than it looked at; ask for rarer words.',
    }),
  }),
});

/** Declares `<name>Connection` and `<name>Edge`. `rows` names what the list holds, in the plural, for the descriptions. */
export function connectionOf<T>(name: string, node: NodeRef<T>, rows: string): ConnectionRef<T> {
  const edge = builder.objectRef<Edge<T>>(`${name}Edge`).implement({
    description: `A row of a list of ${rows}.`,
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: 'The place of this row, for `after` and `before`.' }),
      node: t.field({ type: node, description: 'The row itself.', resolve: (row) => row.node as never }),
    }),
  });
  return builder.objectRef<Connection<T>>(`${name}Connection`).implement({
    description: `A page of a list of ${rows}.`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: 'The rows with their cursors.',
        resolve: (page) => [...page.edges],
      }),
      nodes: t.field({
        type: [node],
        description: 'The rows without their cursors.',
        resolve: (page) => page.edges.map((row) => row.node) as never,
      }),
      pageInfo: t.field({
        type: PageInfoRef,
        description: 'Where the page lies.',
        resolve: (page) => page.pageInfo,
      }),
      totalCount: t.int({
        description: `Rows of the whole list, counted only when asked for. LIMIT_EXCEEDED where more than ${MAX_COUNTED} records would have to be looked at.`,
        resolve: (page) => page.totalCount(),
      }),
    }),
  });
}

/** The arguments of a list that goes one way only. */
export const forwardPageArgs = () =>
  builder.args((t) => ({
    first: t.int({ description: 'So many rows; 20 when left out.' }),
    after: t.string({ description: 'Only rows after the one with this cursor.' }),
  }));

/** The arguments that every connection has. */
export const pageArgs = () =>
  builder.args((t) => ({
    first: t.int({
      description: 'So many rows from the front; 20 when neither `first` nor `last` is given.',
    }),
    after: t.string({ description: 'Only rows after the one with this cursor.' }),
    last: t.int({ description: 'So many rows from the back.' }),
    before: t.string({ description: 'Only rows before the one with this cursor.' }),
  }));

/** One page of `parent`'s list; all parents that ask in one tick share a call. `field` says whose cursors they are. */
export async function loadConnection<T>(
  context: Context,
  field: string,
  source: ListSource<T>,
  parent: string,
  args: PageArgs,
): Promise<Connection<T>> {
  const scope = `${field} ${source.cursorScope ?? source.name} ${parent}`;
  const page = pageRequest(args, scope);
  const batch = {
    name: `${source.name} ${JSON.stringify(page)}`,
    fetch: (db: Context['db'], parents: readonly string[]) => source.page(db, parents, page),
  };
  const counts = {
    name: `${source.name} count`,
    fetch: (db: Context['db'], parents: readonly string[]) => source.count(db, parents),
  };
  const { rows: found, scanEnd } = (await load<Stretch<T>>(context, batch, parent)) ?? NOTHING;
  const more = found.length > page.limit;
  const rows = !more ? found : page.backward ? found.slice(1) : found.slice(0, page.limit);
  const edges = rows.map(({ value, position }) => ({ node: value, cursor: encodeCursor(scope, position) }));
  // Where the filter had to stop, the next page goes on behind the last record that it looked at, whether that is a row or not.
  const stop = more || scanEnd === null ? null : encodeCursor(scope, scanEnd);
  return {
    edges,
    pageInfo: {
      hasNextPage: page.backward ? page.before !== null : more || stop !== null || page.before !== null,
      hasPreviousPage: page.backward ? more || stop !== null || page.after !== null : page.after !== null,
      startCursor: (page.backward ? stop : null) ?? edges[0]?.cursor ?? null,
      endCursor: (page.backward ? null : stop) ?? edges.at(-1)?.cursor ?? null,
      scanLimited: stop !== null,
    },
    totalCount: async () => {
      const count = (await load(context, counts, parent)) ?? 0;
      if (count > MAX_COUNTED) throw tooManyToCount();
      return count;
    },
  };
}

function tooManyToCount(): OnrecordError {
  return new OnrecordError(
    'LIMIT_EXCEEDED',
    `More than ${MAX_COUNTED} records would have to be looked at to count these: narrow the list, or leave "totalCount" out.`,
    { details: { limit: MAX_COUNTED } },
  );
}
