import type { Reading, Token } from './reading.ts';
import { type Mention, type Referent, sameReferents } from './referent.ts';

/** Mentions looked back at for one that points back: bounds the time for a long text. */
const MAX_BACK = 120;
/** Paragraphs that a noun or pronoun reaches back over. */
export const MAX_PARAGRAPHS = 3;

export interface Met {
  readonly mention: Mention;
  readonly paragraph: number;
  readonly sentence: number;
  readonly isSubject: boolean;
}

/** What has been mentioned so far, in text order. */
export class History {
  readonly #reading: Reading;
  readonly #met: Met[] = [];

  readonly #named = new Map<number, Mention>();

  constructor(reading: Reading, names: readonly Mention[]) {
    this.#reading = reading;
    for (const name of names) this.#named.set(name.first, name);
  }

  /** Who is named from a token on, up to another. */
  ahead(from: number, to: number): Referent[] {
    const found: Referent[] = [];
    for (let at = from; at < to; at += 1) {
      const person = this.#named.get(at)?.entities[0];
      if (person?.type === 'PERSON') found.push(person);
    }
    return found;
  }

  add(mention: Mention): void {
    if (mention.entities.length === 0) return;
    const sentence = this.#reading.tokens[mention.first]?.sentence ?? 0;
    const paragraph = this.#reading.sentences[sentence]?.paragraph ?? 0;
    const isSubject = standsAsSubject(this.#reading.tokens, mention);
    this.#met.push({ mention, paragraph, sentence, isSubject });
  }

  /** Latest first, of the last paragraphs. */
  *back(token: number, paragraphs = MAX_PARAGRAPHS): Generator<Met> {
    const sentence = this.#reading.tokens[token]?.sentence ?? 0;
    const paragraph = this.#reading.sentences[sentence]?.paragraph ?? 0;
    const stop = Math.max(0, this.#met.length - MAX_BACK);
    for (let at = this.#met.length - 1; at >= stop; at -= 1) {
      const met = this.#met[at];
      if (met === undefined || paragraph - met.paragraph > paragraphs) return;
      yield met;
    }
  }

  /** People, each once, latest first. */
  people(token: number, paragraphs = MAX_PARAGRAPHS): Referent[] {
    const found = new Set<Referent>();
    for (const { mention } of this.back(token, paragraphs)) {
      if (mention.entities.length !== 1) continue;
      const person = mention.entities[0];
      if (person?.type === 'PERSON') found.add(person);
    }
    return [...found];
  }

  /** The nearest earlier name or noun phrase for the same: what a mention points back to. */
  antecedent(entities: readonly Referent[], before: number): Mention | null {
    if (entities.length === 0) return null;
    for (let at = this.#met.length - 1; at >= Math.max(0, this.#met.length - MAX_BACK); at -= 1) {
      const mention = this.#met[at]?.mention;
      if (mention === undefined || mention.kind === 'PRONOUN' || mention.start >= before) continue;
      if (mention.reading === 'LITERAL' && sameReferents(mention.entities, entities)) return mention;
    }
    return null;
  }
}

/** Past "of the Norland Institute". */
function phraseEnd(tokens: readonly Token[], from: number): number {
  let next = from;
  while (next < from + 10 && /^(?:ADP|DET|ADJ|NOUN|PROPN)$/.test(tokens[next]?.pos ?? '')) next += 1;
  return next;
}

/** Whether a verb follows, or nothing of the sentence stands before. */
export function standsAsSubject(tokens: readonly Token[], { first, last }: Mention): boolean {
  const before = tokens[first - 1];
  if (before?.pos === 'ADP' || before?.pos === 'VERB') return false;
  let next = last;
  if (
    before?.text === ',' &&
    tokens[next]?.text === ',' &&
    /^(?:VERB|AUX)$/.test(tokens[next + 1]?.pos ?? '')
  )
    return true;
  if (tokens[next]?.lower === 'of') next = phraseEnd(tokens, next);
  if (tokens[next]?.text === ',' || tokens[next]?.text === '(') {
    const close = tokens[next]?.text === '(' ? ')' : ',';
    for (let at = next + 1; at < next + 14; at += 1) {
      if (tokens[at]?.sentence !== tokens[first]?.sentence) break;
      if (tokens[at]?.text !== close) continue;
      next = at + 1;
      break;
    }
  }
  while (tokens[next]?.pos === 'ADV') next += 1;
  const pos = tokens[next]?.pos;
  return pos === 'VERB' || pos === 'AUX';
}
