import { expect, test } from 'vitest';
import type { AnnotationInput } from '../../../../src/ingest/annotation.ts';
import { scoresOf } from '../../../support/extraction/floors.ts';
import { goldArticles } from '../../../support/extraction/gold.ts';
import { documentOfGold } from '../../../support/extraction/gold-document.ts';
import { scoreAgainstGold } from '../../../support/extraction/score-extractor.ts';

const articles = goldArticles();

function scoresWith(change: (document: AnnotationInput) => AnnotationInput) {
  const documents = articles.map((article) => [article.id, change(documentOfGold(article))] as const);
  return scoresOf(scoreAgainstGold(articles, new Map(documents)));
}

function eachStatement(
  change: (
    statement: NonNullable<AnnotationInput['statements']>[number],
  ) => Partial<NonNullable<AnnotationInput['statements']>[number]>,
) {
  return (document: AnnotationInput): AnnotationInput => ({
    ...document,
    statements: (document.statements ?? []).map((statement) => ({ ...statement, ...change(statement) })),
  });
}

const whole = scoresWith((document) => document);

test('the gold itself has full scores', () => {
  const less = Object.keys(whole).filter((metric) => whole[metric] !== 100);
  // Fragments in a statement that is quoted in part are no hits, as in the measure that these are compared with.
  expect(less.filter((metric) => !/^[ae]\. direct spans/.test(metric))).toEqual([]);
});

test('nothing found scores nothing, and breaks nothing', () => {
  const scores = scoresWith(({ statements: _, mentions: __, ...document }) => document);
  expect(Object.values(scores).filter((score) => score > 0)).toEqual([]);
});

test.each<readonly [string, (document: AnnotationInput) => AnnotationInput, RegExp]>([
  ['acts', eachStatement(() => ({ acts: ['APOLOGIZE'] })), /^(?:h\.|l\.)/],
  ['speakers', eachStatement(({ source }) => ({ source: { ...source, speakers: [] } })), /^i\. speakers/],
  ['nesting', eachStatement(() => ({ within: null })), /^j\./],
  ['addressees', eachStatement(() => ({ addressee: { state: 'UNKNOWN' } })), /^(?:f\. addressee|k\.)/],
  [
    'readings',
    (document) => ({
      ...document,
      mentions: (document.mentions ?? []).map(({ literally, reading: _, ...mention }) => ({
        ...mention,
        entities: literally == null ? mention.entities : [literally],
      })),
    }),
    /^m\./,
  ],
  ['kinds', eachStatement(({ kind }) => ({ kind: kind === 'DIRECT' ? 'INDIRECT' : 'DIRECT' })), /^g\./],
])('wrong %s lower their own metrics and no others', (_, change, own) => {
  const scores = scoresWith(change);
  const lower = Object.keys(whole).filter((metric) => (scores[metric] ?? 0) < (whole[metric] ?? 0));
  expect(lower.length).toBeGreaterThan(0);
  expect(lower.filter((metric) => !own.test(metric))).toEqual([]);
});
