import fc from 'fast-check';

/** A sentence of an earlier text, and how it fared. */
interface Sentence {
  readonly id: number;
  readonly text: string;
}

/** A text before and after edits, with the places of the sentences that no edit touched. */
export interface Edited {
  readonly before: string;
  readonly after: string;
  readonly untouched: readonly Untouched[];
}

export interface Untouched {
  readonly text: string;
  /** In code points. */
  readonly start: number;
  readonly newStart: number;
  readonly moved: boolean;
  /** Whether the same words stand elsewhere in either text. */
  readonly repeated: boolean;
  /** Whether it still stands beside a sentence that it stood beside, which stands once in each text. */
  readonly inContext: boolean;
}

const WORDS = [
  ...[
    'the',
    'talks',
    'treaty',
    'minister',
    'Berg',
    'said',
    'that',
    'will',
    'sign',
    'on',
    'Monday',
    'Norland',
    'not',
    'of',
  ],
  ...[
    '“we',
    'ready”',
    'é\u0302tat',
    '👍',
    'a',
    'go',
    'he',
    'to',
    'Oslund',
    'and',
    'reporters',
    'would',
    '2021',
    'co-op',
    'don’t',
  ],
];

const words = (minLength: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength, maxLength: 14 }).map((list) => `${list.join(' ')}.`);

type Edit =
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }
  | { readonly kind: 'delete'; readonly at: number; readonly count: number }
  | { readonly kind: 'move'; readonly at: number; readonly count: number; readonly to: number }
  | { readonly kind: 'change'; readonly at: number; readonly word: number; readonly by: string };

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(50), text: words(1) }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat(50), count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({
    kind: fc.constant('move' as const),
    at: fc.nat(50),
    count: fc.integer({ min: 1, max: 3 }),
    to: fc.nat(50),
  }),
  fc.record({
    kind: fc.constant('change' as const),
    at: fc.nat(50),
    word: fc.nat(20),
    by: fc.constantFrom('', 'never', 'Ek said', 'the'),
  }),
);

/** Texts of sentences of few different words, some of which stand there several times, and some edits. */
export const editedTexts: fc.Arbitrary<Edited> = fc
  .record({
    sentences: fc.array(words(4), { minLength: 1, maxLength: 25 }),
    copies: fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { maxLength: 4 }),
    edits: fc.array(edit, { maxLength: 5 }),
    paragraph: fc.integer({ min: 2, max: 6 }),
  })
  .map(({ sentences, copies, edits, paragraph }) => {
    const all = [...sentences];
    for (const [from, to] of copies) all.splice(to % (all.length + 1), 0, all[from % all.length] ?? '');
    const before = all.map((text, id) => ({ id, text }));
    return editedOf(before, edits, paragraph);
  });

function editedOf(before: readonly Sentence[], edits: readonly Edit[], paragraph: number): Edited {
  const after: Sentence[] = [...before];
  const moved = new Set<number>();
  for (const each of edits) {
    const at = each.at % (after.length + 1);
    if (each.kind === 'insert') after.splice(at, 0, { id: -1, text: each.text });
    else if (each.kind === 'delete') after.splice(at, each.count);
    else if (each.kind === 'move') {
      const block = after.splice(at, each.count);
      for (const { id } of block) moved.add(id);
      after.splice(each.to % (after.length + 1), 0, ...block);
    } else {
      // What ends the sentence stays, so that the next one is whole.
      const list = (after[at]?.text ?? '').replace(/\.$/u, '').split(' ');
      list[each.word % list.length] = each.by;
      if (after[at] !== undefined) after[at] = { id: -1, text: `${list.join(' ')}.` };
    }
  }
  const [old, now] = [placed(before, paragraph), placed(after, paragraph)];
  const count = (text: string) =>
    Math.max(...[before, after].map((list) => list.filter((each) => each.text === text).length));
  return {
    before: old.text,
    after: now.text,
    untouched: before.flatMap(({ id, text }) => {
      const newStart = now.starts.get(id);
      if (newStart === undefined) return [];
      const start = old.starts.get(id) ?? 0;
      const [was, is] = [neighbors(before, id), neighbors(after, id)];
      const inContext = was.every((neighbor, side) => {
        return neighbor !== undefined && neighbor.id === is[side]?.id && count(neighbor.text) === 1;
      });
      return [{ text, start, newStart, moved: moved.has(id), repeated: count(text) > 1, inContext }];
    }),
  };
}

/** The sentences before and after one. */
function neighbors(sentences: readonly Sentence[], id: number): (Sentence | undefined)[] {
  const at = sentences.findIndex((each) => each.id === id);
  return [sentences[at - 1], sentences[at + 1]];
}

/** The sentences as a text, with a paragraph after every so many. */
function placed(sentences: readonly Sentence[], paragraph: number) {
  const starts = new Map<number, number>();
  let text = '';
  for (const [index, sentence] of sentences.entries()) {
    if (index > 0) text += index % paragraph === 0 ? '\n\n' : ' ';
    starts.set(sentence.id, [...text].length);
    text += sentence.text;
  }
  return { text, starts };
}
