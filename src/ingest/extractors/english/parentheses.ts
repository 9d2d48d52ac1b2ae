import { Chains, DASH, MAX_BACK, RELATIVE, type Stretch, SUBORDINATES } from './chains.ts';
import type { NounPhrase } from './phrases.ts';
import type { Sentence } from './reading.ts';

/** Whom a parenthesis between a subject and its verb stands behind: "Ek, the chair, said". */
export class Parentheses extends Chains {
  /** The "who" of "who, on Friday, said"; -1 for none. */
  relativeBefore(close: number, sentence: Sentence): number {
    for (let at = close - 1; at > Math.max(sentence.first, close - 12); at -= 1)
      if (this.tokens[at]?.text === ',') return this.isRelative(at - 1) ? at - 1 : -1;
    return -1;
  }

  /** Who is named before a parenthesis that ends with the token at `close`. */
  beforeParenthesis(close: number, sentence: Sentence): Stretch | null {
    const floor = Math.max(sentence.first, close - MAX_BACK);
    const mark = this.tokens[close];
    if (mark?.text === ')') {
      const open = this.opening(close, floor);
      const chain = this.chainBefore(open, sentence.first);
      return chain === null ? null : { ...chain, last: close + 1 };
    }
    let found: Stretch | null = null;
    for (let at = close - 1; at > floor; at -= 1) {
      const token = this.tokens[at];
      if (token === undefined || (token.quotation >= 0 && token.quotation !== mark?.quotation)) continue;
      const opens =
        mark?.text === ',' ? token.text === ',' : DASH.test(token.text) && token.text === mark?.text;
      if (!opens) continue;
      if (!this.#isParenthesis(at + 1, close)) break;
      const chain = this.chainBefore(at, sentence.first);
      if (chain === null || chain.head === null) continue;
      const before = this.tokens[chain.first - 1];
      const isClause = before !== undefined && SUBORDINATES.has(before.lower);
      if (!isClause && (before?.pos === 'ADP' || before?.pos === 'SCONJ')) continue;
      found = { ...chain, last: close };
      if (before?.text !== ',' || this.#isNamed(chain.head)) break;
    }
    return found;
  }

  /** No main clause of its own stands between. */
  #isParenthesis(from: number, to: number): boolean {
    const start = this.tokens[from];
    if (start === undefined || from >= to) return false;
    if (start.pos === 'PRON' && RELATIVE.has(start.lower)) return true;
    if (start.pos === 'CCONJ' || start.pos === 'SCONJ') return false;
    const noun = this.chainFrom(from, to);
    if (noun === null) return true;
    const verb = this.phrases.verbFrom(this.#skipAdverbs(noun.last, to));
    return (
      verb === undefined || verb.form !== 'finite' || (verb.lemma.endsWith('ed') && !verb.isPerfectOrModal)
    );
  }

  #skipAdverbs(at: number, ceiling: number): number {
    let to = at;
    while (to < ceiling && this.tokens[to]?.pos === 'ADV') to += 1;
    return to;
  }

  #isNamed({ first, last }: NounPhrase): boolean {
    for (let at = first; at < last; at += 1) if (this.tokens[at]?.pos === 'PROPN') return true;
    return false;
  }
}
