import type { AnnotationInput } from '../../src/ingest/annotation.ts';
import type { AddresseeState, SourceState, SpeechAct, StatementKind } from '../../src/statement/model.ts';
import { DOCUMENTS, RECORDED, WITHDRAWN } from './claims.ts';

/*
 * What filters and counts mean, worked out from the documents of `claims.ts` alone, without the code that is tested.
 */

/** A statement by its words, which are its own in the fixture, with all that filters ask about. */
export interface Said {
  readonly words: string;
  readonly saidBy: readonly string[];
  readonly saidByGroup: readonly string[];
  readonly source: SourceState;
  readonly about: readonly string[];
  readonly mentions: readonly string[];
  readonly toldTo: readonly string[];
  readonly addressee: AddresseeState;
  readonly publishedBy: readonly string[];
  readonly article: string;
  readonly kind: StatementKind;
  readonly act: readonly SpeechAct[];
  readonly cueLemma: string | null;
  readonly said: Days | null;
  readonly published: Days | null;
  readonly dated: Days | null;
  readonly recorded: Days;
  readonly confidence: number;
  readonly text: readonly string[];
  readonly depth: number;
}

/** First and last day; an open side sorts before or after all days. */
export type Days = readonly [first: string, last: string];

export function daysOf(date: string): Days {
  const [from = '', to = from] = date.split('/');
  const last = to.length === 7 ? `${to}-31` : `${to}-12-31`.slice(0, 10);
  return [from === '..' ? '' : `${from}-01-01`.slice(0, 10), to === '..' ? '~' : last];
}

export function overlap(date: string, days: Days | null): boolean {
  const [first, last] = daysOf(date);
  return days !== null && days[0] <= last && days[1] >= first;
}

