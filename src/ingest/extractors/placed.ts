import type { EntityType } from '../../entity/model.ts';
import type { MentionKind } from '../../mention/model.ts';
import type { SpeechAct } from '../../statement/model.ts';
import type { Stretch } from '../../text/nested.ts';

// What was found in an article, with its places in code points, before it is a document: kinds, nesting and whatever else follows from
// the text is left to `assemble`. Every element has a pointer to where it comes from in what the extractor was given.

export interface PlacedEntity {
  readonly pointer: string;
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly description?: string | null;
  readonly qid?: string | null;
  readonly isOutlet?: boolean;
}

export interface PlacedMention extends Stretch {
  readonly pointer: string;
  readonly id: string;
  readonly kind: MentionKind;
  readonly entities: readonly string[];
}

export interface PlacedAddressee {
  readonly pointer: string;
  readonly entities: readonly string[];
  /** As the article words it. */
  readonly text: string;
  readonly evidence: readonly Stretch[];
}

export interface PlacedStatement {
  readonly pointer: string;
  readonly id: string;
  readonly acts: readonly SpeechAct[];
  readonly speakers: readonly string[];
  readonly source: readonly Stretch[];
  readonly cue: readonly Stretch[];
  readonly lemma?: string | null;
  /** In any order; pieces that overlap become one. */
  readonly content: readonly Stretch[];
  readonly addressee: PlacedAddressee | null;
  readonly about?: readonly string[];
  /** For a statement without content, which its place does not tell: the one that reports it. */
  readonly within?: string | null;
  /** Of a transcript, where its place shows it, too: DIRECT whatever it quotes. */
  readonly turn?: boolean;
  readonly saidAt?: string | null;
  readonly confidence?: number;
}

export interface PlacedElements {
  readonly entities: readonly PlacedEntity[];
  readonly mentions: readonly PlacedMention[];
  readonly statements: readonly PlacedStatement[];
}
