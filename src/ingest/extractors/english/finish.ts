import { actsOf } from './acts.ts';
import { type Addressed, Addressees } from './addressees.ts';
import type { Attribution } from './attribution.ts';
import { confidenceOf } from './confidence.ts';
import { type Draft, placeOf } from './draft.ts';
import { fitted, outerOnes } from './nesting.ts';
import { parted } from './parting.ts';
import type { Phrases } from './phrases.ts';
import type { Range } from './reading.ts';
import { type Silence, Silences } from './silence.ts';
import { lastUpTo } from './token-span.ts';
import { type Turn, turnAt } from './turns.ts';

/** Drafts on either side of a silence that are looked at for what it leaves without an answer. */
const NEAR = 10;

const CALLS_FOR_ANSWER = /^(?:ask|inquire|question|urge|offer|demand|request|invite|call|propose)$/;

/** What the reports of single sentences cannot tell: turns, silences, nesting, addressees, acts. In text order. */
export function finished(phrases: Phrases, drafts: readonly Draft[], turns: readonly Turn[]): Attribution[] {
  const finder = new Silences(phrases);
  const silences = phrases.reading.sentences.flatMap((sentence) => finder.in(sentence));
  const kept = fitted(parted(phrases.reading.text, withoutOverlap(withinTurns(drafts, turns), silences)));
  const silent = new Map(silences.map((silence) => [draftOf(silence), silence]));
  const spoken = new Map(turns.map((turn) => [turnDraft(turn), turn]));
  const all = [...kept, ...silent.keys(), ...spoken.keys()].sort((a, b) => placeOf(a) - placeOf(b));
  const outer = outerOnes(all);
  const addressed = new Addressees(phrases).of(all, outer);
  const unanswered = all.map((draft, at) => answerless(silent.get(draft), all, at));
  const offered = new Map<number, Addressed>();
  for (const [at, place] of unanswered.entries()) {
    const { source = null } = all[at] ?? {};
    // Whoever owes the answer was told; but "declined to comment on reports that Ek had said" tells nobody.
    const { frame, lemma } = all[place ?? -1] ?? {};
    const isOwed = frame === 'noun' || CALLS_FOR_ANSWER.test(lemma ?? '');
    if (place !== null && source !== null && isOwed) offered.set(place, { range: source, lasts: false });
  }
  return all.map((draft, at) => {
    const silence = silent.get(draft);
    const turn = spoken.has(draft);
    const told = silence === undefined && !turn ? (addressed[at] ?? offered.get(at) ?? null) : null;
    const { source, cue, lemma, content, frame } = draft;
    const acts = silence === undefined ? actsOf(phrases, { ...draft, turn }) : [silence.act];
    return {
      source,
      cue: cue === null ? null : { range: cue, lemma },
      content,
      addressee: told?.range ?? null,
      carried: false,
      lasts: told?.lasts ?? false,
      unanswered: unanswered[at] ?? null,
      within: outer[at] ?? null,
      turn,
      acts,
      confidence: confidenceOf(phrases, { ...draft, isNested: (outer[at] ?? null) !== null }),
      frame,
    };
  });
}

/** In a transcript, what is reported within a turn stands in it as a whole. */
function withinTurns(drafts: readonly Draft[], turns: readonly Turn[]): Draft[] {
  return drafts.filter((draft) => {
    const turn = turnAt(turns, draft.cue?.start ?? placeOf(draft));
    if (turn === null) return true;
    return draft.content.every((piece) => turn.content.some((one) => holds(one, piece)));
  });
}

/** Without drafts whose cue is part of a silence: "refused to comment". */
function withoutOverlap(drafts: readonly Draft[], silences: readonly Silence[]): Draft[] {
  return drafts.filter(({ cue }) => {
    if (cue === null) return true;
    const near = silences[lastUpTo(silences, cue.end - 1, (silence) => silence.cue.start)]?.cue;
    return near === undefined || near.end <= cue.start;
  });
}

function draftOf({ source, cue, lemma }: Silence): Draft {
  return { source, cue, lemma, content: [], addressee: null, frame: 'silence' };
}

function turnDraft({ speaker, mark, content }: Turn): Draft {
  return { source: speaker, cue: mark, lemma: ':', content: [...content], addressee: null, frame: 'turn' };
}

/** Of the attributions by nouns that the words behind a silence hold, the first: "did not respond to Berg’s offer to talk". */
function answerless(silence: Silence | undefined, all: readonly Draft[], from: number): number | null {
  const range = silence?.unanswered ?? null;
  if (range === null) return null;
  for (let at = Math.max(0, from - NEAR); at < Math.min(all.length, from + NEAR); at += 1) {
    const { cue = null, content = [] } = all[at] ?? {};
    if (cue !== null && content.length > 0 && holds(range, cue)) return at;
  }
  return null;
}

function holds(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
