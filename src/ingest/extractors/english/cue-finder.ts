import { Clauses } from './clauses.ts';
import type { Phrases } from './phrases.ts';
import type { Token } from './reading.ts';
import { Subjects } from './subjects.ts';

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
}
