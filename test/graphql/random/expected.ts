import type { Include, StatementOrder } from '../../../src/statement/model.ts';
import { type Days, holds, type Wanted } from '../oracle.ts';
import { namesIn } from '../recorded.ts';
import type { Listed, Stored } from './stored.ts';

/* What lists must show and in which order, in the simplest way: look at every statement, then sort. */

export const LIST_FIELDS = ['statements', 'statementsAbout', 'statementsReceived'] as const;

/** A list of statements; `of` is the name of an entity, or of an article. */
export type StatementListOf =
  | { readonly kind: 'all' }
  | { readonly kind: (typeof LIST_FIELDS)[number]; readonly of: string }
  | { readonly kind: 'inArticle'; readonly of: string };

export interface Asked {
  readonly list: StatementListOf;
  readonly where: Wanted | null;
  readonly order: StatementOrder | null;
  readonly include: readonly Include[];
}

export function expectedList({ statements }: Stored, { list, where, order, include }: Asked): Listed[] {
  return statements
    .filter((said) => said.current || include.includes('SUPERSEDED'))
    .filter((said) => !said.withdrawn || include.includes('WITHDRAWN'))
    .filter((said) => isIn(list, said))
    .filter((said) => where === null || holds(where, said))
    .toSorted(comparing(order ?? (list.kind === 'inArticle' ? 'TEXT_POSITION' : 'DATE_DESC')));
}

function isIn(list: StatementListOf, said: Listed): boolean {
  switch (list.kind) {
    case 'all':
      return true;
    case 'statements':
      return said.saidBy.includes(list.of);
    case 'statementsAbout':
      return said.about.includes(list.of);
    case 'statementsReceived':
      return said.toldTo.includes(list.of);
    case 'inArticle':
      return said.article === list.of;
  }
}

/** Undated ones last both ways; ties by id, ascending both ways. */
function comparing(order: StatementOrder): (a: Listed, b: Listed) => number {
  const sign = order.endsWith('DESC') ? -1 : 1;
  const byId = (a: Listed, b: Listed) => compare(a.id, b.id);
  if (order.startsWith('DATE'))
    return (a, b) =>
      Number(a.dated === null) - Number(b.dated === null) ||
      sign * compareDays(a.dated, b.dated) ||
      byId(a, b);
  if (order.startsWith('RECORDED')) return (a, b) => sign * compare(a.recordedAt, b.recordedAt) || byId(a, b);
  return (a, b) => compare(a.versionId, b.versionId) || a.start - b.start || a.depth - b.depth || byId(a, b);
}

function compareDays(a: Days | null, b: Days | null): number {
  return a === null || b === null ? 0 : compare(a[0], b[0]) || compare(a[1], b[1]);
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A mention by its place, in the order of lists. */
export function expectedMentions(
  { records }: Stored,
  isMeant: (mention: { entities: readonly string[]; literally: string | null; article: string }) => boolean,
  reading: 'LITERAL' | 'METONYMIC' | null,
): string[] {
  return records
    .filter(({ current }) => current)
    .flatMap((record) =>
      (record.document.mentions ?? [])
        .filter((mention) => reading === null || (mention.reading ?? 'LITERAL') === reading)
        .filter(({ entities, literally }) =>
          isMeant({
            entities: namesIn(record, entities),
            literally: literally == null ? null : (namesIn(record, [literally])[0] ?? null),
            article: record.article,
          }),
        )
        .map(({ start, end }) => ({ versionId: record.versionId, start, end })),
    )
    .toSorted((a, b) => compare(a.versionId, b.versionId) || a.start - b.start)
    .map(({ versionId, start, end }) => `${versionId} ${start}-${end}`);
}
