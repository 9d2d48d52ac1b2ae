import type { Query, Transaction } from '../graph/database.ts';
import * as link from './cypher-links.ts';
import * as unlink from './cypher-unlink.ts';
import type { EntityLinks, LinkKind } from './links.ts';
import type { EdgeRow } from './rows.ts';
import { type RowsWrite, runEach } from './rows-run.ts';

const QUERIES: Readonly<Record<LinkKind, { readonly link: Query; readonly unlink: Query }>> = {
  refersTo: { link: link.LINK_REFERENTS, unlink: unlink.UNLINK_REFERENTS },
  literally: { link: link.LINK_LITERALS, unlink: unlink.UNLINK_LITERALS },
  saidBy: { link: link.LINK_SPEAKERS, unlink: unlink.UNLINK_SPEAKERS },
  speakingAs: { link: link.LINK_SPEAKING_AS, unlink: unlink.UNLINK_SPEAKING_AS },
  onBehalfOf: { link: link.LINK_BEHALF, unlink: unlink.UNLINK_BEHALF },
  toldTo: { link: link.LINK_ADDRESSEES, unlink: unlink.UNLINK_ADDRESSEES },
  about: { link: link.LINK_SUBJECTS, unlink: unlink.UNLINK_SUBJECTS },
  mentions: { link: link.LINK_MENTIONED, unlink: unlink.UNLINK_MENTIONED },
};
const KINDS = Object.keys(QUERIES) as LinkKind[];

/** For records that have none yet. */
export function linkWrites(links: readonly EntityLinks[]): RowsWrite[] {
  return KINDS.map((kind) => [QUERIES[kind].link, links.flatMap((each) => each[kind])]);
}

/** Links of the records whose entities differ are taken away and made anew; the others are not touched. */
export async function moveLinks(
  tx: Transaction,
  moves: readonly { readonly before: EntityLinks; readonly after: EntityLinks }[],
): Promise<void> {
  const writes: RowsWrite[] = [];
  for (const kind of KINDS) {
    const changed: string[] = [];
    const rows: EdgeRow[] = [];
    for (const { before, after } of moves) {
      const was = targets(before[kind]);
      const is = targets(after[kind]);
      const differing = new Set(
        [...was.keys(), ...is.keys()].filter((from) => was.get(from) !== is.get(from)),
      );
      changed.push(...differing);
      rows.push(...after[kind].filter(({ from }) => differing.has(from)));
    }
    writes.push([QUERIES[kind].unlink, changed], [QUERIES[kind].link, rows]);
  }
  await runEach(tx, writes);
}

/** By where they lead from, all that they lead to. */
function targets(rows: readonly EdgeRow[]): Map<string, string> {
  const all = new Map<string, string>();
  for (const { from, to } of rows) all.set(from, `${all.get(from) ?? ''} ${to}`);
  return all;
}
