import wrapAnsi from 'wrap-ansi';
import type { AnnotatedSpan, AnnotatedStatement, Annotation } from '../ingest/annotation.ts';
import { OffsetText } from '../text/offsets.ts';
import { countOf } from './describe.ts';
import { type Colors, legend, type Mark, Marking } from './explain-marks.ts';
import { printable } from './printable.ts';

export interface ExplainOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colors: Colors;
  /** Lists the entities with their mentions, too. */
  readonly entities: boolean;
}

const MIN_WIDTH = 20;
const INDENT = '    ';

/**
 * The text of a document with the parts of its statements marked, after each paragraph the statements that begin in it: lines for a
 * terminal, to which no character of the document does any harm. The document keeps the rules of its format and has its text.
 */
export function explainLines(document: Annotation, options: ExplainOptions): readonly string[] {
  const { colors } = options;
  const width = Math.max(options.width, MIN_WIDTH);
  const text = new OffsetText(document.article.text ?? '');
  const numbered = numberedStatements(document);
  const marks = [...numbered].flatMap(([statement, number]) => marksOf(statement, number, text));
  const marking = new Marking(text.text, marks, colors);
  const starts = startsOf(marks);
  const waiting = [...numbered].values();
  let next = waiting.next();
  const describe = describer(document, numbered, colors);
  const lines = [...headOf(document, colors, width), ''];
  for (const { start, end } of paragraphsOf(text.text)) {
    lines.push(...wrapped(marking.upTo(start, end), width));
    const about: string[] = [];
    while (next.done !== true && (starts.get(next.value[1]) ?? 0) < end) {
      about.push(...indented(describe(...next.value), width));
      next = waiting.next();
    }
    lines.push(...about, '');
  }
  if (options.entities) lines.push(...entitiesOf(document, colors, width));
  return lines;
}

/** In the order of the text, from 1. */
function numberedStatements({ statements }: Annotation): ReadonlyMap<AnnotatedStatement, number> {
  const ordered = statements.toSorted((a, b) => firstOf(a) - firstOf(b) || sizeOf(b) - sizeOf(a));
  return new Map(ordered.map((statement, index) => [statement, index + 1]));
}

function spansOf({ source, cue, content, addressee }: AnnotatedStatement): readonly AnnotatedSpan[] {
  return [...source.evidence, ...cue.evidence, ...content, ...(addressee.carried ? [] : addressee.evidence)];
}

function firstOf(statement: AnnotatedStatement): number {
  return spansOf(statement).reduce((first, { start }) => Math.min(first, start), Number.MAX_SAFE_INTEGER);
}

function sizeOf(statement: AnnotatedStatement): number {
  return statement.content.reduce((sum, { start, end }) => sum + end - start, 0);
}

function marksOf({ source, cue, content, addressee }: AnnotatedStatement, number: number, text: OffsetText) {
  const mark =
    (role: Mark['role']) =>
    ({ start, end }: AnnotatedSpan): Mark => ({
      start: text.utf16(start),
      end: text.utf16(end),
      role,
      number,
    });
  return [
    ...content.map(mark('content')),
    ...source.evidence.map(mark('source')),
    ...cue.evidence.map(mark('cue')),
    // A carried one stands where it was named for an earlier statement, and is marked for that.
    ...(addressee.carried ? [] : addressee.evidence.map(mark('addressee'))),
  ];
}

function startsOf(marks: readonly Mark[]): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  for (const { start, number } of marks) starts.set(number, Math.min(start, starts.get(number) ?? start));
  return starts;
}

/** Lines of the text that have something in them, without their ends. */
function* paragraphsOf(text: string): Generator<{ readonly start: number; readonly end: number }> {
  for (const { index, 0: line } of text.matchAll(/[^\r\n]+/g)) {
    if (line.trim() !== '') yield { start: index, end: index + line.length };
  }
}

function headOf({ article, run, entities, statements }: Annotation, colors: Colors, width: number) {
  const outlet = entities.find(({ id }) => id === article.outlet)?.name;
  const facts = [outlet, article.publishedAt, article.url].filter((fact) => fact != null);
  const made = `${countOf(statements.length, 'statement')}, by ${run.tool} ${run.version}`;
  return [
    ...(article.title === null ? [] : wrapped(colors.bold(printable(article.title)), width)),
    ...(facts.length === 0 ? [] : wrapped(printable(facts.join(', ')), width)),
    ...wrapped(printable(made), width),
    ...wrapped(legend(colors), width),
  ];
}

/** One line on each statement: who says it, to whom, what kind of statement it is, and how sure that is. */
function describer(document: Annotation, numbers: ReadonlyMap<AnnotatedStatement, number>, colors: Colors) {
  const names = new Map(document.entities.map(({ id, name }) => [id, printable(name)]));
  const byId = new Map(document.statements.map((statement) => [statement.id, numbers.get(statement)]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const named = (ids: readonly string[]) => ids.map(nameOf).join(', ');
  return (statement: AnnotatedStatement, number: number): string => {
    const { source, kind, acts, about, aboutStatements, within, saidAt, confidence } = statement;
    const speaker = source.speakers.length === 0 ? 'no named source' : named(source.speakers);
    const parts = [
      `${kind} ${acts.join(' ')}`,
      ...(about.length === 0 ? [] : [`about ${named(about)}`]),
      ...(aboutStatements.length === 0
        ? []
        : [`about ${aboutStatements.map((id) => byId.get(id)).join(', ')}`]),
      ...(within === null ? [] : [`within ${byId.get(within)}`]),
      ...(saidAt === null ? [] : [`said ${saidAt}`]),
      `confidence ${confidence}`,
    ];
    const office = source.speakingAs === null ? '' : ` as ${nameOf(source.speakingAs)}`;
    const behalf = source.onBehalfOf === null ? '' : ` for ${nameOf(source.onBehalfOf)}`;
    const who = `${colors.bold(`${number} ${speaker}`)}${office}${behalf}${toldTo(statement, named)}`;
    return `${who}: ${parts.join('; ')}`;
  };
}

function toldTo({ addressee }: AnnotatedStatement, named: (ids: readonly string[]) => string): string {
  const { state, entities, text, carried } = addressee;
  if (state === 'UNKNOWN') return '';
  if (state === 'NONE') return ' → nobody';
  const whom = entities.length > 0 ? named(entities) : printable(text ?? 'somebody');
  return ` → ${whom}${carried ? ' (carried)' : ''}`;
}

function entitiesOf({ entities, mentions }: Annotation, colors: Colors, width: number): readonly string[] {
  const words = new Map<string, Set<string>>(entities.map(({ id }) => [id, new Set()]));
  for (const mention of mentions) {
    for (const id of mention.entities) words.get(id)?.add(`“${printable(mention.exact ?? '')}”`);
  }
  const lines = entities.flatMap(({ id, type, name, qid }) => {
    const mentioned = [...(words.get(id) ?? [])];
    const more = [...(qid === null ? [] : [qid]), ...(mentioned.length === 0 ? [] : [mentioned.join(' ')])];
    return indented(`${type} ${[colors.bold(printable(name)), ...more].join(', ')}`, width);
  });
  return [...wrapped(countOf(entities.length, 'entity', 'entities'), width), ...lines, ''];
}

function wrapped(text: string, width: number): readonly string[] {
  return wrapAnsi(text, width, { hard: true }).split('\n');
}

function indented(text: string, width: number): readonly string[] {
  return wrapped(text, width - INDENT.length).map((line) => `${INDENT}${line}`);
}
