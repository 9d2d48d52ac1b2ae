import { describe, expect, test } from 'vitest';
import { attribute } from '../../../../src/ingest/extractors/english/attribute.ts';
import { read } from '../../../../src/ingest/extractors/english/read.ts';
import { turnsIn } from '../../../../src/ingest/extractors/english/turns.ts';

const lines = (...all: readonly string[]) => all.join('\n\n');

/** Speaker and pieces of content of each turn. */
function turns(text: string) {
  return turnsIn(read(text)).map(({ speaker, content }) => [
    text.slice(speaker.start, speaker.end),
    ...content.map(({ start, end }) => text.slice(start, end)),
  ]);
}

describe('turns', () => {
  test('of a transcript', () => {
    const text = lines(
      'The hearing began.',
      'THE CHAIR: Order, please.',
      'MR. EK: Thank you.',
      'THE CHAIR: Go on.',
      'It ended at noon.',
    );
    expect(turns(text)).toEqual([
      ['THE CHAIR', 'Order, please.'],
      ['MR. EK', 'Thank you.'],
      ['THE CHAIR', 'Go on.'],
    ]);
  });

  test('of questions and answers, with or without a colon', () => {
    expect(turns(lines('Q: Why?', 'A: Because.', 'Q. When?', 'A. Soon.'))).toEqual([
      ['Q', 'Why?'],
      ['A', 'Because.'],
      ['Q', 'When?'],
      ['A', 'Soon.'],
    ]);
  });

  test('have all paragraphs up to the next label', () => {
    const text = lines(
      'Interviewer: Why?',
      'Anna Ek: It rained.',
      'It snowed, too.',
      'Interviewer: And now?',
      'Anna Ek: It is dry.',
    );
    expect(turns(text)[1]).toEqual(['Anna Ek', 'It rained.\n\nIt snowed, too.']);
  });

  test('of a court have no headings of examinations and no brackets that stand alone', () => {
    const text = lines(
      'Q. Where were you?',
      'A. In Molde. (Whereupon, the clerk left.) I was ill.',
      'MR. EK: Objection.',
      'THE WITNESS: I was in Molde.',
      '(Whereupon, a recess was taken at 10:42 a.m.)',
      'CROSS-EXAMINATION',
      'BY MS. BERG:',
      'Q. With whom?',
      'A. Alone.',
      '(The witness was excused.)',
      'THE COURT: Thank you.',
    );
    expect(turns(text)).toEqual([
      ['Q', 'Where were you?'],
      ['A', 'In Molde.', 'I was ill.'],
      ['MR. EK', 'Objection.'],
      ['THE WITNESS', 'I was in Molde.'],
      ['Q', 'With whom?'],
      ['A', 'Alone.'],
      ['THE COURT', 'Thank you.'],
    ]);
  });

  test('have no stage directions, and no brackets in their label', () => {
    const text = lines(
      'EK (via video): We won. (Applause.) We did.',
      '(Laughter.)',
      'BERG: Yes. [CROSSTALK]',
      'EK: Thank you.',
    );
    expect(turns(text)).toEqual([
      ['EK', 'We won.', 'We did.'],
      ['BERG', 'Yes.'],
      ['EK', 'Thank you.'],
    ]);
  });

  test('leave out a headline with a colon', () => {
    const text = lines('Mayor Ek: We Won', 'EK: We won.', 'BERG: Yes.', 'EK: Thank you.');
    expect(turns(text)).toHaveLength(3);
  });

  test.each([
    [lines('WASHINGTON: Rain fell.', 'PARIS: Snow fell.', 'ROME: It was dry.')],
    [lines('Note: Rain fell.', 'Update: Snow fell.', 'Note: It was dry.')],
    [lines('MR. EK: We will see.')],
    [lines('Monday: Rain.', 'Tuesday: Snow.', 'Monday: Sun.')],
    [lines('Ingredients: 2 eggs', 'Serves: 4', 'Time: 20 minutes')],
    [''],
    [':\n:\n:'],
  ])('are none in %j', (text) => {
    expect(turns(text)).toEqual([]);
  });

  test('are attributed to who speaks, and what they report stands in them', () => {
    const text = lines(
      'MR. EK: I think it rained. My uncle said that it snowed.',
      'MS. BERG: You said so.',
      'MR. EK: Yes.',
    );
    const found = attribute(read(text)).map(({ source, turn, within }) => [
      text.slice(source?.start, source?.end),
      turn,
      within,
    ]);
    expect(found).toEqual([
      ['MR. EK', true, null],
      ['My uncle', false, 0],
      ['MS. BERG', true, null],
      ['MR. EK', true, null],
    ]);
  });

  test('are found in a transcript of any length', () => {
    expect(turns('EK: Yes.\nBERG: No.\n'.repeat(20_000))).toHaveLength(40_000);
    expect(turns(Array.from({ length: 20_000 }, (_, at) => `Name${at} Ek: Yes.`).join('\n'))).toEqual([]);
  });
});
