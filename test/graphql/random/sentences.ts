import { addresseeOf } from './addressees.ts';
import { type Draft, nameIn, type Span } from './draft.ts';
import type { Sentence, StatementPlan } from './plans.ts';

/** Of a quotation, and of one within it; deeper ones are not in marks. */
const MARKS = [
  ['“', '”'],
  ['‘', '’'],
] as const;
const CUES = [
  ['said', 'say'],
  ['told the room', 'tell'],
  ['pointed out', 'point out'],
  ['made the offer', 'offer'],
] as const;

export function write(draft: Draft, sentence: Sentence): void {
  if ('prose' in sentence) {
    for (const wording of sentence.prose) {
      draft.word(wording);
      draft.say(' ');
    }
  } else new Speech(draft, sentence, null, 0).write();
  draft.say('.\n');
}

/** One statement as it is put into words. */
class Speech {
  readonly #draft: Draft;
  readonly #plan: StatementPlan;
  readonly #within: string | null;
  /** Quotations that it stands in. */
  readonly #quoted: number;
  readonly #kind: StatementPlan['kind'];
  readonly #turn: boolean;
  readonly #id: string;
  /** A word that no other statement of the text has for its own. */
  readonly #token: string;

  constructor(draft: Draft, plan: StatementPlan, within: string | null, quoted: number) {
    this.#draft = draft;
    this.#plan = plan;
    this.#within = within;
    this.#quoted = quoted;
    this.#kind = plan.silent || quoted >= MARKS.length ? 'INDIRECT' : plan.kind;
    this.#turn = plan.turn && within === null && this.#kind === 'DIRECT' && plan.speakers.length > 0;
    const number = draft.nextNumber();
    this.#id = `s${number}`;
    this.#token = `k${number}`;
  }

  write(): void {
    const { contentFirst, silent, acts, about, saidAt, confidence } = this.#plan;
    const draft = this.#draft;
    const inFront = contentFirst && !this.#turn ? this.#content() : null;
    if (inFront !== null) draft.say(' ');
    const source = this.#source();
    const cue = this.#cue();
    const own = [...source.evidence, ...cue.evidence, ...(inFront ?? [])];
    const addressee = this.#turn
      ? { state: 'UNKNOWN' as const }
      : addresseeOf(draft, this.#plan.addressee, source.speakers, own);
    const content = inFront ?? this.#content();
    if (!draft.annotates) return;
    draft.subjects.set(this.#id, this.#plan.aboutStatements);
    draft.statements.push({
      id: this.#id,
      kind: this.#kind,
      acts: silent ? [this.#plan.lemma ? 'DECLINED_TO_COMMENT' : 'NO_RESPONSE'] : acts,
      source,
      cue,
      content,
      turn: this.#turn,
      addressee,
      about: draft.localIds(about),
      within: this.#within,
      saidAt,
      ...(confidence !== undefined && { confidence }),
    });
  }

  #source() {
    const draft = this.#draft;
    const { speakers, speakingAs, onBehalfOf, sourceEvidence } = this.#plan;
    const start = draft.here;
    const mentions = speakers.map(({ who, as, alias }, at) => {
      if (at > 0) draft.say(' and ');
      const antecedent = as === 'NAME' ? null : draft.antecedentOf(who);
      const words = { NAME: nameIn(who, alias), PRONOUN: 'she', NOMINAL: 'the politician' }[as];
      return draft.mention(draft.say(words), [who], { kind: as, antecedent });
    });
    const words = draft.since(start);
    if (speakers.length === 0) draft.say('It');
    return {
      speakers: draft.annotates ? draft.localIds(speakers.map(({ who }) => who)) : [],
      evidence: sourceEvidence && speakers.length > 0 ? [words] : [],
      mention: mentions[0] ?? null,
      speakingAs: draft.annotates && speakingAs !== null ? draft.localId(speakingAs) : null,
      onBehalfOf: draft.annotates && onBehalfOf !== null ? draft.localId(onBehalfOf) : null,
    };
  }

  #cue() {
    const { silent, cue, lemma } = this.#plan;
    if (this.#turn) {
      this.#draft.say(': ');
      return { evidence: [], lemma: null };
    }
    this.#draft.say(' ');
    const [words, base] = CUES[cue ?? -1] ?? ['goes on', 'go on'];
    const span = this.#draft.say(silent ? `would not comment ${this.#token}` : words);
    this.#draft.say(' ');
    return {
      evidence: silent || cue !== null ? [span] : [],
      lemma: lemma ? (silent ? 'not comment' : base) : null,
    };
  }

  #content(): Span[] {
    const { silent, inPieces, innerFirst, inner } = this.#plan;
    if (silent) return [];
    const report = (plan: StatementPlan) => {
      const quoted = this.#quoted + (this.#marks() === null ? 0 : 1);
      new Speech(this.#draft, plan, this.#id, quoted).write();
      this.#draft.say(' ');
    };
    const [before, after] = innerFirst ? [inner.slice(0, 1), inner.slice(1)] : [[], inner];
    const begin = () => {
      before.forEach(report);
      this.#beginning();
    };
    const rest = () => {
      this.#draft.say(' ');
      after.forEach(report);
    };
    if (!inPieces) {
      const whole = this.#piece(() => {
        begin();
        rest();
      });
      return [whole];
    }
    const first = this.#piece(begin);
    this.#draft.say(' – so far – ');
    const second = this.#piece(() => {
      this.#draft.say('and more');
      rest();
    });
    return [first, second];
  }

  #beginning(): void {
    const draft = this.#draft;
    draft.say(this.#kind === 'DIRECT' ? this.#token : `that ${this.#token}`);
    const [open = '', close = ''] = MARKS[this.#quoted] ?? [];
    if (this.#kind === 'MIXED') draft.say(` ${open}so be it,${close}`);
    for (const wording of this.#plan.content) {
      draft.say(' ');
      draft.word(wording);
    }
  }

  #piece(body: () => void): Span {
    const draft = this.#draft;
    const [open, close] = this.#marks() ?? ['', ''];
    const outside = draft.here;
    draft.say(open);
    const start = draft.here;
    body();
    draft.say(',');
    const span = this.#plan.marksInside ? null : draft.since(start);
    draft.say(close);
    return span ?? draft.since(outside);
  }

  #marks(): readonly [string, string] | null {
    return this.#kind === 'DIRECT' && !this.#turn ? (MARKS[this.#quoted] ?? null) : null;
  }
}
