import { describe, expect, it } from 'vitest';
import { checkAnnotation } from '../../../src/ingest/check.ts';
import { documentOfLoose } from '../../../src/ingest/extractors/document-of-loose.ts';
import type { LooseExtraction } from '../../../src/ingest/extractors/loose.ts';
import { TEXT, TOOL } from './article.ts';

function documentOf(loose: LooseExtraction | Record<string, unknown>) {
  const article = { text: TEXT, outlet: { name: 'The Daily' }, url: 'https://daily.example/a' };
  const result = documentOfLoose(loose, article, TOOL, { startedAt: new Date(0) });
  checkAnnotation(result.document);
  return result;
}

const ENTITIES: LooseExtraction['entities'] = [
  {
    id: 'Berg!',
    type: 'PERSON',
    name: 'Anna Berg',
    aliases: ['Berg'],
    mentions: ['Anna Berg', { words: 'she' }],
  },
  { type: 'PERSON', name: 'Carl Ek', aliases: ['Ek'] },
];

/** Statements as text, with their speakers' names. */
function told(loose: LooseExtraction | Record<string, unknown>) {
  const { document, refused, counts } = documentOf(loose);
  const names = new Map(document.entities?.map(({ id, type, name }) => [id, `${name} (${type})`]));
  const words = (spans: readonly { exact?: string | undefined }[] = []) => spans.map(({ exact }) => exact);
  const statements = document.statements?.map(({ kind, source, cue, content, addressee, within, turn }) => ({
    kind: turn === true ? `${kind} turn` : kind,
    by: source.speakers.map((id) => names.get(id)),
    source: source.evidence?.map(({ start, exact }) => `${start} ${exact}`),
    cue: cue?.evidence?.map(({ start, exact }) => `${start} ${exact}`),
    content: words(content),
    ...(addressee !== undefined && { told: words(addressee.evidence) }),
    ...(within !== null && { within }),
  }));
  return { statements, refused, counts };
}

