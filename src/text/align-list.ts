import { Aligner, type Alignment, type Sought } from './align.ts';

/** Words of a list, which may stand to others before them in it. */
export interface ListedWords extends Sought {
  /** Index of earlier words in the list that these are a part of. */
  readonly insideOf?: number | undefined;
  /** Index of earlier words in the list that stand before these in the text. */
  readonly follows?: number | undefined;
}

export interface AlignedList {
  /** In the order of the list. */
  readonly alignments: readonly Alignment[];
  readonly counts: Readonly<Record<Alignment['state'], number>>;
}

/**
 * Finds all words of a list in a text. What is said of words that were not found counts for nothing: then the others go by what else is
 * known of them.
 */
export function alignAll(text: string, list: readonly ListedWords[]): AlignedList {
  const aligner = new Aligner(text);
  const alignments: Alignment[] = [];
  const counts = { FOUND: 0, AMBIGUOUS: 0, NOT_FOUND: 0 };
  const foundAt = (index: number | undefined) => {
    const alignment = index === undefined ? undefined : alignments[index];
    return alignment?.state === 'FOUND' ? alignment : undefined;
  };
  for (const { insideOf, follows, ...sought } of list) {
    const holder = foundAt(insideOf);
    const within = holder === undefined ? sought.within : [holder];
    const from = foundAt(follows)?.end ?? sought.from;
    const alignment = aligner.find({ ...sought, within, from });
    counts[alignment.state] += 1;
    alignments.push(alignment);
  }
  return { alignments, counts };
}
