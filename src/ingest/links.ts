import { nodeId } from '../graph/id.ts';
import { NestedStretches } from '../text/nested.ts';
import type { AnnotatedSpan, AnnotatedStatement } from './annotation.ts';
import type { Resolution } from './resolution.ts';
import type { EdgeRow } from './rows.ts';
import type { StoredDocument } from './stored-document.ts';

/** The relationships from a run's mentions and statements to entities. They follow from its document and from which entities are meant. */
export interface EntityLinks {
  readonly refersTo: readonly EdgeRow[];
  readonly literally: readonly EdgeRow[];
  readonly saidBy: readonly EdgeRow[];
  readonly speakingAs: readonly EdgeRow[];
  readonly onBehalfOf: readonly EdgeRow[];
  readonly toldTo: readonly EdgeRow[];
  readonly about: readonly EdgeRow[];
  readonly mentions: readonly EdgeRow[];
}

export type LinkKind = keyof EntityLinks;

/** Each pair once, at its first place in the order. Pure: the same document and resolution give the same rows in the same order. */
export function entityLinks(document: StoredDocument, runId: string, resolution: Resolution): EntityLinks {
  const { mentions, statements } = document;
  const links = <T extends { readonly id: string }>(
    type: 'Mention' | 'Statement',
    items: readonly T[],
    targets: (item: T) => readonly (string | null)[],
  ): EdgeRow[] =>
    items.flatMap((item) => {
      const from = nodeId(type, runId, item.id);
      const ids = targets(item).filter((local) => local !== null);
      return [...new Set(ids.map((local) => resolved(resolution, local)))].map((to, order) => ({
        from,
        to,
        order,
      }));
    });
  const statementLinks = (targets: (statement: AnnotatedStatement) => readonly (string | null)[]) =>
    links('Statement', statements, targets);
  return {
    refersTo: links('Mention', mentions, ({ entities }) => entities),
    literally: links('Mention', mentions, ({ literally }) => [literally]),
    saidBy: statementLinks(({ source }) => source.speakers),
    speakingAs: statementLinks(({ source }) => [source.speakingAs]),
    onBehalfOf: statementLinks(({ source }) => [source.onBehalfOf]),
    toldTo: statementLinks(({ addressee }) => addressee.entities),
    about: statementLinks(({ about }) => about),
    mentions: mentionedIn(document, runId, resolution),
  };
}

/** A piece of the content of a statement. */
export interface ContentPiece {
  readonly start: number;
  readonly end: number;
  readonly statementId: string;
}

/** The pieces of all statements' contents by place; of two at one place the one of the outer statement lies around the other. */
export function contentPieces(
  { statements }: Pick<StoredDocument, 'statements'>,
  runId: string,
): NestedStretches<ContentPiece> {
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const depth = (statement: AnnotatedStatement): number => {
    let at = 0;
    for (let outer = statement.within; outer !== null; outer = byId.get(outer)?.within ?? null) at += 1;
    return at;
  };
  const pieces = statements
    .map((statement) => ({ statement, depth: depth(statement) }))
    .toSorted((a, b) => a.depth - b.depth)
    .flatMap(({ statement: { id, content } }) =>
      content.map((piece) => pieceOf(piece, nodeId('Statement', runId, id))),
    );
  return new NestedStretches(pieces);
}

function pieceOf({ start, end }: AnnotatedSpan, statementId: string): ContentPiece {
  return { start, end, statementId };
}

/** Entities that some mention inside the content of a statement refers to, once for each statement. */
function mentionedIn(document: StoredDocument, runId: string, resolution: Resolution): EdgeRow[] {
  const pieces = contentPieces(document, runId);
  const seen = new Set<string>();
  const rows: EdgeRow[] = [];
  for (const mention of document.mentions) {
    for (const { statementId: from } of pieces.around(mention.start, mention.end)) {
      for (const local of mention.entities) {
        const to = resolved(resolution, local);
        const key = `${from} ${to}`;
        if (seen.has(key)) continue;
        seen.add(key);
        rows.push({ from, to });
      }
    }
  }
  return rows;
}

/** Every reference of a checked document resolves. */
export function resolved(resolution: Resolution, localId: string): string {
  const id = resolution.get(localId);
  if (id === undefined) throw new Error(`entity "${localId}" was not resolved`);
  return id;
}
