import { describe, expect, it } from 'vitest';
import { checkAnnotation } from '../../src/ingest/check.ts';
import { quoteOf } from '../../src/ingest/quoted.ts';
import { type DocumentSpec, documentOf, type StatementSpec, type Words } from '../support/documents.ts';
import { pointersOf } from './refusals.ts';

type Kind = 'DIRECT' | 'INDIRECT' | 'MIXED';

function document(text: string, kind: Kind, content: Words | readonly Words[], more: StatementSpec = {}) {
  return documentOf({ text, statements: { s: { kind, content, ...more } } });
}

function nested(text: string, outer: StatementSpec, inner: StatementSpec) {
  const statements: DocumentSpec['statements'] = { outer, inner: { ...inner, within: 'outer' } };
  return documentOf({ text, statements });
}

/** The quote of the last statement. */
function quote(input: unknown): string | null {
  const checked = checkAnnotation(input);
  const last = checked.document.statements.at(-1);
  return last === undefined ? null : quoteOf(checked, last);
}

describe('a direct statement', () => {
  it.each([
    ['straight', 'He said, "It\'s done."', "It's done."],
    ['curly', 'He said, “It’s done.”', 'It’s done.'],
    ['guillemets', 'Il a dit : « C’est fini. »', 'C’est fini.'],
    ['guillemets with narrow spaces', 'Il a dit : «\u202FC’est fini.\u202F»', 'C’est fini.'],
    ['reversed guillemets', 'Er sagte: »Es ist vorbei.«', 'Es ist vorbei.'],
    ['low and high', 'Er sagte: „Es ist vorbei.“', 'Es ist vorbei.'],
    ['low and right', 'Powiedział: „To koniec.”', 'To koniec.'],
    ['right on both sides', 'Han sade: ”Det är klart.”', 'Det är klart.'],
    ['British single', '‘It’s the workers’ right,’ he said.', 'It’s the workers’ right,'],
    ['straight single', "'It's the workers' right,' he said.", "It's the workers' right,"],
    ['doubled single', "He said, ''It's done.''", "It's done."],
    ['TeX', "He said, ``It's done.''", "It's done."],
    ['corner brackets', '彼は「終わった」と言った。', '終わった'],
    ['mark after a comma', '"It is done", he said.', 'It is done'],
    ['quotation in a quotation', '“She told me ‘no’ twice,” he said.', 'She told me ‘no’ twice,'],
    ['ending in a quotation', '“She told me ‘no’,” he said.', 'She told me ‘no’,'],
  ])('stands in quotation marks: %s', (_style, text, words) => {
    expect(quote(document(text, 'DIRECT', words))).toBe(words);
  });

  it.each([
    ['“It is done,” he said.', '“It is done,”', 'It is done,'],
    ["'It is done', he said.", "'It is done'", 'It is done'],
  ])('may have the marks inside its span: %s', (text, words, quoted) => {
    expect(quote(document(text, 'DIRECT', words))).toBe(quoted);
  });

  it('may be broken by its source', () => {
    const text = '“We are ready,” he said, “and the talks go on.”';
    expect(quote(document(text, 'DIRECT', ['We are ready,', 'and the talks go on.']))).toBe(
      'We are ready, and the talks go on.',
    );
    expect(pointersOf(document(text, 'DIRECT', ['We are ready,', 'he said']))).toEqual([
      '/statements/0/content/1',
    ]);
    expect(pointersOf(document(text, 'DIRECT', text))).toEqual(['/statements/0/content/0']);
  });

  it('may run over paragraphs that each open and only the last of which closes', () => {
    const text = '“One day.\n\n“Another day.\n\n“The last day,” he said.';
    expect(quote(document(text, 'DIRECT', ['One day.', 'Another day.', 'The last day,']))).toBe(
      'One day. Another day. The last day,',
    );
    expect(quote(document(text, 'DIRECT', text.slice(0, text.indexOf(' he said'))))).toBe(
      'One day.\n\nAnother day.\n\nThe last day,',
    );
  });

  it('is refused without quotation marks, or with one that is never closed', () => {
    expect(pointersOf(document('He said it is done.', 'DIRECT', 'it is done'))).toEqual([
      '/statements/0/content/0',
    ]);
    expect(pointersOf(document('He said “it is done.\n\nThen he left.', 'DIRECT', 'it is done'))).toEqual([
      '/statements/0/content/0',
    ]);
    expect(
      pointersOf(document("The workers' plan, the owners' plan.", 'DIRECT', 'plan, the owners')),
    ).toEqual(['/statements/0/content/0']);
  });

  it('within another needs marks of its own', () => {
    const outer: StatementSpec = { kind: 'DIRECT', content: 'Ek told me that it is done.' };
    const inner: StatementSpec = { kind: 'DIRECT', content: 'it is done' };
    expect(pointersOf(nested('“Ek told me that it is done.”', outer, inner))).toEqual([
      '/statements/1/content/0',
    ]);
    expect(
      pointersOf(nested('“Ek told me that it is done.”', outer, { ...inner, kind: 'INDIRECT' })),
    ).toEqual([]);
    const quoted = '“Ek told me that ‘it is done.’”';
    const content = 'Ek told me that ‘it is done.’';
    expect(quote(nested(quoted, { ...outer, content }, { ...inner, content: 'it is done.' }))).toBe(
      'it is done.',
    );
  });

  it('may be a turn in a transcript', () => {
    const text = 'The interview:\nMR. EK: It is done. Yes.\nQ: And Berg said: no?';
    const turn = (content: string, source: string) =>
      document(text, 'DIRECT', content, { turn: true, source });
    expect(quote(turn('It is done. Yes.', 'MR. EK'))).toBe('It is done. Yes.');
    expect(pointersOf(turn('Yes.', 'MR. EK'))).toEqual(['/statements/0/content/0']);
    expect(pointersOf(turn('no?', 'Berg'))).toEqual(['/statements/0/content/0']);
    expect(pointersOf(turn('It is done. Yes.', 'Berg'))).toEqual(['/statements/0/content/0']);
    expect(pointersOf(document(text, 'INDIRECT', 'Yes.', { turn: true }))).toEqual(['/statements/0/turn']);
    const asked = document('Q. Why?\nX. No.', 'DIRECT', 'Why?', { turn: true, source: 'Q' });
    expect(quote(asked)).toBe('Why?');
    expect(pointersOf(document('Q. Why?\nX. No.', 'DIRECT', 'No.', { turn: true, source: 'X' }))).toEqual([
      '/statements/0/content/0',
    ]);
  });
});

