import { Clauses } from './clauses.ts';
import { isTimeUnit, isTimeWord } from './lexicon/time.ts';
import type { Phrases } from './phrases.ts';
import type { Token } from './reading.ts';
import { Subjects } from './subjects.ts';

export const QUESTION_WORDS: ReadonlySet<string> = new Set(
  'whether if how why what who where when which whom whose'.split(' '),
);
/** Words that begin a clause or phrase before the main clause. */
export const SUBORDINATING: ReadonlySet<string> = new Set(
  'when while as after before although though because since if once whenever until despite by in'.split(' '),
);

/** What finders of all kinds of cues look at. */
export abstract class CueFinder {
  protected readonly phrases: Phrases;
  protected readonly tokens: readonly Token[];
  protected readonly subjects: Subjects;
  protected readonly clauses: Clauses;

  constructor(phrases: Phrases) {
    this.phrases = phrases;
    this.tokens = phrases.reading.tokens;
    this.subjects = new Subjects(phrases);
    this.clauses = new Clauses(phrases);
  }
  /** Whether a noun tells when: "on Monday". */
  protected isTime(head: number): boolean {
    const token = this.tokens[head];
    return token !== undefined && (isTimeWord(token.lower) || isTimeUnit(token.lower));
  }
}
