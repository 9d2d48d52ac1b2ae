import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { anchorEvidence } from '../../src/evidence/model-anchor.ts';
import { checkAnnotation } from '../../src/ingest/check.ts';

const FILE = new URL('../../data/izvestia-2021-03-22.json', import.meta.url);
const { document } = checkAnnotation(JSON.parse(readFileSync(FILE, 'utf8')));
const { text = '' } = document.article;

/** The verdicts for a statement's source, cue and content, after an edit. */
function verdicts(after: string, id: string): string[] {
  const statement = document.statements.find((each) => each.id === id);
  if (statement === undefined) throw new Error(`no statement ${id}`);
  const spans = [...statement.source.evidence, ...statement.cue.evidence, ...statement.content];
  return anchorEvidence(
    text,
    after,
    spans.map((span, at) => ({ id: `${at}`, ...span })),
  ).map(({ verdict }) => verdict);
}

const paragraphs = text.split('\n\n');
const joined = (order: readonly number[]) => order.map((at) => paragraphs[at]).join('\n\n');
const inOrder = [...paragraphs.keys()];

describe('the evidence of the sample article', () => {
  test('stays where it is above an edit, and moves down below it', () => {
    const after = text.replace('Dzhabarov explained.', 'Dzhabarov explained to the paper.');
    expect(verdicts(after, 'biden-not-ready')).toEqual(['EXACT', 'EXACT', 'EXACT']);
    expect(verdicts(after, 'treaty-prolonged')).toEqual(['MOVED', 'MOVED', 'MOVED']);
  });

  test('is gone with its paragraph, and not found where others say the like', () => {
    const after = joined(inOrder.filter((at) => paragraphs[at]?.startsWith('Richard Weitz') !== true));
    expect(verdicts(after, 'no-interest')).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    expect(verdicts(after, 'interest-noted')).toEqual(['MOVED', 'MOVED', 'MOVED']);
    expect(verdicts(after, 'biden-not-ready')).toEqual(['EXACT', 'EXACT', 'EXACT']);
  });

  test('goes with its paragraph, in other quotation marks', () => {
    const at = inOrder.findIndex((index) => paragraphs[index]?.startsWith('“Biden') === true);
    const after = joined([...inOrder.filter((index) => index !== at), at]).replaceAll(/[“”]/g, '"');
    expect(verdicts(after, 'biden-not-ready')).toEqual(['MOVED', 'MOVED', 'MOVED']);
    expect(verdicts(after.replaceAll('’', "'"), 'biden-not-ready')).toEqual(['MOVED', 'MOVED', 'NORMALIZED']);
  });

  test('is altered by other words', () => {
    const after = text.replace(
      'because it is high time the leaders had',
      'as the leaders should long have had',
    );
    expect(verdicts(after, 'reason-for-proposal')).toEqual(['MOVED', 'MOVED', 'ALTERED']);
    expect(verdicts(after, 'putin-proposal')).toEqual(['EXACT', 'EXACT', 'EXACT']);
  });
});
