/** A stretch of a text in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const MARKS = { source: ['**', '**'], cue: ['*', '*'], content: ['⟨', '⟩'], addressee: ['{', '}'] } as const;
type Part = keyof typeof MARKS;
const PARTS = Object.keys(MARKS) as readonly Part[];
const TOKEN = /\*\*|\*|[⟨⟩{}]|\s*\[…\]\s*/gu;

export type MarkedSpans = Readonly<Record<Part, readonly Span[]>>;

interface Segment {
  plain: string;
  readonly marks: { readonly token: string; readonly at: number }[];
}

/**
 * Where the parts of a statement stand in a text, by an excerpt with the marks of the annotation guide: **source**, *cue*, ⟨content⟩,
 * and {addressee}. “[…]” leaves words of the text out. Each stretch of the excerpt has to stand in the text once, after
 * the one before; throws where it does not, so that no span is silently somewhere else.
 */
export function spansOfMarked(text: string, excerpt: string): MarkedSpans {
  const found: Record<Part, Span[]> = { source: [], cue: [], content: [], addressee: [] };
  const open = new Map<Part, number>();
  let from = 0;
  for (const { plain, marks } of segmentsOf(excerpt)) {
    const start = onlyPlace(text, plain, from, excerpt);
    for (const { token, at } of marks) {
      const part = PARTS.find((name) => (MARKS[name] as readonly string[]).includes(token));
      if (part === undefined) continue;
      const opened = open.get(part);
      if (opened === undefined && token === MARKS[part][0]) open.set(part, start + at);
      else if (opened !== undefined && token === MARKS[part][1]) {
        found[part].push({ start: opened, end: start + at });
        open.delete(part);
      } else throw new Error(`a mark ${token} out of turn: ${excerpt}`);
    }
    from = start + plain.length;
  }
  if (open.size > 0) throw new Error(`${[...open.keys()].join(', ')} is not closed: ${excerpt}`);
  return found;
}

function segmentsOf(excerpt: string): Segment[] {
  const segments: Segment[] = [{ plain: '', marks: [] }];
  let last = 0;
  for (const match of excerpt.matchAll(TOKEN)) {
    const segment = segments.at(-1);
    if (segment === undefined) break;
    segment.plain += excerpt.slice(last, match.index);
    last = match.index + match[0].length;
    if (match[0].includes('…')) segments.push({ plain: '', marks: [] });
    else segment.marks.push({ token: match[0], at: segment.plain.length });
  }
  const segment = segments.at(-1);
  if (segment !== undefined) segment.plain += excerpt.slice(last);
  return segments;
}

function onlyPlace(text: string, words: string, from: number, excerpt: string): number {
  const at = text.indexOf(words);
  if (words === '' || at < 0) throw new Error(`the text does not have “${words}”: ${excerpt}`);
  if (text.includes(words, at + 1))
    throw new Error(`“${words}” stands in the text more than once: ${excerpt}`);
  if (at < from) throw new Error(`“${words}” stands before the words in front of it: ${excerpt}`);
  return at;
}
