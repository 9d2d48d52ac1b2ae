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
/** Stretches for one relation, at most. */
const MAX_EVIDENCE = 50;

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
  const idOrNull = (id: string | null | undefined) => (id === undefined || id === null ? null : idOf(id));
  const addresseeOf = ({ acts, addressee }: PlacedStatement): Pick<Statement, 'addressee'> => {
    if (addressee === null)
      return acts.every((act) => act === 'NO_RESPONSE') ? { addressee: { state: 'NONE' } } : {};
    const { entities: told, text: words, evidence, carried } = addressee;
    return {
      addressee: {
        state: 'KNOWN',
        entities: ids(told),
        text: words,
        evidence: joined(evidence).map(spanOf),
        carried: carried ?? false,
      },
    };
  };
  const aboutStatementsOf = ({ id, aboutStatements = [] }: PlacedStatement): string[] => {
    const known = aboutStatements.filter((each) => byId.has(each) && each !== id);
    return [...new Set([...(reported.get(id) ?? []), ...known])].slice(0, MAX_ABOUT);
  };
  const statementOf = (statement: PlacedStatement): Statement => {
    const { content, cue, source } = statement;
    const outer = outerOf(statement);
    const kind = kindOf(quotations, content, byId.get(outer ?? '')?.content ?? []);
    const mayBeTurn = statement.turn ?? (kind === 'INDIRECT' && cue.length === 0);
    const turn = mayBeTurn && isTurn(text, source, content);
    return {
      id: statement.id,
      kind: turn ? 'DIRECT' : kind,
      acts: [...new Set(statement.acts)],
      source: {
        speakers: ids(statement.speakers),
        evidence: joined(source).map(spanOf),
        mention: statement.mention ?? null,
        speakingAs: idOrNull(statement.speakingAs),
        onBehalfOf: idOrNull(statement.onBehalfOf),
      },
      cue: { evidence: joined(cue).map(spanOf), lemma: statement.lemma ?? null },
      content: content.map(spanOf),
      turn,
      ...addresseeOf(statement),
      about: ids(statement.about).slice(0, MAX_ABOUT),
      aboutStatements: aboutStatementsOf(statement),
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
      entities: entities.map(({ entity }) => ({
        ...entity,
        of: idOrNull(entity.of),
        accreditedTo: idOrNull(entity.accreditedTo),
      })),
      mentions: placed.mentions.map((mention) => ({
        id: mention.id,
        ...spanOf(mention),
        kind: mention.kind,
        reading: mention.reading ?? 'LITERAL',
        entities: ids(mention.entities),
        literally: idOrNull(mention.literally),
        antecedent: mention.antecedent ?? null,
      })),
      statements: kept.map(statementOf),
      relations: (placed.relations ?? []).map(({ pointer: _, from, to, evidence, ...relation }) => ({
        ...relation,
        from: idOf(from),
        to: idOf(to),
        evidence: joined(evidence).slice(0, MAX_EVIDENCE).map(spanOf),
      })),
    },
    pointers: {
      entities: new Map(entities.map(({ entity, pointer }) => [entity.id, pointer])),
      mentions: pointers(placed.mentions),
      statements: pointers(placed.statements),
      relations: pointers(placed.relations ?? []),
    },
  });
  const problems: readonly Problem[] = [...refused.values(), ...passed.refused];
  return { document: passed.document, refused: problems };
}
