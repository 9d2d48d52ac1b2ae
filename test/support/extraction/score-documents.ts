import type { FoundDocument, FoundEntity, FoundStatement } from './found.ts';
import type { GoldArticle, GoldStatement } from './gold.ts';
import { jaccard, type Letters, lettersIn, pair } from './letters.ts';
import type { Span } from './marked.ts';
import { OVERLAP } from './score-attributions.ts';
import type { Tally } from './tally.ts';

const KINDS = ['DIRECT', 'MIXED', 'INDIRECT'] as const;
const SILENT: ReadonlySet<string> = new Set(['NO_RESPONSE', 'DECLINED_TO_COMMENT']);

interface Pair {
  readonly gold: GoldStatement;
  readonly found: FoundStatement;
}

/**
 * What corpora of attributions do not have, and the gold articles do: (f) each part of a statement, (g) its kind, (h) acts, (i) who speaks,
 * as an entity, (j) what it stands in, (k) who was told, (l) silence, (m) what names of places stand for. Statements are one where
 * their contents overlap, and those without content where their cues do. A part is right where its statement was found.
 */
export function scoreDocument(article: GoldArticle, found: FoundDocument, tally: Tally): void {
  const pairs = pairsOf(article, found);
  scoreParts(article, found, pairs, tally);
  scoreKinds(article, found, pairs, tally);
  scoreSets('h. acts', article, found, pairs, tally, {
    gold: ({ acts }) => acts,
    found: ({ acts }) => acts,
    same: (one, other) => one === other,
  });
  scoreSets('i. speakers', article, found, pairs, tally, {
    gold: ({ speakers }) => speakers.map((name) => namesOf(article, name)),
    found: ({ speakers }) => speakers,
    same: isOneOf,
  });
  const withoutSource = pairs.filter(({ gold }) => gold.speakers.length === 0);
  for (const { found: other } of withoutSource)
    tally.judge('i. no speaker where none is named', other.speakers.length === 0);
  scoreNesting(article, found, pairs, tally);
  scoreAddressees(article, found, pairs, tally);
  scoreSilence(article, found, pairs, tally);
  scoreReadings(article, found, tally);
}

function pairsOf({ text, statements }: GoldArticle, found: FoundDocument): Pair[] {
  const all = { gold: statements, found: found.statements };
  return [false, true].flatMap((isSilent) => {
    const spans = ({ content, cue }: GoldStatement | FoundStatement) =>
      isSilent ? (cue === null ? [] : [cue]) : content;
    const side = <T extends GoldStatement | FoundStatement>(statements: readonly T[]) =>
      statements
        .filter(({ content }) => (content.length === 0) === isSilent)
        .map((statement) => ({ statement, letters: lettersIn(text, spans(statement)) }));
    const [ours, theirs] = [side(all.gold), side(all.found)];
    return [...pair(ours, theirs, OVERLAP).found].flatMap(([at, other]) => {
      const [one, two] = [ours[at], theirs[other]];
      return one === undefined || two === undefined ? [] : [{ gold: one.statement, found: two.statement }];
    });
  });
}

const PARTS = ['source', 'cue', 'content', 'addressee'] as const;

function scoreParts(
  { text, statements }: GoldArticle,
  found: FoundDocument,
  pairs: readonly Pair[],
  tally: Tally,
) {
  for (const part of PARTS) {
    const letters = (statement: GoldStatement | FoundStatement) => lettersIn(text, spansOf(statement, part));
    const has = (statement: GoldStatement | FoundStatement) => letters(statement).size > 0;
    const alike = pairs.map(({ gold, found: other }) => jaccard(letters(gold), letters(other)));
    const [ours, theirs] = [statements.filter(has).length, found.statements.filter(has).length];
    for (const [name, least] of [
      ['exact', 1],
      ['overlap', OVERLAP],
    ] as const)
      tally.add(`f. ${part} ${name}`, ours, theirs, alike.filter((value) => value >= least).length);
  }
}

function spansOf(
  { source, cue, content, addressee }: GoldStatement | FoundStatement,
  part: (typeof PARTS)[number],
): readonly Span[] {
  if (part === 'content') return content;
  if (part === 'addressee') {
    if (addressee === null) return [];
    return 'evidence' in addressee ? addressee.evidence : [addressee];
  }
  const span = part === 'source' ? source : cue;
  return span === null ? [] : [span];
}

function scoreKinds(
  { statements }: GoldArticle,
  found: FoundDocument,
  pairs: readonly Pair[],
  tally: Tally,
): void {
  for (const kind of KINDS) {
    const isOf = (statement: { readonly kind: string }) => statement.kind === kind;
    const hits = pairs.filter(({ gold, found: other }) => isOf(gold) && isOf(other)).length;
    tally.add(`g. kind ${kind}`, statements.filter(isOf).length, found.statements.filter(isOf).length, hits);
  }
  for (const { gold, found: other } of pairs) tally.judge('g. kind where found', gold.kind === other.kind);
}

interface Sets<Ours, Theirs> {
  readonly gold: (statement: GoldStatement) => readonly Ours[];
  readonly found: (statement: FoundStatement) => readonly Theirs[];
  readonly same: (one: Ours, other: Theirs) => boolean;
}

