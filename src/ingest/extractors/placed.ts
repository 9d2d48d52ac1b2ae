import type { EntityType } from '../../entity/model.ts';
import type { MentionKind, MentionReading } from '../../mention/model.ts';
import type { RelationType } from '../../relation/model.ts';
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
  /** POSITION: whose office it is, and where it is sent to. */
  readonly of?: string | null;
  readonly accreditedTo?: string | null;
}

export interface PlacedMention extends Stretch {
  readonly pointer: string;
  readonly id: string;
  readonly kind: MentionKind;
  readonly entities: readonly string[];
  /** LITERAL where it is left out. */
  readonly reading?: MentionReading;
  /** METONYMIC: the entity that the word names by itself. */
  readonly literally?: string | null;
  /** An earlier mention. */
  readonly antecedent?: string | null;
}

export interface PlacedAddressee {
  readonly pointer: string;
  readonly entities: readonly string[];
  /** As the article words it. */
  readonly text: string;
  readonly evidence: readonly Stretch[];
  /** Named for an earlier statement of the same speaker. */
  readonly carried?: boolean;
}

export interface PlacedStatement {
  readonly pointer: string;
  readonly id: string;
  readonly acts: readonly SpeechAct[];
  readonly speakers: readonly string[];
  readonly source: readonly Stretch[];
  /** The mention in the source that stands for the speaker. */
  readonly mention?: string | null;
  readonly speakingAs?: string | null;
  readonly onBehalfOf?: string | null;
  readonly cue: readonly Stretch[];
  readonly lemma?: string | null;
  /** In any order; pieces that overlap become one. */
  readonly content: readonly Stretch[];
  readonly addressee: PlacedAddressee | null;
  readonly about?: readonly string[];
  /** Statements that it is about, beside those that it reports. */
  readonly aboutStatements?: readonly string[];
  /** For a statement without content, which its place does not tell: the one that reports it. */
  readonly within?: string | null;
  /** Of a transcript, where its place shows it, too: DIRECT whatever it quotes. */
  readonly turn?: boolean;
  readonly saidAt?: string | null;
  readonly confidence?: number;
}

export interface PlacedRelation {
  readonly pointer: string;
  readonly id: string;
  readonly type: RelationType;
  readonly from: string;
  readonly to: string;
  readonly evidence: readonly Stretch[];
  /** URL; for what the article does not say. */
  readonly reference?: string | null;
}

export interface PlacedElements {
  readonly entities: readonly PlacedEntity[];
  readonly mentions: readonly PlacedMention[];
  readonly statements: readonly PlacedStatement[];
  readonly relations?: readonly PlacedRelation[];
}
