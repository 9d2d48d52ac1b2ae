/** Which marks open a quotation, and the ones that close it. Doubled single marks and grave accents count as one mark. */
const CLOSERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['"', ['"']],
  ['""', ['""']],
  ["'", ["'"]],
  ["''", ["''"]],
  ['``', ["''", '``']],
  ['`', ["'"]],
  ['“', ['”']],
  ['”', ['”']],
  ['„', ['“', '”', '"']],
  ['‟', ['”']],
  ['‘', ['’']],
  ['‘‘', ['’’']],
  ['‚', ['‘', '’']],
  ['«', ['»']],
  ['»', ['«', '»']],
  ['‹', ['›']],
  ['›', ['‹']],
  ['「', ['」']],
  ['『', ['』']],
  ['＂', ['＂']],
]);

const MARK = /"{1,2}|'{1,2}|`{1,2}|‘{1,2}|’{1,2}|[“”„‟‚«»‹›「」『』＂]/gu;
/** Marks that open and close by their own shape, so that what stands beside them does not matter. */
const DIRECTED = new Set(['“', '„', '‟', '«', '‹', '「', '『', '‘', '‘‘', '‚', '``']);
const APOSTROPHES = new Set(["'", '’']);
/** Words that begin with an apostrophe, in the form 'tis, 'em, '90s. */
const ELISION = /^(?:\d\ds?\b|(?:tis|twas|twere|em|til|cause|n|cos|round|bout)\b)/iu;
const WORD = /[\p{L}\p{N}]/u;
const SPACE = /\s/u;

/** A quotation mark with what it can do where it stands; offsets in UTF-16 units. */
export interface Mark {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** A single mark that may as well be the apostrophe of a plural: the workers' rights. */
  readonly possessive: boolean;
}

export function closersOf(opener: string): readonly string[] {
  return CLOSERS.get(opener) ?? [];
}

/** The marks of a stretch of text in order, apostrophes within words left out. */
export function marksIn(text: string): Mark[] {
  const marks: Mark[] = [];
  for (const match of text.matchAll(MARK)) {
    const start = match.index;
    const mark = markAt(text, match[0], start);
    if (mark.opens || mark.closes) marks.push(mark);
  }
  return marks;
}

function markAt(text: string, mark: string, start: number): Mark {
  const end = start + mark.length;
  const before = text.slice(Math.max(0, start - 1), start);
  const after = text.slice(end, end + 1);
  const single = APOSTROPHES.has(mark);
  const wordBefore = WORD.test(before);
  const wordAfter = WORD.test(after);
  const spaceBefore = before === '' || SPACE.test(before);
  const spaceAfter = after === '' || SPACE.test(after);
  const elided = single && !wordBefore && ELISION.test(text.slice(end, end + 8));
  const opens =
    closersOf(mark).length > 0 &&
    (DIRECTED.has(mark) || (!wordBefore && !spaceAfter && !elided)) &&
    !(mark === '’');
  // A single mark between letters is an apostrophe; directed openers close only what they are the closers of.
  const closes = single
    ? !wordAfter && !(spaceBefore && !spaceAfter)
    : !(spaceBefore && wordAfter && mark.length === 1 && /["＂]/u.test(mark));
  const possessive =
    single &&
    closes &&
    /s$/iu.test(before) &&
    SPACE.test(after) &&
    /^\s+\p{L}/u.test(text.slice(end, end + 3));
  return { text: mark, start, end, opens, closes, possessive };
}
