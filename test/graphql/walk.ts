import { expect } from 'vitest';
import type { Page, PageArgs } from './pages.ts';

/** A page of a list; what its rows have is up to the caller. */
export interface PageOf<Edge> {
  readonly edges: readonly Edge[];
  readonly pageInfo: Page['pageInfo'];
}

/**
 * The pages of a list one by one, from the front, or from the back, to its end. A page is as long as asked for unless it is the last
 * or the filter stopped looking, and then the cursors of the page itself lead on.
 */
export async function* pagesOf<Found extends PageOf<{ readonly cursor: string }>>(
  read: (args: PageArgs) => Promise<Found>,
  size: number,
  backward: boolean,
): AsyncGenerator<Found, void, undefined> {
  let cursor: string | null = null;
  for (let hasMore = true; hasMore; ) {
    const args: PageArgs = backward
      ? { last: size, ...(cursor !== null && { before: cursor }) }
      : { first: size, ...(cursor !== null && { after: cursor }) };
    const page: Found = await read(args);
    const { edges, pageInfo } = page;
    hasMore = backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage;
    expect(edges.length).toBeLessThanOrEqual(size);
    if (!pageInfo.scanLimited) {
      expect(pageInfo.startCursor).toBe(edges[0]?.cursor ?? null);
      expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null);
      if (hasMore) expect(edges).toHaveLength(size);
    }
    yield page;
    const next: string | null = backward ? pageInfo.startCursor : pageInfo.endCursor;
    if (hasMore && (next === null || next === cursor)) throw new Error('a page leads nowhere');
    cursor = next;
  }
}

/** All of them. */
export async function walk<Found extends PageOf<{ readonly cursor: string }>>(
  read: (args: PageArgs) => Promise<Found>,
  size: number,
  backward: boolean,
): Promise<Found[]> {
  const pages: Found[] = [];
  for await (const page of pagesOf(read, size, backward)) pages.push(page);
  return pages;
}

/** The rows of the pages in the order of the list. */
export function edgesOf<Edge>(
  pages: readonly { readonly edges: readonly Edge[] }[],
  backward: boolean,
): Edge[] {
  return (backward ? pages.toReversed() : pages).flatMap(({ edges }) => edges);
}
