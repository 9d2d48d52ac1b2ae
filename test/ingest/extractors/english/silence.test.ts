import { describe, expect, test } from 'vitest';
import { attribute } from '../../../../src/ingest/extractors/english/attribute.ts';
import { read } from '../../../../src/ingest/extractors/english/read.ts';

/** Source, cue and act of each statement without content. */
function silences(text: string) {
  return attribute(read(text))
    .filter(({ content }) => content.length === 0)
    .map(({ source, cue, acts }) => [
      text.slice(source?.start, source?.end),
      text.slice(cue?.range.start, cue?.range.end),
      acts.join(' '),
    ]);
}

describe('silence', () => {
  test.each([
    ['Ek declined to comment.', 'Ek', 'declined to comment', 'DECLINED_TO_COMMENT'],
    ['The ministry refused to answer questions.', 'The ministry', 'refused to answer', 'DECLINED_TO_COMMENT'],
    ['Ek declined to say when talks would begin.', 'Ek', 'declined to say', 'DECLINED_TO_COMMENT'],
    [
      'Ek declined to be interviewed for this article.',
      'Ek',
      'declined to be interviewed',
      'DECLINED_TO_COMMENT',
    ],
    ['Ek declined requests for comment.', 'Ek', 'declined', 'DECLINED_TO_COMMENT'],
    ['The mayor would not comment on the plan.', 'The mayor', 'would not comment', 'DECLINED_TO_COMMENT'],
    ['The mayor has not commented on the plan.', 'The mayor', 'has not commented', 'DECLINED_TO_COMMENT'],
    ['The mayor had no comment.', 'The mayor', 'had no comment', 'DECLINED_TO_COMMENT'],
    [
      'A spokesman for Ek did not want to comment.',
      'A spokesman for Ek',
      'did not want to comment',
      'DECLINED_TO_COMMENT',
    ],
    [
      'Ek, who lives in Molde, declined to comment.',
      'Ek, who lives in Molde',
      'declined to comment',
      'DECLINED_TO_COMMENT',
    ],
    ['Ek did not respond to requests for comment.', 'Ek', 'did not respond', 'NO_RESPONSE'],
    ['Ek has not responded to Berg’s offer to hold talks.', 'Ek', 'has not responded', 'NO_RESPONSE'],
    ['Ek did not immediately return calls.', 'Ek', 'did not immediately return', 'NO_RESPONSE'],
    ['Ek did not respond Monday to an email.', 'Ek', 'did not respond', 'NO_RESPONSE'],
    ['The firm has yet to reply.', 'The firm', 'has yet to reply', 'NO_RESPONSE'],
    ['The firm failed to answer a letter from Berg.', 'The firm', 'failed to answer', 'NO_RESPONSE'],
    ['The club could not be reached.', 'The club', 'could not be reached', 'NO_RESPONSE'],
    [
      'Ek could not immediately be reached for comment.',
      'Ek',
      'could not immediately be reached',
      'NO_RESPONSE',
    ],
    ['Ek was not available for comment.', 'Ek', 'was not available', 'NO_RESPONSE'],
    ['Calls to the mayor were not returned.', 'the mayor', 'were not returned', 'NO_RESPONSE'],
    ['Ek ignored requests for an interview.', 'Ek', 'ignored', 'NO_RESPONSE'],
  ])('is found in %s', (text, ...expected) => {
    expect(silences(text)).toEqual([expected]);
  });

  test.each([
    'The patient did not respond to the treatment.',
    'Prices declined to a new low.',
    'Ek declined to run again.',
    'Ek did not return to Molde.',
    'If Ek does not respond to the letter, the talks are over.',
    'Ek did not answer the door.',
    '“Ek did not respond to my letter,” Berg said.',
    '',
  ])('is not found in %j', (text) => {
    expect(silences(text)).toEqual([]);
  });

  test('leaves a statement without an answer, which was told to whom it is', () => {
    const text = 'The mayor has not responded to Berg’s offer to hold talks.';
    const found = attribute(read(text));
    const at = found.findIndex(({ content }) => content.length === 0);
    const offer = found[found[at]?.unanswered ?? -1];
    expect(text.slice(offer?.cue?.range.start, offer?.cue?.range.end)).toBe('offer');
    expect(text.slice(offer?.addressee?.start, offer?.addressee?.end)).toBe('The mayor');
    expect(found[at]?.addressee).toBeNull();
  });

  test('stands within what reports it', () => {
    const found = attribute(read('Berg said that Ek had declined to comment.'));
    const silence = found.find(({ content }) => content.length === 0);
    expect(found[silence?.within ?? -1]?.cue?.lemma).toBe('say');
  });
});
