import type { Bar } from 'cli-progress';
import type { RecordKind } from '../ingest/export.ts';
import { BottomLine, type Terminal } from './bottom-line.ts';
import { paceOf } from './describe.ts';

const COUNTS = '{documents} documents | {decisions} decisions | {pace} a second';
const KNOWN_END = `{bar} {percentage} % | ${COUNTS}`;

/** Tells how far an export is. */
export class ExportProgress extends BottomLine {
  readonly #bar: Bar;
  readonly #began = performance.now();

  /** Of all documents, null where it is not known how many there are: then there is no bar, just numbers. */
  constructor(terminal: Terminal, documents: number | null) {
    super(terminal, documents === null ? COUNTS : KNOWN_END);
    this.#bar = this.bars.create(documents ?? 0, 0, { documents: 0, decisions: 0, pace: 0 });
  }

  show({ DOCUMENT: documents, DECISION: decisions }: Readonly<Record<RecordKind, number>>): void {
    const seconds = (performance.now() - this.#began) / 1_000;
    this.#bar.update(documents, { documents, decisions, pace: paceOf(documents, seconds) });
  }
}
