import type { Bar } from 'cli-progress';
import type { Progress } from '../integrity/check.ts';
import { BottomLine, type Terminal } from './bottom-line.ts';

const FORMAT = '{bar} {percentage} % | {stage}: {value} of {total} | {findings} findings';
/** A stage that looks through the graph as a whole. */
const WITHOUT_END = '{stage} | {findings} findings';

/** Tells how far each stage of a check is. */
export class IntegrityProgress extends BottomLine {
  #bar: Bar | undefined;
  #stage: string | undefined;

  constructor(terminal: Terminal) {
    super(terminal, FORMAT);
  }

  show({ stage, done, total }: Progress, findings: number): void {
    const payload = { stage, findings };
    if (stage !== this.#stage) {
      if (this.#bar !== undefined) this.bars.remove(this.#bar);
      this.#bar = this.bars.create(total, done, payload, { format: total === 0 ? WITHOUT_END : FORMAT });
      this.#stage = stage;
    }
    // More may come in while it runs.
    this.#bar?.update(Math.min(done, total), payload);
  }
}