describe('a mixed statement', () => {
  const text = 'He said that it was “a mistake” and “a shame” to sign.';

  it('quotes some of its words', () => {
    expect(quote(document(text, 'MIXED', 'that it was “a mistake” and “a shame” to sign'))).toBe(
      'a mistake … a shame',
    );
    expect(quote(document(text, 'MIXED', 'that it was “a mistake'))).toBe('a mistake');
    expect(quote(document(text, 'MIXED', ['that it was', 'a shame']))).toBe('a shame');
  });

  it('is refused when it quotes all or none', () => {
    expect(pointersOf(document(text, 'MIXED', 'that it was'))).toEqual(['/statements/0/content']);
    expect(pointersOf(document(text, 'MIXED', ['“a mistake”', 'a shame']))).toEqual([
      '/statements/0/content',
    ]);
  });
});

describe('an indirect statement', () => {
  const text = 'He said that it was “a mistake” to sign.';

  it('may have quotation marks in it but not around it', () => {
    expect(quote(document(text, 'INDIRECT', 'that it was “a mistake” to sign'))).toBeNull();
    expect(pointersOf(document(text, 'INDIRECT', 'a mistake'))).toEqual(['/statements/0/content']);
    expect(pointersOf(document(text, 'INDIRECT', '“a mistake”'))).toEqual(['/statements/0/content']);
  });
});
