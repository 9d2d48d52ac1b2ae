import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnnotation } from '../../../src/ingest/check.ts';
import { fromBrat } from '../../../src/ingest/extractors/brat.ts';

const TEXT = [
  '🗞️ 𝔑ews: “We are ready,” Anna Berg said, “and we 👍 will sign.”',
  'According to Berg, officials fear that Norland may say “no”. Ek asked reporters who had come.',
].join('\n');

/** A line on words of the text, the first from where `after` stands; fragments apart by " … ", each the first after the one before. */
function bound(id: string, label: string, words: string, after = ''): string {
  let from = TEXT.indexOf(after);
  const offsets = words.split(' … ').map((fragment) => {
    const unit = TEXT.indexOf(fragment, from);
    from = unit + fragment.length;
    return `${[...TEXT.slice(0, unit)].length} ${[...TEXT.slice(0, from)].length}`;
  });
  return `${id}\t${label} ${offsets.join(';')}\t${words.replaceAll(' … ', ' ')}`;
}

const LINES = [
  bound('T1', 'Source', 'Anna Berg'),
  bound('T2', 'Cue', 'said'),
  bound('T3', 'Content', '“We are ready,” … “and we 👍 will sign.”'),
  bound('T4', 'Attribution', 'said'),
  'E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1',
  bound('T5', 'Cue', 'According to'),
  bound('T6', 'Source', 'Berg', 'According'),
  bound('T7', 'Content', 'officials fear that Norland may say “no”'),
  'E2\tAttribution:T5 Source:T6 Content:T7 ',
  bound('T8', 'Source', 'officials'),
  bound('T9', 'Cue', 'fear'),
  bound('T10', 'Content', 'that Norland may … “no”'),
  'E3\tAttribution:T9 Cue:T9 Content1:T10 Source2:T8',
  bound('T11', 'Source', 'Ek', 'Ek asked'),
  bound('T12', 'Cue', 'asked'),
  bound('T13', 'Addressee', 'reporters'),
  bound('T14', 'Content', 'who had come'),
  'E4\tSay:T12 Speaker:T11 Recipient:T13 Quote:T14 Place:T1',
  bound('T15', 'Discard', 'ews'),
  '#1\tAnnotatorNotes E1\ta note',
  'A1\tNegation E2',
  'R1\tSame Arg1:T1 Arg2:T6',
  'N1\tReference T1 Wikidata:Q1\tAnna Berg',
  '*\tEquiv T1 T6',
  '',
];

const read = (lines: readonly string[], text = TEXT) => {
  const result = fromBrat(
    text,
    lines.join('\n'),
    { title: 'News' },
    { annotator: 'ann', startedAt: new Date(0) },
  );
  checkAnnotation(result.document);
  return result;
};

