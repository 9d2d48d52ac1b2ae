import type { Problem } from '../../errors.ts';
import type { Stretch } from '../../text/nested.ts';
import { OffsetText } from '../../text/offsets.ts';
import { Quotations } from '../../text/quotation.ts';
import type { AnnotationInput } from '../annotation.ts';
import type { Extraction } from '../extractor.ts';
import { isTurn, kindOf, withoutMarks } from './kind.ts';
import { joined, nestingOf } from './nesting.ts';
import { passing } from './passing.ts';
import type { PlacedElements, PlacedStatement } from './placed.ts';
import { unitedEntities } from './united.ts';

type Statement = NonNullable<AnnotationInput['statements']>[number];
type Span = Required<Pick<NonNullable<AnnotationInput['mentions']>[number], 'start' | 'end' | 'exact'>>;

/** Statements that one is about, at most. */
const MAX_ABOUT = 100;

/**
 * Adds what was found to an empty document: kinds follow from quotation marks, nesting from places. What would not pass the check is
 * left out and explained, and so is what depends on it. Local ids must be valid and unique within their list.
 */
export function assemble(empty: AnnotationInput, placed: PlacedElements): Extraction {
  const text = new OffsetText(empty.article.text);
  const quotations = new Quotations(text);
  const spanOf = ({ start, end }: Stretch): Span => ({ start, end, exact: text.slice(start, end) });
  const { entities, idOf } = unitedEntities(empty.entities ?? [], placed.entities);
  const unmarked = placed.statements.map((statement) => ({
    ...statement,
    content: joined(withoutMarks(text, quotations, joined(statement.content))),
  }));
  const { within, refused } = nestingOf(unmarked);
  const kept = unmarked.filter(({ id }) => !refused.has(id));
  const byId = new Map(kept.map((statement) => [statement.id, statement]));
  const outerOf = ({ id, within: declared }: PlacedStatement) => within.get(id) ?? declared ?? null;
  const reported = new Map<string, string[]>();
  for (const statement of kept) {
    const outer = outerOf(statement);
    if (outer !== null)
      reported.set(outer, [...(reported.get(outer) ?? []), statement.id].slice(0, MAX_ABOUT));
  }
  const ids = (given: readonly string[] = []) => [...new Set(given.map(idOf))];
  const statementOf = (statement: PlacedStatement): Statement => {
    const { addressee, content, cue, source } = statement;
    const outer = outerOf(statement);
    const kind = kindOf(quotations, content, byId.get(outer ?? '')?.content ?? []);
    const mayBeTurn = statement.turn ?? (kind === 'INDIRECT' && cue.length === 0);
    const turn = mayBeTurn && isTurn(text, source, content);
    return {
      id: statement.id,
      kind: turn ? 'DIRECT' : kind,
      acts: [...new Set(statement.acts)],
      source: { speakers: ids(statement.speakers), evidence: joined(source).map(spanOf) },
      cue: { evidence: joined(cue).map(spanOf), lemma: statement.lemma ?? null },
      content: content.map(spanOf),
      turn,
      ...(addressee !== null && {
        addressee: {
          state: 'KNOWN',
          entities: ids(addressee.entities),
          text: addressee.text,
          evidence: joined(addressee.evidence).map(spanOf),
        },
      }),
      about: ids(statement.about),
      aboutStatements: reported.get(statement.id) ?? [],
      within: outer,
      saidAt: statement.saidAt ?? null,
      confidence: statement.confidence ?? 1,
    };
  };
  const pointers = (elements: readonly { readonly id: string; readonly pointer: string }[]) =>
    new Map(elements.map(({ id, pointer }) => [id, pointer]));
  const passed = passing({
    document: {
      ...empty,
      entities: entities.map(({ entity }) => entity),
      mentions: placed.mentions.map(({ pointer: _, start, end, kind, entities: given, id }) => ({
        id,
        ...spanOf({ start, end }),
        kind,
        entities: ids(given),
      })),
      statements: kept.map(statementOf),
    },
    pointers: {
      entities: new Map(entities.map(({ entity, pointer }) => [entity.id, pointer])),
      mentions: pointers(placed.mentions),
      statements: pointers(placed.statements),
    },
  });
  const problems: readonly Problem[] = [...refused.values(), ...passed.refused];
  return { document: passed.document, refused: problems };
}
