import { type Bar, MultiBar } from 'cli-progress';
import type { IngestTotals } from '../ingest/totals.ts';
import { paceOf } from './describe.ts';

/** A stream to a person: the terminal. */
export type Terminal = NodeJS.WritableStream & { readonly isTTY?: boolean };

const COUNTS = '{documents} documents | {pace} a second | {refused} refused';
const KNOWN_END = `{bar} {percentage} % | ${COUNTS} | {rest} left`;

/** One line at the bottom of a terminal that tells how far a run is, with other lines above. It must be ended. */
export class Progress {
  readonly #bars: MultiBar;
  readonly #bar: Bar;
  readonly #bytes: number | null;
  readonly #began = performance.now();

  /** Of all input, null where it is not known: then there is no bar, just numbers. */
  constructor(terminal: Terminal, bytes: number | null) {
    this.#bytes = bytes;
    this.#bars = new MultiBar({
      stream: terminal,
      format: bytes === null ? COUNTS : KNOWN_END,
      barsize: 20,
      clearOnComplete: true,
      // Lines above may be long, and the bar is drawn anew beneath them.
      linewrap: true,
      forceRedraw: true,
    });
    this.#bar = this.#bars.create(bytes ?? 0, 0, { documents: 0, pace: 0, refused: 0, rest: '?' });
  }

  show(bytes: number, { documents, refused }: IngestTotals): void {
    const seconds = (performance.now() - this.#began) / 1_000;
    const rest =
      this.#bytes === null || bytes === 0 ? '?' : timeOf((seconds * (this.#bytes - bytes)) / bytes);
    this.#bar.update(bytes, { documents, refused, pace: paceOf(documents, seconds), rest });
  }

  above(lines: string): void {
    this.#bars.log(`${lines}\n`);
  }

  /** Takes the line away; what was to stand above it stays. */
  end(): void {
    this.#bars.update();
    this.#bars.stop();
  }
}

function timeOf(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 60) return `${whole} s`;
  return whole < 3_600 ? `${Math.ceil(whole / 60)} min` : `${(whole / 3_600).toFixed(1)} h`;
}
