import { pointerOf } from './problems.ts';

const [QUOTATION_MARK, COMMA, BACKSLASH] = [0x22, 0x2c, 0x5c];
const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d];

/** More than anyone reads. */
const MAX_REPEATS = 100;

/** An object or array that is open at some place of the text. */
interface Open {
  /** Those of an object so far; null for an array. */
  readonly keys: Set<string> | null;
  /** Which of its values is read. */
  step: string | number;
  /** Whether the next string is a key. */
  beforeKey: boolean;
}

/** Pointers to keys that stand in their objects before, in the order of the text, which must be JSON: the first hundred. */
export function repeatedKeys(json: string): string[] {
  const open: Open[] = [];
  const repeated: string[] = [];
  let at = 0;
  while (at < json.length && repeated.length < MAX_REPEATS) {
    const unit = json.charCodeAt(at);
    const inner = open.at(-1);
    if (unit === QUOTATION_MARK) {
      const end = endOfString(json, at);
      if (inner?.beforeKey === true) {
        inner.step = stringIn(json, at, end);
        inner.beforeKey = false;
        if (inner.keys?.has(inner.step)) repeated.push(pointerOf(open.map(({ step }) => step)));
        inner.keys?.add(inner.step);
      }
      at = end;
    } else if (unit === OPEN_BRACE) open.push({ keys: new Set(), step: '', beforeKey: true });
    else if (unit === OPEN_BRACKET) open.push({ keys: null, step: 0, beforeKey: false });
    else if (unit === CLOSE_BRACE || unit === CLOSE_BRACKET) open.pop();
    else if (unit === COMMA && inner !== undefined) {
      if (typeof inner.step === 'number') inner.step += 1;
      else inner.beforeKey = true;
    }
    at += 1;
  }
  return repeated;
}

/** Of the string that begins at `start`: the place of its last quotation mark. */
function endOfString(json: string, start: number): number {
  let end = json.indexOf('"', start + 1);
  while (isEscaped(json, end)) end = json.indexOf('"', end + 1);
  return end;
}

function isEscaped(json: string, at: number): boolean {
  let before = at;
  while (json.charCodeAt(before - 1) === BACKSLASH) before -= 1;
  return (at - before) % 2 === 1;
}

function stringIn(json: string, start: number, end: number): string {
  const given = json.slice(start, end + 1);
  return given.includes('\\') ? String(JSON.parse(given)) : given.slice(1, -1);
}
