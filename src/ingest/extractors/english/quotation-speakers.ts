import { cueVerb } from './lexicon/cue-verbs.ts';
import type { Reading, Token } from './reading.ts';
import type { Mention, Referent } from './referent.ts';

/** Tokens looked at on either side of a quotation. */
const MAX_AWAY = 12;

/**
 * For each quotation the person whose name or role stands with a verb of saying beside it; null where none does. Only to
 * tell who is not meant by "he" in it: who said what is for attribution to find.
 */
export function speakersOfQuotations(
  reading: Reading,
  mentions: readonly Mention[],
): readonly (Referent | null)[] {
  const { quotations, paragraphs } = reading;
  if (quotations.length === 0) return [];
  const places = new Places(mentions);
  const bounds = boundsOf(reading);
  const beside = quotations.map((_, at) => besideOf(reading, places, bounds[at]));
  const ofParagraph = new Map<number, Referent>();
  for (const [at, { paragraph }] of quotations.entries()) {
    const speaker = beside[at];
    if (speaker != null && !ofParagraph.has(paragraph)) ofParagraph.set(paragraph, speaker);
  }
  const found: (Referent | null)[] = [];
  for (const [at, { paragraph, continued }] of quotations.entries()) {
    // Where a verb of saying has a subject that is not known, it is not the one of another quotation.
    const own = beside[at] === undefined ? (ofParagraph.get(paragraph) ?? null) : (beside[at] ?? null);
    found.push(own ?? (continued && paragraph < paragraphs.length ? (found[at - 1] ?? null) : null));
  }
  return found;
}

class Places {
  readonly first = new Map<number, Referent>();
  readonly last = new Map<number, Referent>();

  constructor(mentions: readonly Mention[]) {
    for (const { entities, first, last } of mentions) {
      const person = entities[0];
      if (entities.length !== 1 || person?.type !== 'PERSON') continue;
      this.first.set(first, person);
      this.last.set(last, person);
    }
  }
}

interface Bounds {
  readonly first: number;
  readonly last: number;
}

/** The tokens of each quotation. */
function boundsOf({ tokens, quotations }: Reading): (Bounds | undefined)[] {
  const found = new Array<Bounds | undefined>(quotations.length);
  for (const { index, quotation } of tokens) {
    if (quotation >= 0) found[quotation] = { first: found[quotation]?.first ?? index, last: index + 1 };
  }
  return found;
}

/** Undefined where no verb of saying stands beside it; null where its subject is not known. */
function besideOf(
  { tokens }: Reading,
  places: Places,
  bounds: Bounds | undefined,
): Referent | null | undefined {
  if (bounds === undefined) return undefined;
  let isSaid = false;
  const { first, last } = bounds;
  const paragraph = (token: Token | undefined) => token !== undefined && token.quotation < 0;
  for (let at = last; at < last + MAX_AWAY && paragraph(tokens[at]); at += 1) {
    const says = isSaying(tokens[at]);
    isSaid ||= says;
    const speaker = says ? subjectOf(tokens, places, at) : null;
    if (speaker !== null) return speaker;
    if (tokens[at]?.sentence !== tokens[last]?.sentence) break;
  }
  const sentence = tokens[first]?.sentence;
  for (let at = first - 1; at > first - MAX_AWAY && paragraph(tokens[at]); at -= 1) {
    if (tokens[at]?.sentence !== sentence && at < first - 1) break;
    const says = isSaying(tokens[at]);
    isSaid ||= says;
    const speaker = says ? subjectOf(tokens, places, at) : null;
    if (speaker !== null) return speaker;
  }
  return isSaid ? null : undefined;
}

function isSaying(token: Token | undefined): boolean {
  return token?.pos === 'VERB' && cueVerb(token.lemma)?.cueClass === 'speech';
}

function subjectOf(tokens: readonly Token[], places: Places, verb: number): Referent | null {
  const auxiliary = /^(?:AUX|ADV)$/.test(tokens[verb - 1]?.pos ?? '') ? verb - 1 : verb;
  const end = tokens[auxiliary - 1]?.text === ',' ? auxiliary - 1 : auxiliary;
  return places.last.get(end) ?? places.first.get(verb + 1) ?? null;
}