describe('a loose extraction', () => {
  it('becomes a document with the words where they stand', () => {
    const { statements, refused, counts } = told({
      entities: ENTITIES,
      statements: [
        {
          source: 'Anna Berg, the finance minister of Norland,',
          speakers: ['Berg!'],
          cue: 'told',
          lemma: 'tell',
          content: 'that Oslund would sign the treaty.',
          addressee: 'reporters',
          about: ['Carl Ek'],
        },
      ],
    });
    expect(refused).toEqual([]);
    expect(statements).toEqual([
      {
        kind: 'INDIRECT',
        by: ['Anna Berg (PERSON)'],
        source: ['2 Anna Berg, the finance minister of Norland,'],
        cue: ['46 told'],
        content: ['that Oslund would sign the treaty.'],
        told: ['reporters'],
      },
    ]);
    expect(counts).toEqual({
      entities: { given: 2, kept: 3 },
      mentions: { given: 2, kept: 2 },
      statements: { given: 1, kept: 1 },
      notFound: 0,
      ambiguous: 0,
    });
  });

  it('has its source and cue where they stand closest to the content, and kinds by quotation marks', () => {
    const { statements, refused } = told({
      entities: ENTITIES,
      statements: [
        {
          source: 'she',
          cue: 'said',
          content: ['"We are ready,"', 'The rest is detail'],
          speakers: ['Berg'],
        },
        { source: 'Carl Ek', cue: 'said', content: 'We are ready.' },
        { source: 'Two officials', cue: 'said', content: 'the treaty was "a mistake"' },
        { source: 'MR. LUND', content: 'We will see' },
      ],
    });
    expect(refused).toEqual([]);
    const place = (words: string) => [...TEXT.slice(0, TEXT.indexOf(words))].length;
    expect(statements).toEqual([
      {
        kind: 'DIRECT',
        by: ['Anna Berg (PERSON)'],
        source: [`${place('she said')} she`],
        cue: [`${place('said. “The')} said`],
        content: ['We are ready,', 'The rest is detail'],
      },
      {
        kind: 'DIRECT',
        by: ['Carl Ek (PERSON)'],
        source: [`${place('Carl Ek. Two')} Carl Ek`],
        cue: [`${place('said Carl')} said`],
        content: ['We are ready'],
      },
      {
        kind: 'MIXED',
        by: ['Two officials (UNNAMED_SOURCE)'],
        source: [`${place('Two off')} Two officials`],
        cue: [`${place('said the')} said`],
        content: ['the treaty was “a mistake”'],
      },
      {
        kind: 'DIRECT turn',
        by: ['MR. LUND (UNNAMED_SOURCE)'],
        source: [`${place('MR. LUND')} MR. LUND`],
        cue: [],
        content: ['We will see'],
      },
    ]);
  });

  it('nests what stands in the content of another, whether it says so or not', () => {
    const inner = { source: 'Carl Ek', cue: 'told', addressee: 'her', content: '“he would come”' };
    const outer = {
      id: 'added',
      source: 'Berg',
      cue: 'added',
      content: 'that Carl Ek had told her “he would come”',
    };
    for (const statements of [
      [inner, outer],
      [{ ...inner, within: 'added' }, outer],
    ]) {
      expect(told({ entities: ENTITIES, statements })).toMatchObject({
        refused: [],
        statements: [
          { within: 'added', kind: 'DIRECT', content: ['he would come'], told: ['her'] },
          { kind: 'MIXED' },
        ],
      });
    }
  });

  it('keeps silence without content', () => {
    const { statements, refused } = told({
      statements: [{ source: 'Ek', cue: 'did not respond', acts: ['NO_RESPONSE'] }],
    });
    expect(refused).toEqual([]);
    expect(statements).toMatchObject([{ kind: 'INDIRECT', by: ['Ek (UNNAMED_SOURCE)'], content: [] }]);
  });

  it('makes one entity of those with one name, also of the outlet', () => {
    const { document } = documentOf({
      entities: [
        { id: 'a', type: 'PERSON', name: 'Anna Berg' },
        { id: 'b', type: 'PERSON', name: 'ANNA BERG', aliases: ['Berg'], qid: 'Q1' },
        { id: 'c', type: 'ORGANIZATION', name: 'the daily', qid: 'Q2' },
      ],
      statements: [{ speakers: ['b'], source: 'Berg', cue: 'added', content: 'that Carl Ek had told her' }],
    });
    expect(document.entities).toMatchObject([
      { id: 'outlet', name: 'The Daily', qid: 'Q2', isOutlet: true },
      { id: 'a', name: 'Anna Berg', aliases: ['ANNA BERG', 'Berg'], qid: 'Q1' },
    ]);
    expect(document.statements?.[0]?.source.speakers).toEqual(['a']);
  });
});

