import type { AnnotatedSpan, Annotation } from './annotation.ts';
import type { Path } from './problems.ts';

/** Every span with its path, in document order. */
export function* spansOf(document: Annotation): Generator<readonly [Path, AnnotatedSpan]> {
  for (const [at, mention] of document.mentions.entries()) yield [['mentions', at], mention];
  for (const [at, statement] of document.statements.entries()) {
    const path = ['statements', at];
    yield* listed([...path, 'source', 'evidence'], statement.source.evidence);
    yield* listed([...path, 'cue', 'evidence'], statement.cue.evidence);
    yield* listed([...path, 'content'], statement.content);
    yield* listed([...path, 'addressee', 'evidence'], statement.addressee.evidence);
  }
  for (const [at, relation] of document.relations.entries()) {
    yield* listed(['relations', at, 'evidence'], relation.evidence);
  }
}

function* listed(path: Path, spans: readonly AnnotatedSpan[]): Generator<readonly [Path, AnnotatedSpan]> {
  for (const [at, span] of spans.entries()) yield [[...path, at], span];
}
