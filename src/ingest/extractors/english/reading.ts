/** Universal part-of-speech tags, as the tagger gives them. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'
  | 'SPACE';

/** A stretch of the text; offsets in UTF-16 units, as in all stages of the extractor. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A word as the tagger gives it. */
export interface Word extends Range {
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  readonly pos: PartOfSpeech;
  /** Whether the tagger's vocabulary of English has it; names of people and places are hardly ever there. */
  readonly isCommon: boolean;
}

export interface Token extends Range {
  /** Its place in `Reading.tokens`. */
  readonly index: number;
  readonly text: string;
  readonly lower: string;
  /** Base form in lower case. */
  readonly lemma: string;
  readonly pos: PartOfSpeech;
  /** Whether the vocabulary of English has it in lower case: names of people and places are hardly ever there. */
  readonly isCommon: boolean;
  /** Its place in `Reading.sentences`. */
  readonly sentence: number;
  /** The place in `Reading.quotations` of the outermost one that it stands in; -1 for none. Marks belong to theirs. */
  readonly quotation: number;
}

/** Tokens from `first` up to, but without, `last`. */
export interface Sentence extends Range {
  readonly first: number;
  readonly last: number;
  readonly paragraph: number;
}

export interface Paragraph extends Range {
  /** Sentences from `first` up to, but without, `last`. */
  readonly first: number;
  readonly last: number;
}

/** What stands in quotation marks in one paragraph, marks included. */
export interface Quotation extends Range {
  /** The words, without the marks. */
  readonly inner: Range;
  /** False where it runs on into the next paragraph, or was never closed. */
  readonly closed: boolean;
  /** Whether it goes on with what the paragraph before left open. */
  readonly continued: boolean;
  /** In single marks. */
  readonly single: boolean;
  readonly paragraph: number;
}

/** A text as words: what all later stages work on. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly paragraphs: readonly Paragraph[];
  /** Outermost ones, ascending. */
  readonly quotations: readonly Quotation[];
}
