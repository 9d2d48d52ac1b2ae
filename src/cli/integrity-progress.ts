import { type Bar, MultiBar } from 'cli-progress';
import type { Progress } from '../integrity/check.ts';
import type { Terminal } from './progress.ts';

const FORMAT = '{bar} {percentage} % | {stage}: {value} of {total} | {findings} findings';
/** A stage that looks through the graph as a whole. */
const WITHOUT_END = '{stage} | {findings} findings';

/** One line at the bottom of a terminal that tells how far each stage of a check is. It must be ended. */
export class IntegrityProgress {
  readonly #bars: MultiBar;
  #bar: Bar | undefined;
  #stage: string | undefined;
  #isEnded = false;

  constructor(terminal: Terminal) {
    this.#bars = new MultiBar({
      stream: terminal,
      format: FORMAT,
      barsize: 20,
      clearOnComplete: true,
      linewrap: true,
    });
  }

  show({ stage, done, total }: Progress, findings: number): void {
    const payload = { stage, findings };
    if (stage !== this.#stage) {
      if (this.#bar !== undefined) this.#bars.remove(this.#bar);
      this.#bar = this.#bars.create(total, done, payload, { format: total === 0 ? WITHOUT_END : FORMAT });
      this.#stage = stage;
    }
    // More may come in while it runs.
    this.#bar?.update(Math.min(done, total), payload);
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
