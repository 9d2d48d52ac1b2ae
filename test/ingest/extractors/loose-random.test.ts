import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OnrecordError } from '../../../src/errors.ts';
import { checkAnnotation } from '../../../src/ingest/check.ts';
import { documentOfLoose } from '../../../src/ingest/extractors/document-of-loose.ts';
import { TEXT, TOOL } from './article.ts';

describe('whatever is given', () => {
  const parts = TEXT.split(/(?<=[ \n])/u);
  const words = fc.oneof(
    fc
      .tuple(fc.nat(parts.length - 1), fc.integer({ min: 1, max: 12 }))
      .map(([at, count]) => parts.slice(at, at + count).join('')),
    fc.string({ maxLength: 3 }),
    fc.constantFrom('said', 'We are ready,', 'Ek', '“', 'treaty', '\uD83D', ''),
  );
  const maybe = <T>(some: fc.Arbitrary<T>) =>
    fc.option(
      fc.oneof({ weight: 60, arbitrary: some }, { weight: 1, arbitrary: fc.jsonValue() as fc.Arbitrary<T> }),
      { freq: 1 },
    );
  const seldom = <T>(some: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: maybe(some) });
  const passage = fc.oneof(
    words,
    fc.record({ words, prefix: words, suffix: words, start: fc.nat(300) }, { requiredKeys: ['words'] }),
  );
  const id = fc.constantFrom('a', 'b', 's1', 's2', 'outlet', '__proto__', 'Anna Berg', 'x/y', '\u0000');
  const types = fc.constantFrom('PERSON', 'ORGANIZATION', 'COUNTRY', 'UNNAMED_SOURCE', 'POSITION');
  const statement = fc.record(
    {
      id: maybe(id),
      source: maybe(passage),
      speakers: seldom(fc.array(id, { maxLength: 3 })),
      cue: maybe(passage),
      lemma: maybe(words),
      content: fc.oneof(
        { weight: 20, arbitrary: words },
        { weight: 1, arbitrary: maybe(fc.oneof(passage, fc.array(passage, { maxLength: 3 }))) },
      ),
      addressee: maybe(passage),
      addressees: maybe(fc.array(id, { maxLength: 3 })),
      acts: maybe(fc.array(fc.constantFrom('ASSERT', 'DENY', 'ASK'), { minLength: 1, maxLength: 3 })),
      about: maybe(fc.array(id, { maxLength: 3 })),
      within: seldom(id),
      passage: maybe(passage),
    },
    { requiredKeys: ['content'] },
  );
  const entity = fc.record(
    {
      id: maybe(id),
      type: types,
      name: fc.oneof(id, words),
      aliases: maybe(fc.array(fc.oneof(id, words), { maxLength: 3 })),
      description: maybe(words),
      qid: maybe(fc.constantFrom('Q1', 'Q2', 'X')),
      isOutlet: maybe(fc.boolean()),
      mentions: maybe(
        fc.array(fc.oneof(passage, fc.record({ at: passage, kind: fc.constant('PRONOUN') })), {
          maxLength: 4,
        }),
      ),
    },
    { requiredKeys: ['type', 'name'] },
  );
  const text = fc.oneof(
    fc.constant(TEXT),
    fc.constant(TEXT.normalize('NFD')),
    fc
      .array(fc.nat(parts.length - 1), { minLength: 1, maxLength: 60 })
      .map((places) => places.map((at) => parts[at]).join('')),
  );

  it('the document passes the check, and nothing but INVALID_INPUT is thrown', () => {
    let kept = 0;
    fc.assert(
      fc.property(
        text,
        fc.record({
          entities: fc.array(entity, { maxLength: 6 }),
          statements: fc.array(statement, { maxLength: 12 }),
        }),
        (article, loose) => {
          const { document, counts } = documentOfLoose(
            loose,
            { text: article, outlet: { name: 'a', qid: 'Q1' } },
            TOOL,
          );
          checkAnnotation(document);
          expect(document.statements).toHaveLength(counts.statements.kept);
          kept += counts.statements.kept;
        },
      ),
      { numRuns: 600 },
    );
    expect(kept).toBeGreaterThan(200);
  });

  it('also of any values at all', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.record({ entities: fc.anything(), statements: fc.array(fc.anything()) })),
        (loose) => {
          try {
            checkAnnotation(documentOfLoose(loose, { text: TEXT }, TOOL).document);
          } catch (error) {
            expect(error).toBeInstanceOf(OnrecordError);
            expect(error).toMatchObject({ code: 'INVALID_INPUT' });
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