export function wordsIn(text: string): string[] {
  const plain = text.normalize('NFD').replaceAll(/[\u0300-\u036F]/g, '');
  return plain.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/** Who belongs to whom by what the articles say in their own voice, and what by references; not by what somebody claims. */
const FACTS = DOCUMENTS.flatMap(({ entities = [], statements = [], relations = [] }) => {
  const named = (id: string | null | undefined) => entities.find((entity) => entity.id === id);
  const claimed = ({ start, end }: { start: number; end: number }) =>
    statements.some(({ content = [] }) => content.some((piece) => piece.start <= start && end <= piece.end));
  return relations
    .filter(({ reference, evidence = [] }) => reference != null || !evidence.every(claimed))
    .map(({ type, from, to }) => {
      const target = named(to);
      const body = type === 'HOLDS_POSITION' ? named(target?.of) : target;
      return { type, from: named(from)?.name ?? '', to: body?.name ?? '' };
    });
});
const BELONGING = [
  'HOLDS_POSITION',
  'MEMBER_OF',
  'PART_OF',
  'CITIZEN_OF',
  'AFFILIATED_WITH',
  'HEAD_OF_STATE_OF',
];

function groupsOf(name: string): string[] {
  const around = (body: string): string[] => [
    body,
    ...FACTS.filter(({ type, from }) => type === 'PART_OF' && from === body).flatMap(({ to }) => around(to)),
  ];
  return FACTS.filter(({ type, from }) => BELONGING.includes(type) && from === name).flatMap(({ to }) =>
    around(to),
  );
}

type Document = AnnotationInput;
type StatementOf = NonNullable<Document['statements']>[number];

export const SAID: readonly Said[] = DOCUMENTS.flatMap((document) =>
  (document.statements ?? []).map((statement) => saidOf(document, statement)),
).filter(({ words }) => words !== WITHDRAWN);

function saidOf(
  { article, entities = [], mentions = [], statements = [] }: Document,
  statement: StatementOf,
): Said {
  const { kind, acts, source, cue, content = [], addressee, about = [], within, saidAt } = statement;
  const names = (ids: readonly string[]) =>
    ids.map((id) => entities.find((entity) => entity.id === id)?.name ?? '');
  const depthOf = (id: string | null | undefined): number =>
    id == null ? 0 : 1 + depthOf(statements.find((other) => other.id === id)?.within);
  const unnamed = source.speakers.every(
    (id) => entities.find((entity) => entity.id === id)?.type === 'UNNAMED_SOURCE',
  );
  const inside = mentions.filter(({ start, end }) =>
    content.some((piece) => piece.start <= start && end <= piece.end),
  );
  const said = saidAt == null ? null : daysOf(saidAt);
  const published = article.publishedAt == null ? null : daysOf(article.publishedAt);
  const saidBy = names(source.speakers);
  return {
    words: (content.length > 0 ? content : (cue?.evidence ?? [])).map(({ exact }) => exact).join(' '),
    saidBy,
    saidByGroup: saidBy.flatMap(groupsOf),
    source: source.speakers.length === 0 ? 'NONE' : unnamed ? 'UNNAMED' : 'NAMED',
    about: names(about),
    mentions: names(inside.flatMap((mention) => mention.entities)),
    toldTo: names(addressee?.entities ?? []),
    addressee: addressee?.state ?? 'UNKNOWN',
    publishedBy: article.outlet == null ? [] : names([article.outlet]),
    article: article.key ?? '',
    kind,
    act: acts,
    cueLemma: cue?.lemma ?? null,
    said,
    published,
    dated: said ?? published,
    recorded: daysOf((RECORDED[article.key ?? ''] ?? '').slice(0, 10)),
    confidence: statement.confidence ?? 1,
    text: wordsIn(content.map(({ exact }) => exact).join(' ')),
    depth: depthOf(within),
  };
}

/** A filter that names entities by their names and articles by their keys. */
export interface Wanted {
  readonly and?: readonly Wanted[];
  readonly or?: readonly Wanted[];
  readonly not?: Wanted;
  readonly saidBy?: readonly string[];
  readonly saidByGroup?: readonly string[];
  readonly source?: SourceState;
  readonly about?: readonly string[];
  readonly mentions?: readonly string[];
  readonly toldTo?: readonly string[];
  readonly addressee?: AddresseeState;
  readonly publishedBy?: readonly string[];
  readonly article?: readonly string[];
  readonly kind?: readonly StatementKind[];
  readonly act?: readonly SpeechAct[];
  readonly cueLemma?: readonly string[];
  readonly saidBetween?: string;
  readonly publishedBetween?: string;
  readonly datedBetween?: string;
  readonly recordedBetween?: string;
  readonly minConfidence?: number;
  readonly text?: string;
  readonly depth?: number;
}

/** What the filter means. */
export function holds(wanted: Wanted, said: Said): boolean {
  const any = (values: readonly string[] | undefined, found: readonly string[]) =>
    values === undefined || values.some((value) => found.includes(value));
  const is = <T>(value: T | undefined, found: T) => value === undefined || value === found;
  const during = (date: string | undefined, days: Days | null) => date === undefined || overlap(date, days);
  const lemmas = wanted.cueLemma?.map((lemma) => lemma.trim().toLowerCase());
  return (
    any(wanted.saidBy, said.saidBy) &&
    any(wanted.saidByGroup, said.saidByGroup) &&
    any(wanted.about, said.about) &&
    any(wanted.mentions, said.mentions) &&
    any(wanted.toldTo, said.toldTo) &&
    any(wanted.publishedBy, said.publishedBy) &&
    any(wanted.article, [said.article]) &&
    any(wanted.kind, [said.kind]) &&
    any(wanted.act, said.act) &&
    any(lemmas, said.cueLemma === null ? [] : [said.cueLemma]) &&
    is(wanted.source, said.source) &&
    is(wanted.addressee, said.addressee) &&
    is(wanted.depth, said.depth) &&
    during(wanted.saidBetween, said.said) &&
    during(wanted.publishedBetween, said.published) &&
    during(wanted.datedBetween, said.dated) &&
    during(wanted.recordedBetween, said.recorded) &&
    said.confidence >= (wanted.minConfidence ?? 0) &&
    wordsIn(wanted.text ?? '').every((word) => said.text.includes(word)) &&
    (wanted.and ?? []).every((part) => holds(part, said)) &&
    (wanted.or === undefined || wanted.or.some((part) => holds(part, said))) &&
    !(wanted.not !== undefined && holds(wanted.not, said))
  );
}