/** Of all statements, and for those that were found apart: the second tells how well the stage itself does. */
function scoreSets<Ours, Theirs>(
  metric: string,
  { statements }: GoldArticle,
  found: FoundDocument,
  pairs: readonly Pair[],
  tally: Tally,
  sets: Sets<Ours, Theirs>,
): void {
  const count = (counts: readonly number[]) => counts.reduce((sum, each) => sum + each, 0);
  const hits = count(
    pairs.map(({ gold, found: other }) => common(sets.gold(gold), sets.found(other), sets.same)),
  );
  tally.add(
    metric,
    count(statements.map((statement) => sets.gold(statement).length)),
    count(found.statements.map((statement) => sets.found(statement).length)),
    hits,
  );
  tally.add(
    `${metric} where found`,
    count(pairs.map(({ gold }) => sets.gold(gold).length)),
    count(pairs.map(({ found: other }) => sets.found(other).length)),
    hits,
  );
}

/** How many have an own partner on the other side. */
function common<Ours, Theirs>(
  ours: readonly Ours[],
  theirs: readonly Theirs[],
  same: (one: Ours, other: Theirs) => boolean,
): number {
  const left = [...theirs];
  return ours.filter((one) => {
    const at = left.findIndex((other) => same(one, other));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

function scoreNesting(
  { statements }: GoldArticle,
  found: FoundDocument,
  pairs: readonly Pair[],
  tally: Tally,
): void {
  const goldOf = new Map(pairs.map(({ gold, found: other }) => [other.id, gold.id]));
  const nested = (all: readonly { readonly within: string | null }[]) =>
    all.filter(({ within }) => within !== null).length;
  const hits = pairs.filter(
    ({ gold, found: other }) => gold.within !== null && goldOf.get(other.within ?? '') === gold.within,
  );
  tally.add('j. nesting', nested(statements), nested(found.statements), hits.length);
}

/** Words for which no entity stands ("reporters") are right where the words are. */
function scoreAddressees(
  article: GoldArticle,
  found: FoundDocument,
  pairs: readonly Pair[],
  tally: Tally,
): void {
  const told = (all: readonly { readonly addressee: object | null }[]) =>
    all.filter(({ addressee }) => addressee !== null).length;
  const hits = pairs.filter(({ gold: { addressee }, found: { addressee: other } }) => {
    if (addressee === null || other === null) return false;
    const { entity } = addressee;
    if (entity === null) {
      const [one, two] = [lettersIn(article.text, [addressee]), lettersIn(article.text, other.evidence)];
      return jaccard(one, two) >= OVERLAP;
    }
    return other.entities.some((each) => isOneOf(namesOf(article, entity), each));
  });
  tally.add('k. addressees', told(article.statements), told(found.statements), hits.length);
}

function scoreSilence(
  { statements }: GoldArticle,
  found: FoundDocument,
  pairs: readonly Pair[],
  tally: Tally,
): void {
  const silent = (acts: readonly string[]) => acts.filter((act) => SILENT.has(act));
  const isSilent = ({ acts }: { readonly acts: readonly string[] }) => silent(acts).length > 0;
  const hits = pairs.filter(
    ({ gold, found: other }) => isSilent(gold) && silent(gold.acts)[0] === silent(other.acts)[0],
  );
  tally.add(
    'l. silence',
    statements.filter(isSilent).length,
    found.statements.filter(isSilent).length,
    hits.length,
  );
}

/** Of the names that the gold reads: which stand for something else, and whether each is read as there. */
function scoreReadings(article: GoldArticle, { mentions }: FoundDocument, tally: Tally): void {
  const read = article.readings.map((reading) => {
    const letters: Letters = lettersIn(article.text, [reading]);
    const mention = mentions.find((each) => jaccard(letters, lettersIn(article.text, [each])) === 1);
    return { reading, mention };
  });
  const stands = ({ reading, mention }: (typeof read)[number]) =>
    reading.of !== null &&
    mention?.isMetonymic === true &&
    mention.entities.some((each) => isOneOf(namesOf(article, reading.of ?? ''), each));
  tally.add(
    'm. readings of places that stand for another',
    read.filter(({ reading }) => reading.of !== null).length,
    read.filter(({ mention }) => mention?.isMetonymic === true).length,
    read.filter(stands).length,
  );
  for (const one of read) {
    const isPlace = one.reading.of === null && one.mention !== undefined && !one.mention.isMetonymic;
    tally.judge('m. readings of places', isPlace || stands(one));
  }
}

function namesOf({ entities }: GoldArticle, usual: string): readonly string[] {
  return entities.find(({ names }) => names[0] === usual)?.names ?? [usual];
}

function isOneOf(names: readonly string[], { names: others }: FoundEntity): boolean {
  const wanted = new Set(names.map(plain));
  return others.some((name) => wanted.has(plain(name)));
}

/** Names are the same whatever their case, article and marks. */
function plain(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^(?:the|an?)\s+/u, '')
    .replace(/\s+/gu, ' ');
}