describe('what is refused of a loose extraction', () => {
  it.each<readonly [string, Record<string, unknown>, string, RegExp]>([
    [
      'invented words',
      { content: 'that all is lost' },
      '/statements/0/content',
      /^NOT_FOUND: the article does not have/,
    ],
    [
      'an invented source',
      { source: 'Mr. Nobody', content: 'The rest is detail' },
      '/statements/0/source',
      /NOT_FOUND/,
    ],
    [
      'words in several places',
      { content: 'We are ready,' },
      '/statements/0/content',
      /^AMBIGUOUS: .* 2 times/,
    ],
    [
      'words outside of the statement around',
      { content: 'a mistake', within: 'other' },
      '/statements/0/content',
      /^NOT_FOUND: the words stand at \d+/,
    ],
    [
      'a statement in an unknown one',
      { content: 'a mistake', within: 'none' },
      '/statements/0/within',
      /no statement has the id "none"/,
    ],
    [
      'a statement in itself',
      { id: 'me', content: 'a mistake', within: 'me' },
      '/statements/0/within',
      /cannot stand in itself/,
    ],
    [
      'content that partly overlaps',
      { content: 'sign the treaty.\n\n“We are ready,” she said' },
      '/statements/0',
      /partly overlaps the content of \/statements\/1/,
    ],
    [
      'the same content again',
      { content: 'that Oslund would sign the treaty' },
      '/statements/1',
      /the same place as/,
    ],
    ['no content', {}, '/statements/0/content', /is missing/],
    [
      'a speaker that is no entity',
      { speakers: ['Nobody'], content: 'a mistake' },
      '/statements/0/speakers/0',
      /no entity/,
    ],
    ['another shape', { content: 5 }, '/statements/0/content', /give the words/],
    ['a date that is none', { content: 'a mistake', saidAt: 'soon' }, '/statements/0/saidAt', /not a date/],
  ])('is %s', (_, statement, pointer, reason) => {
    const other = { id: 'other', content: 'that Oslund would sign the treaty' };
    const { refused, statements } = told({ statements: [statement, other] });
    expect(refused).toEqual([{ pointer, reason: expect.stringMatching(reason) }]);
    expect(statements).toHaveLength(1);
  });

  it('is a part of a statement where that can do without', () => {
    const { statements, refused, counts } = told({
      statements: [
        { source: 'Two officials', cue: 'shouted', addressee: 'nobody', content: 'a mistake', about: ['x'] },
      ],
    });
    expect(refused.map(({ pointer }) => pointer)).toEqual([
      '/statements/0/cue',
      '/statements/0/addressee',
      '/statements/0/about/0',
    ]);
    expect(statements).toMatchObject([{ cue: [], content: ['a mistake'] }]);
    expect(counts).toMatchObject({ notFound: 2, ambiguous: 0, statements: { given: 1, kept: 1 } });
  });

  it('is a cue of which two stand equally close, and not its statement', () => {
    const { document, refused } = documentOfLoose(
      { statements: [{ cue: 'said', content: 'No' }] },
      { text: 'Ek said “No”, said Ek.' },
      TOOL,
    );
    expect(refused).toEqual([]);
    expect(document.statements).toMatchObject([{ cue: { evidence: [{ start: 3 }] } }]);
    const tie = documentOfLoose(
      { statements: [{ cue: 'said', content: 'No', source: null }] },
      { text: 'Ek said, “No”, said Ek.' },
      TOOL,
    );
    expect(tie.refused).toEqual([
      {
        pointer: '/statements/0/cue',
        reason: expect.stringMatching(/^AMBIGUOUS: the words stand there 2 times/),
      },
    ]);
    expect(tie.document.statements).toMatchObject([{ cue: { evidence: [] } }]);
  });

  it('is what depends on what is refused', () => {
    const { refused } = told({
      statements: [
        { id: 'outer', content: 'an invention' },
        { content: 'a mistake', within: 'outer' },
      ],
    });
    expect(refused[1]).toEqual({
      pointer: '/statements/1/within',
      reason: 'stands in /statements/0, which is refused',
    });
  });

  it.each([[null], ['text'], [[]], [{ statements: 'none' }], [{ entities: 1, statements: [] }]])(
    'is all of %j, with INVALID_INPUT',
    (given) => {
      expect(() => documentOfLoose(given, { text: TEXT }, TOOL)).toThrow(
        expect.objectContaining({ code: 'INVALID_INPUT' }),
      );
    },
  );

  it('is an article that cannot be in a document, with INVALID_INPUT', () => {
    expect(() => documentOfLoose({ statements: [] }, { text: '', publishedAt: 'x' }, TOOL)).toThrow(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        details: expect.objectContaining({
          problems: [
            expect.objectContaining({ pointer: '/article/text' }),
            expect.objectContaining({ pointer: '/article/publishedAt' }),
          ],
        }),
      }),
    );
  });
});
