import type { Bar } from 'cli-progress';
import type { IngestTotals } from '../ingest/totals.ts';
import { BottomLine, type Terminal } from './bottom-line.ts';
import { paceOf } from './describe.ts';

const COUNTS = '{documents} documents | {pace} a second | {refused} refused';
const KNOWN_END = `{bar} {percentage} % | ${COUNTS} | {rest} left`;

/** Tells how far a run is. */
export class Progress extends BottomLine {
  readonly #bar: Bar;
  readonly #bytes: number | null;
  readonly #began = performance.now();

  /** Of all input, null where it is not known: then there is no bar, just numbers. */
  constructor(terminal: Terminal, bytes: number | null) {
    super(terminal, bytes === null ? COUNTS : KNOWN_END);
    this.#bytes = bytes;
    this.#bar = this.bars.create(bytes ?? 0, 0, { documents: 0, pace: 0, refused: 0, rest: '?' });
  }

  show(bytes: number, { documents, refused }: IngestTotals): void {
    const seconds = (performance.now() - this.#began) / 1_000;
    const rest =
      this.#bytes === null || bytes === 0 ? '?' : timeOf((seconds * (this.#bytes - bytes)) / bytes);
    this.#bar.update(bytes, { documents, refused, pace: paceOf(documents, seconds), rest });
  }
}

function timeOf(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 60) return `${whole} s`;
  return whole < 3_600 ? `${Math.ceil(whole / 60)} min` : `${(whole / 3_600).toFixed(1)} h`;
}
