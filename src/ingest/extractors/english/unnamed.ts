import type { Reading, Token } from './reading.ts';
import { type Mention, mention, type Referent, referent } from './referent.ts';
import { roleHeadAt } from './role-heads.ts';
import type { TokenRange } from './token-places.ts';

/** Longest name of an unnamed source, in tokens. */
const MAX_NAME = 30;
/** Paragraphs that "the official" reaches back over. */
const MAX_BACK = 4;
const RELATIVE = /^(?:who|which|whom|whose|that)$/;

/** A source that nobody is named for. */
export interface UnnamedSource {
  readonly source: Referent;
  readonly mention: Mention;
  readonly isPlural: boolean;
}

/** Sources without a name, each by the words of its first place: "the official" is the one called an official before. */
export class UnnamedSources {
  readonly #reading: Reading;
  readonly #latest = new Map<string, UnnamedSource>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  of(range: TokenRange): UnnamedSource | null {
    const { tokens, text } = this.#reading;
    const last = this.#end(range);
    const start = tokens[range.first]?.start;
    const end = tokens[last - 1]?.end;
    if (start === undefined || end === undefined || end <= start) return null;
    const head = headOf(tokens, range.first, last);
    if (head === undefined) return null;
    const isPlural = /[^s]s$|people$|men$/.test(head.lower);
    const key = `${head.lemma} ${isPlural}`;
    const known = this.#latest.get(key);
    const isBack =
      tokens[range.first]?.lower === 'the' && known !== undefined && this.#isNear(known, range.first);
    const source = isBack
      ? known.source
      : referent('UNNAMED_SOURCE', text.slice(start, end).replaceAll(/\s+/gu, ' '));
    const made = mention({ first: range.first, last, start, end }, 'NOMINAL', [source]);
    if (isBack) made.antecedent = known.mention;
    const found = { source, mention: made, isPlural };
    this.#latest.set(key, found);
    return found;
  }

  #isNear({ mention: { first } }: UnnamedSource, at: number): boolean {
    const paragraph = (token: number) =>
      this.#reading.sentences[this.#reading.tokens[token]?.sentence ?? 0]?.paragraph ?? 0;
    return paragraph(at) - paragraph(first) <= MAX_BACK;
  }

  /** Without relative clauses and participles: "experts quizzed by the paper". */
  #end({ first, last }: TokenRange): number {
    const { tokens } = this.#reading;
    let seesNoun = false;
    let open = 0;
    let at = first;
    for (; at < Math.min(last, first + MAX_NAME); at += 1) {
      const token = tokens[at];
      if (token === undefined) break;
      if (token.text === '(') open += 1;
      if (token.text === ')') open -= 1;
      if (open > 0) continue;
      if (seesNoun && (RELATIVE.test(token.lower) || /^[,;:–—]$/.test(token.text))) break;
      if (seesNoun && token.pos === 'VERB' && tokens[at - 1]?.pos !== 'ADP' && tokens[at - 1]?.text !== '-')
        break;
      if (seesNoun && token.pos === 'AUX') break;
      if (token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'PRON' || token.pos === 'NUM')
        seesNoun = true;
    }
    while (
      at > first + 1 &&
      /^(?:ADP|CCONJ|PUNCT|ADV|DET)$/.test(tokens[at - 1]?.pos ?? '') &&
      tokens[at - 1]?.text !== ')'
    )
      at -= 1;
    return at;
  }
}

/** The noun that it turns on: the last before what leads to another. */
function headOf(tokens: readonly Token[], first: number, last: number): Token | undefined {
  let head: Token | undefined;
  for (let at = first; at < last; at += 1) {
    const token = tokens[at];
    if (token === undefined || (head !== undefined && (token.pos === 'ADP' || token.pos === 'PUNCT'))) break;
    if (/^(?:NOUN|PROPN|NUM|PRON|DET|ADJ|X)$/.test(token.pos) || roleHeadAt(tokens, at) !== null) {
      if (head === undefined || token.pos === 'NOUN' || token.pos === 'PROPN') head = token;
    }
  }
  return head;
}