describe('a stand-off file of brat', () => {
  it('becomes a document with a statement for each event', () => {
    const { document, refused, counts } = read(LINES);
    expect(refused).toEqual([]);
    expect(counts).toEqual({ events: 4, statements: 4, unused: 1 });
    expect(document.run).toMatchObject({ method: 'HAND', tool: 'ann' });
    const names = new Map(document.entities?.map(({ id, type, name }) => [id, `${type} ${name}`]));
    const words = (spans: readonly { readonly exact?: string | undefined }[] = []) =>
      spans.map(({ exact }) => exact);
    const shown = document.statements?.map(({ id, kind, source, cue, content, within, addressee }) => ({
      id,
      kind,
      by: source.speakers.map((speaker) => names.get(speaker)),
      cue: words(cue?.evidence),
      content: words(content),
      within,
      told: words(addressee?.evidence),
    }));
    expect(shown).toEqual([
      {
        id: 'E1',
        kind: 'DIRECT',
        by: ['PERSON Anna Berg'],
        cue: ['said'],
        content: ['We are ready,', 'and we 👍 will sign.'],
        within: null,
        told: [],
      },
      {
        id: 'E2',
        kind: 'MIXED',
        by: ['PERSON Anna Berg'],
        cue: ['According to'],
        content: ['officials fear that Norland may say “no”'],
        within: null,
        told: [],
      },
      {
        id: 'E3',
        kind: 'MIXED',
        by: ['UNNAMED_SOURCE officials'],
        cue: ['fear'],
        content: ['that Norland may', 'no'],
        within: 'E2',
        told: [],
      },
      {
        id: 'E4',
        kind: 'INDIRECT',
        by: ['UNNAMED_SOURCE Ek'],
        cue: ['asked'],
        content: ['who had come'],
        within: null,
        told: ['reporters'],
      },
    ]);
  });

  it('may have line breaks in its words, in spans and in the lines themselves', () => {
    const text = 'Ek said:\nyes\n\nand no.';
    const lines = ['T1\tSource 0 2\tEk', 'T2\tContent 3 12\tsaid: yes', 'E1\tX:T1 Source:T1 Content:T2'];
    expect(read(lines, text).refused).toEqual([]);
    const broken = [
      'T1\tSource 0 2\tEk',
      'T2\tContent 9 21\tyes',
      '',
      'and no.',
      'E1\tX:T1 Source:T1 Content:T2',
    ];
    const { refused, document } = read(broken, text);
    expect(refused).toEqual([]);
    expect(document.statements?.[0]?.content).toEqual([{ start: 9, end: 21, exact: 'yes\n\nand no.' }]);
  });

  it.each<readonly [string, string, string, RegExp]>([
    ['other words', 'T1\tSource 0 4\tAnna', '/T1', /^line 1: at 0 4 stands "🗞️ 𝔑", not "Anna"$/],
    [
      'offsets in UTF-16',
      'T1\tSource 27 36\tAnna Berg',
      '/T1',
      /^line 1: at 27 36 stands "na Berg s", not "Anna Berg"$/,
    ],
    [
      'an end beyond the text',
      'T1\tSource 0 999\tx',
      '/T1',
      /^line 1: 0 999 is no stretch of the text, which has \d+ code points/,
    ],
    ['an empty span', 'T1\tSource 5 5\t', '/T1', /^line 1: 5 5 is no stretch/],
    ['a T line of another form', 'T1\tSource 5\tx', '/T1', /^line 1: is not "T1/],
    ['an E line of another form', 'E1\tAttribution', '/E1', /^line 1: is not "E1/],
    ['no line of brat', 'Source: Ek', '/1', /^line 1: is none that brat has/],
  ])('is refused where a line has %s', (_, line, pointer, reason) => {
    expect(read([line]).refused).toEqual([{ pointer, reason: expect.stringMatching(reason) }]);
  });

  it('is refused where events have no content, an unread span or an id twice, and the rest is kept', () => {
    const events = [
      'E5\tX:T2 Source:T1',
      'E6\tX:T2 Content:T99',
      'E1\tX:T2 Content:T3',
      'E7\tX:T2 Content:T10',
    ];
    const { refused, counts } = read([...LINES, ...events]);
    expect(refused).toEqual([
      { pointer: '/E1', reason: 'line 28: E1 stands in a line before' },
      { pointer: '/E5', reason: 'line 26: has no Content: nothing is said' },
      { pointer: '/E6', reason: 'line 27: Content is T99, and no such text-bound annotation was read' },
      { pointer: '/E7', reason: 'line 29: its content has the same place as the content of /E3' },
    ]);
    expect(counts).toEqual({ events: 7, statements: 4, unused: 1 });
  });

  it('gives a document that passes the check, whatever is broken in it', () => {
    const edit = fc.oneof(
      fc.record({ at: fc.nat(LINES.length - 1), to: fc.nat(LINES.length - 1) }),
      fc.record({ at: fc.nat(LINES.length - 1), cut: fc.nat(40) }),
      fc.record({ at: fc.nat(LINES.length - 1), digit: fc.nat(9) }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
        const lines = [...LINES];
        for (const one of edits) {
          const line = lines[one.at] ?? '';
          if ('to' in one) lines[one.to] = line;
          else if ('cut' in one) lines[one.at] = line.slice(0, one.cut);
          else lines[one.at] = line.replace(/\d(?=\D*$)/u, String(one.digit));
        }
        read(lines);
      }),
      { numRuns: 500 },
    );
  });
});
