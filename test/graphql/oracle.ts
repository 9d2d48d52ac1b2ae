import type { AddresseeState, SourceState, SpeechAct, StatementKind } from '../../src/statement/model.ts';
import { groupsIn } from './belonging.ts';
import { type Item, namesIn, type Recorded } from './recorded.ts';

/*
 * What filters and counts mean, worked out from annotation documents alone, without the code that is tested.
 */

/** A statement by its words, with all that filters ask about. */
export interface Said {
  readonly words: string;
  readonly saidBy: readonly string[];
  /** The office, where there is one. */
  readonly speakingAs: readonly string[];
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
  return [from === '..' ? '' : `${from}-01-01`.slice(0, 10), to === '..' ? '~' : lastDayOf(to)];
}

function lastDayOf(date: string): string {
  if (date.length === 10) return date;
  const [year = 0, month = 12] = date.split('-').map(Number);
  // The day before the first of the next month.
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

export function overlap(date: string, days: Days | null): boolean {
  const [first, last] = daysOf(date);
  return days !== null && days[0] <= last && days[1] >= first;
}

export function wordsIn(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/[\u0300-\u036F]/g, '');
  return plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** All statements of the documents, in their order. */
export function saidIn(records: readonly Recorded[]): Said[] {
  const groupsOf = groupsIn(records);
  return records.flatMap((record) => {
    // An article has the outlet that its current document gives.
    const now = records.find(({ article, current }) => current && article === record.article) ?? record;
    const publishedBy = namesIn(
      now,
      now.document.article.outlet == null ? [] : [now.document.article.outlet],
    );
    return (record.document.statements ?? []).map((statement) => {
      const saidBy = namesIn(record, statement.source.speakers);
      const saidByGroup = saidBy.flatMap(groupsOf);
      return { ...fieldsOf(record, statement), saidBy, saidByGroup, publishedBy };
    });
  });
}

function fieldsOf(
  record: Recorded,
  statement: Item<'statements'>,
): Omit<Said, 'saidBy' | 'saidByGroup' | 'publishedBy'> {
  const { article, entities = [], mentions = [], statements = [] } = record.document;
  const { kind, acts, source, cue, content = [], addressee, about = [], within, saidAt } = statement;
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
  return {
    words: (content.length > 0 ? content : (cue?.evidence ?? [])).map(({ exact }) => exact).join(' '),
    speakingAs: namesIn(record, source.speakingAs == null ? [] : [source.speakingAs]),
    source: source.speakers.length === 0 ? 'NONE' : unnamed ? 'UNNAMED' : 'NAMED',
    about: namesIn(record, about),
    mentions: namesIn(
      record,
      inside.flatMap((mention) => mention.entities),
    ),
    toldTo: namesIn(record, addressee?.entities ?? []),
    addressee: addressee?.state ?? 'UNKNOWN',
    article: record.article,
    kind,
    act: acts,
    cueLemma: cue?.lemma ?? null,
    said,
    published,
    dated: said ?? published,
    recorded: daysOf(record.recordedAt.slice(0, 10)),
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
