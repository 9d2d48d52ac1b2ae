import { diffArrays } from 'diff';
import type { Stretch } from '../text/nested.ts';
import { OffsetText } from '../text/offsets.ts';

export const DIFF_OPS = ['EQUAL', 'INSERT', 'DELETE'] as const;
export type DiffOp = (typeof DIFF_OPS)[number];

export interface DiffRun {
  readonly op: DiffOp;
  readonly text: string;
}

/** Words with their apostrophes and hyphens, runs of white space, and any other character by itself: together the whole text. */
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:['’‑-][\p{L}\p{M}\p{N}]+)*|\s+|[\s\S]/gu;

/**
 * What turns a recorded text into a pasted one, word by word. EQUAL and DELETE together are the recorded text, EQUAL and INSERT the
 * pasted one, to the letter; so a quotation mark of another form is a change here, though it is none of the words. `stretch`, in code
 * points, is the part of the recorded text that is compared; what stands around it is deleted.
 */
export function diffOf(recorded: string, pasted: string, stretch: Stretch): DiffRun[] {
  const text = new OffsetText(recorded);
  const runs: DiffRun[] = [];
  const add = (op: DiffOp, added: string): void => {
    const last = runs.at(-1);
    if (added === '') return;
    if (last?.op === op) runs[runs.length - 1] = { op, text: last.text + added };
    else runs.push({ op, text: added });
  };
  add('DELETE', text.slice(0, stretch.start));
  const from = tokensOf(text.slice(stretch.start, stretch.end));
  for (const { added, removed, value } of diffArrays(from, tokensOf(pasted))) {
    add(added ? 'INSERT' : removed ? 'DELETE' : 'EQUAL', value.join(''));
  }
  add('DELETE', text.slice(stretch.end, text.length));
  return runs;
}

function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}
