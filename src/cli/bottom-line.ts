import { MultiBar } from 'cli-progress';

/** A stream to a person: the terminal. */
export type Terminal = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** One line at the bottom of a terminal that tells how far something is, with other lines above. It must be ended. */
export abstract class BottomLine {
  protected readonly bars: MultiBar;
  #isEnded = false;

  constructor(terminal: Terminal, format: string) {
    this.bars = new MultiBar({
      stream: terminal,
      format,
      barsize: 20,
      clearOnComplete: true,
      // Lines above may be long, and the bar is drawn anew beneath them.
      linewrap: true,
      forceRedraw: true,
    });
  }

  above(lines: string): void {
    this.bars.log(`${lines}\n`);
  }

  /** Takes the line away; what was to stand above it stays. */
  end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.bars.update();
    this.bars.stop();
  }
}
