import type { createColors } from 'picocolors';
import { printable } from './printable.ts';

export type Colors = ReturnType<typeof createColors>;
export type MarkRole = 'source' | 'cue' | 'content' | 'addressee';

/** A stretch of the text, in UTF-16 units, that is a part of a statement. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly role: MarkRole;
  /** Which statement; it links the parts of one. */
  readonly number: number;
}

interface Frame {
  readonly open: (number: string) => string;
  readonly close: (number: string) => string;
}

/** No line breaks between a frame and its words. */
const JOINED = '\u00a0';

/** Without colours the frame alone tells the role. */
const FRAMES: Readonly<Record<MarkRole, Frame>> = {
  source: { open: (number) => `[${number}${JOINED}`, close: () => ']' },
  cue: { open: (number) => `{${number}${JOINED}`, close: () => '}' },
  content: { open: (number) => `⟨${number}${JOINED}`, close: (number) => `${JOINED}${number}⟩` },
  addressee: { open: (number) => `<${number}${JOINED}`, close: () => '>' },
};

/** A content is long, and others may stand in it: it has a frame also where it has a colour. */
const COLORED_FRAMES: Readonly<Record<MarkRole, Frame>> = {
  source: { open: raised, close: () => '' },
  cue: { open: raised, close: () => '' },
  content: { open: (number) => `⟨${raised(number)}`, close: (number) => `${raised(number)}⟩` },
  addressee: { open: raised, close: () => '' },
};

const RAISED = [...'⁰¹²³⁴⁵⁶⁷⁸⁹'];

function raised(number: string): string {
  return [...number].map((digit) => RAISED[Number(digit)] ?? digit).join('');
}

/** Contents within contents take turns. */
const CONTENT_COLORS = ['cyan', 'blue'] as const;

/** Puts marks into a text, and gives it stretch by stretch. Marks may nest, and may cross. */
export class Marking {
  readonly #text: string;
  readonly #colors: Colors;
  readonly #frames: Readonly<Record<MarkRole, Frame>>;
  /** By start, and of one start the longest first. */
  readonly #marks: readonly Mark[];
  #next = 0;
  /** Of those that are open, the latest last. */
  #open: Mark[] = [];

  constructor(text: string, marks: readonly Mark[], colors: Colors) {
    this.#text = text;
    this.#colors = colors;
    this.#frames = colors.isColorSupported ? COLORED_FRAMES : FRAMES;
    this.#marks = marks.toSorted((a, b) => a.start - b.start || b.end - a.end || a.number - b.number);
  }

  /** The stretch that begins where the last one ended, or after it. */
  upTo(start: number, end: number): string {
    let marked = '';
    let at = start;
    for (;;) {
      marked += this.#closing(at);
      if (at >= end) return marked;
      marked += this.#opening(at);
      const next = Math.min(
        end,
        this.#marks[this.#next]?.start ?? end,
        ...this.#open.map((mark) => mark.end),
      );
      marked += this.#colored(printable(this.#text.slice(at, next)), this.#open);
      at = next;
    }
  }

  #opening(at: number): string {
    let opened = '';
    for (let mark = this.#marks[this.#next]; mark !== undefined && mark.start <= at; ) {
      this.#open.push(mark);
      opened += this.#colored(this.#frames[mark.role].open(String(mark.number)), this.#open);
      this.#next += 1;
      mark = this.#marks[this.#next];
    }
    return opened;
  }

  #closing(at: number): string {
    let closed = '';
    for (const mark of this.#open.filter(({ end }) => end <= at).toReversed()) {
      const around = this.#open.filter((other) => other !== mark);
      closed += this.#colored(this.#frames[mark.role].close(String(mark.number)), [...around, mark]);
      this.#open = around;
    }
    return closed;
  }

  /** By the innermost of what is open. */
  #colored(text: string, open: readonly Mark[]): string {
    const mark = open.at(-1);
    if (mark === undefined || text === '') return text;
    const colors = this.#colors;
    if (mark.role === 'source') return colors.bold(colors.green(text));
    if (mark.role === 'cue') return colors.yellow(text);
    if (mark.role === 'addressee') return colors.magenta(text);
    const depth = open.filter(({ role }) => role === 'content').length;
    return colors[CONTENT_COLORS[(depth - 1) % CONTENT_COLORS.length] ?? 'cyan'](text);
  }
}

/** What each mark means, with its colour. */
export function legend(colors: Colors): string {
  const roles: readonly MarkRole[] = ['source', 'cue', 'content', 'addressee'];
  return roles
    .map((role) =>
      new Marking(role, [{ start: 0, end: role.length, role, number: 1 }], colors).upTo(0, role.length),
    )
    .join('  ');
}
