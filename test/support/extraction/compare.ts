import type { AnnotationInput } from '../../../src/ingest/annotation.ts';
import { foldName } from '../../../src/text/fold.ts';
import { judgeSource } from './attribution.ts';
import type { GoldArticle, GoldRelation, GoldStatement } from './gold.ts';
import { goldOfDocument } from './gold-of-document.ts';
import { lettersIn, pair } from './letters.ts';
import type { Span } from './marked.ts';
import { OVERLAP } from './score-attributions.ts';

/** How a document stands to what was annotated by hand; each list has what differs, for people to read. */
export interface Comparison {
  readonly statements: Count;
  readonly speakers: Count;
  readonly entities: Count;
  readonly readings: Count;
  readonly relations: Count;
  /** Statements that nobody annotated. */
  readonly extra: readonly string[];
  /** Relations that nobody annotated. Those of the background, which no words of the article say, are left out on both sides. */
  readonly invented: readonly string[];
}

export interface Count {
  readonly of: number;
  readonly right: number;
  readonly wrong: readonly string[];
}

/** Words that do not tell one position from another. */
const SMALL = new Set(['of', 'the', 'at', 'for', 'to', 'a', 'in', 'on', 'and']);

export function compare(gold: GoldArticle, document: AnnotationInput): Comparison {
  const found = goldOfDocument(document);
  const names = new Names(gold, document);
  const pairs = pairsOf(gold, found);
  const placed = gold.statements.filter(({ id }) => pairs.has(id));
  const isSpeaker = (statement: GoldStatement) =>
    speakersAgree(gold, statement, pairs.get(statement.id), names);
  const others = found.statements.filter((one) => ![...pairs.values()].includes(one));
  const relations = found.relations.filter(
    (relation) => !gold.relations.some((other) => sameRelation(other, relation, names)),
  );
  return {
    statements: count(
      gold.statements,
      ({ id }) => pairs.has(id),
      ({ id }) => id,
    ),
    speakers: count(
      placed,
      isSpeaker,
      ({ id, speakers }) => `${id}: ${pairs.get(id)?.speakers} for ${speakers}`,
    ),
    entities: count(
      gold.entities.filter(({ type }) => type !== 'UNNAMED_SOURCE' && type !== 'POSITION'),
      ({ type, names: [name] }) => names.typeOf(name).includes(type),
      ({ type, names: [name] }) => `${name}: ${names.typeOf(name).join() || 'not found'} for ${type}`,
    ),
    readings: count(
      gold.readings,
      (reading) =>
        found.readings.some((one) => isSame(one, reading) && isSameState(one.of, reading.of, names)),
      (reading) => {
        const other = found.readings.find((one) => isSame(one, reading));
        const shown = other === undefined ? 'not found' : (other.of ?? 'the place');
        return `${gold.text.slice(reading.start - 15, reading.end + 10)}: ${shown} for ${reading.of ?? 'the place'}`;
      },
    ),
    relations: count(
      gold.relations,
      (relation) => found.relations.some((one) => sameRelation(relation, one, names)),
      shown,
    ),
    extra: others.map(({ content, cue }) =>
      [cue, ...content]
        .map((span) => (span === null ? '' : gold.text.slice(span.start, span.end)))
        .join(' | '),
    ),
    invented: relations.map(shown),
  };
}

function count<T>(all: readonly T[], isRight: (one: T) => boolean, tell: (one: T) => string): Count {
  const wrong = all.filter((one) => !isRight(one));
  return { of: all.length, right: all.length - wrong.length, wrong: wrong.map(tell) };
}

function shown({ from, type, to }: GoldRelation): string {
  return `${from} ${type} ${to}`;
}

