import { type Bar, MultiBar } from 'cli-progress';
import type { RecordKind } from '../ingest/export.ts';
import { paceOf } from './describe.ts';
import type { Terminal } from './progress.ts';

const COUNTS = '{documents} documents | {decisions} decisions | {pace} a second';
const KNOWN_END = `{bar} {percentage} % | ${COUNTS}`;

/** One line at the bottom of a terminal that tells how far an export is. It must be ended. */
export class ExportProgress {
  readonly #bars: MultiBar;
  readonly #bar: Bar;
  readonly #began = performance.now();
  #isEnded = false;

  /** Of all documents, null where it is not known how many there are: then there is no bar, just numbers. */
  constructor(terminal: Terminal, documents: number | null) {
    this.#bars = new MultiBar({
      stream: terminal,
      format: documents === null ? COUNTS : KNOWN_END,
      barsize: 20,
      clearOnComplete: true,
      linewrap: true,
    });
    this.#bar = this.#bars.create(documents ?? 0, 0, { documents: 0, decisions: 0, pace: 0 });
  }

  show({ DOCUMENT: documents, DECISION: decisions }: Readonly<Record<RecordKind, number>>): void {
    const seconds = (performance.now() - this.#began) / 1_000;
    this.#bar.update(documents, { documents, decisions, pace: paceOf(documents, seconds) });
  }

  above(line: string): void {
    this.#bars.log(`${line}\n`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#bars.update();
    this.#bars.stop();
  }
}
