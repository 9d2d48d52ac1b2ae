import type { Database } from '../graph/database.ts';
import { TEXT_INDEXES } from '../graph/plan.ts';
import { oneOf, text } from '../graph/rows.ts';
import { STATEMENT_KINDS } from '../statement/model.ts';
import { wordsIn } from '../text/fold.ts';
import { STATEMENT_WORDS } from './cypher.ts';
import { MAX_CANDIDATES, MAX_COMPARED, MAX_LIKELY, MAX_QUOTE_WORDS } from './model.ts';
import { type Alignment, align, couldBeLike, shareOf } from './model-quote.ts';

/** A statement that has the words, or words like them. */
export interface QuoteHit {
  readonly id: string;
  readonly alignment: Alignment;
}

export interface QuoteResult {
  /** Likest first. */
  readonly hits: readonly QuoteHit[];
  /** More statements have all the words than were looked at. */
  readonly limited: boolean;
}

/** Words of a quotation that the index looks for side by side. */
const MAX_PHRASE = 50;

interface Candidate {
  readonly id: string;
  readonly words: readonly string[];
  /** It reports words, and does not paraphrase. */
  readonly quoted: boolean;
  readonly dateKey: string;
}
type Compared = Candidate & QuoteHit;

/** Statements that have the folded words, exactly or nearly. Two searches and one read, whatever is found. */
export async function findQuote(db: Database, pasted: readonly string[]): Promise<QuoteResult> {
  if (pasted.length === 0) return { hits: [], limited: false };
  const longest = [...new Set(pasted)]
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .slice(0, MAX_QUOTE_WORDS);
  const groups = longest.map((word) => [word]);
  const index = TEXT_INDEXES.statement;
  const [all, some] = await Promise.all([
    db.searchText({
      name: 'search.quote',
      index,
      groups,
      phrases: pasted.length > 1 ? [pasted.slice(0, MAX_PHRASE)] : [],
      match: 'ALL',
      limit: MAX_CANDIDATES,
    }),
    db.searchText({ name: 'search.likeQuote', index, groups, match: 'ANY', limit: MAX_LIKELY }),
  ]);
  const ids = [...new Set([...all, ...some].map(({ id }) => id))];
  const limited = all.length === MAX_CANDIDATES;
  if (ids.length === 0) return { hits: [], limited };
  const rows = await db.read(STATEMENT_WORDS, { ids });
  const candidates = rows.map(
    (row): Candidate => ({
      id: text(row, 'id'),
      words: wordsIn(text(row, 'words')),
      quoted: oneOf(row, 'kind', STATEMENT_KINDS) !== 'INDIRECT',
      dateKey: text(row, 'dateKey'),
    }),
  );
  return { hits: compared(pasted, candidates).toSorted(compare), limited };
}

function compared(pasted: readonly string[], candidates: readonly Candidate[]): Compared[] {
  const likely = candidates
    .map((candidate) => ({ candidate, share: shareOf(pasted, new Set(candidate.words)) }))
    .filter(({ share }) => couldBeLike(share))
    .toSorted((a, b) => b.share - a.share || (a.candidate.id < b.candidate.id ? -1 : 1));
  const whole = likely.filter(({ share }) => share === 1);
  // All that have every word may have them in order; of the others the likeliest are enough.
  const chosen = likely.slice(0, Math.max(whole.length, MAX_COMPARED));
  return chosen.flatMap(({ candidate }): Compared[] => {
    const alignment = align(pasted, candidate.words);
    return alignment === null ? [] : [{ ...candidate, alignment }];
  });
}

/** Likest first; then quotations before paraphrases, the shortest that has it, the earliest. */
function compare(a: Compared, b: Compared): number {
  return (
    b.alignment.similarity - a.alignment.similarity ||
    Number(b.quoted) - Number(a.quoted) ||
    a.words.length - b.words.length ||
    order(a.dateKey, b.dateKey) ||
    order(a.id, b.id)
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
