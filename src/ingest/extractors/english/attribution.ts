import type { SpeechAct } from '../../../statement/model.ts';
import type { Range } from './reading.ts';

/** Who is reported to have said what, as stretches of the text: what the stages of attribution make of a reading. */
export interface Attribution {
  /** The noun phrase that names the source, with title and apposition; null where the text names none. */
  readonly source: Range | null;
  readonly cue: { readonly range: Range; readonly lemma: string } | null;
  /** Pieces in text order. Empty only with the acts DECLINED_TO_COMMENT and NO_RESPONSE. */
  readonly content: readonly Range[];
  /** The words that name who was told; null where no words do. */
  readonly addressee: Range | null;
  /** Whether the words for the addressee stand with an earlier attribution to the same source. */
  readonly carried: boolean;
  /** Whether the addressee listens to what the source says later, too. */
  readonly lasts: boolean;
  /** Of a silence, the place of the attribution that it leaves without an answer; null where that is none. */
  readonly unanswered: number | null;
  /** The place of the attribution whose content this one stands in; null for the article's own. */
  readonly within: number | null;
  /** Of a transcript. */
  readonly turn: boolean;
  readonly acts: readonly SpeechAct[];
  /** From 0 to 1. */
  readonly confidence: number;
  /** How the content stands to the cue. */
  readonly frame: string;
}