/** By overlap of contents; statements without content by their cue. */
function pairsOf(gold: GoldArticle, found: GoldArticle): ReadonlyMap<string, GoldStatement> {
  const withLetters = (
    statements: readonly GoldStatement[],
    spansOf: (one: GoldStatement) => readonly Span[],
  ) =>
    statements
      .map((statement) => ({ statement, letters: lettersIn(gold.text, spansOf(statement)) }))
      .filter(({ letters }) => letters.size > 0);
  const pairs = new Map<string, GoldStatement>();
  const match = (isSilent: boolean, spansOf: (one: GoldStatement) => readonly Span[]) => {
    const some = ({ content }: GoldStatement) => (content.length === 0) === isSilent;
    const ours = withLetters(gold.statements.filter(some), spansOf);
    const theirs = withLetters(found.statements.filter(some), spansOf);
    for (const [at, other] of pair(ours, theirs, OVERLAP).found) {
      const [one, two] = [ours[at], theirs[other]];
      if (one !== undefined && two !== undefined) pairs.set(one.statement.id, two.statement);
    }
  };
  match(false, ({ content }) => content);
  match(true, ({ cue }) => (cue === null ? [] : [cue]));
  return pairs;
}

/** The same entities; of unnamed sources the words in the same place. */
function speakersAgree(
  { text, entities }: GoldArticle,
  gold: GoldStatement,
  found: GoldStatement | undefined,
  names: Names,
): boolean {
  if (found === undefined || gold.speakers.length !== found.speakers.length) return false;
  const isUnnamed = gold.speakers.some((name) =>
    entities.some((entity) => entity.type === 'UNNAMED_SOURCE' && entity.names[0] === name),
  );
  if (isUnnamed) {
    const unnamed = found.speakers.every((name) => names.typeOf(name).includes('UNNAMED_SOURCE'));
    return unnamed && judgeSource(text, gold.source, found.source).same;
  }
  return gold.speakers.every((name) => found.speakers.some((other) => names.same(name, other)));
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function isSameState(a: string | null, b: string | null, names: Names): boolean {
  return a === null || b === null ? a === b : names.same(b, a);
}

function sameRelation(gold: GoldRelation, found: GoldRelation, names: Names): boolean {
  if (gold.type !== found.type || !names.same(gold.from, found.from)) return false;
  return gold.type === 'HOLDS_POSITION' ? alike(gold.to, found.to) : names.same(gold.to, found.to);
}

/** Half of the words of either, at least, are words of both. */
function alike(one: string, other: string): boolean {
  const [ours, theirs] = [wordsOf(one), wordsOf(other)];
  const both = [...ours].filter((word) => theirs.has(word)).length;
  return both * 2 >= ours.size + theirs.size - both;
}

function wordsOf(name: string): ReadonlySet<string> {
  const words = name.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set(words.filter((word) => !SMALL.has(word)));
}

/** Which names of the one and of the other side are names of one entity. */
class Names {
  readonly #gold: readonly (readonly string[])[];
  readonly #found: readonly { readonly type: string; readonly names: readonly string[] }[];

  constructor(gold: GoldArticle, { entities = [] }: AnnotationInput) {
    this.#gold = gold.entities.map(({ names }) => names.map(foldName));
    this.#found = entities.map(({ type, name, aliases = [] }) => ({
      type,
      names: [name, ...aliases].map(foldName),
    }));
  }

  same(gold: string, found: string): boolean {
    const ours = this.#goldNames(gold);
    const theirs = this.#found.find(({ names }) => names[0] === foldName(found))?.names ?? [foldName(found)];
    return theirs.some((name) => ours.includes(name));
  }

  /** Types of the entities of the document that have one of the names of an entity of the gold. */
  typeOf(gold: string): string[] {
    const ours = this.#goldNames(gold);
    return this.#found
      .filter(({ names }) => names.some((name) => ours.includes(name)))
      .map(({ type }) => type);
  }

  #goldNames(name: string): readonly string[] {
    const folded = foldName(name);
    return this.#gold.find(([usual]) => usual === folded) ?? [folded];
  }
}
