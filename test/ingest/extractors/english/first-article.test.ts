import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AnnotationInput } from '../../../../src/ingest/annotation.ts';
import { englishExtractor } from '../../../../src/ingest/extractors/english/extractor.ts';
import { type Comparison, compare } from '../../../support/extraction/compare.ts';
import { goldOfDocument } from '../../../support/extraction/gold-of-document.ts';

const hand = JSON.parse(
  readFileSync(new URL('../../../../data/izvestia-2021-03-22.json', import.meta.url), 'utf8'),
) as AnnotationInput;

describe('the first article, from its text alone', () => {
  let found: AnnotationInput;
  let comparison: Comparison;

  beforeAll(async () => {
    const { text, key } = hand.article;
    ({ document: found } = await englishExtractor.extract({ text, ...(key !== undefined && { key }) }));
    comparison = compare(goldOfDocument(hand), found);
  });

  test('has its statements', () => {
    expect(comparison.statements.wrong).toEqual([]);
    expect(comparison.extra).toEqual([]);
  });

  test('has the right speakers', () => {
    expect(comparison.speakers.wrong).toEqual([]);
  });

  test('has all that is named, with its type', () => {
    expect(comparison.entities.wrong).toEqual([]);
  });

  test('reads Moscow and Washington as the city or the state', () => {
    expect(comparison.readings.of).toBe(6);
    expect(comparison.readings.wrong).toEqual([]);
  });

  test('has no relation that people did not find', () => {
    expect(comparison.invented).toEqual([]);
    expect(comparison.relations.right).toBeGreaterThanOrEqual(15);
  });

  test('has as background only which cities are capitals', () => {
    const background = (found.relations ?? []).filter(({ evidence = [] }) => evidence.length === 0);
    expect(background.map(({ type }) => type)).toEqual([
      'CAPITAL_OF',
      'LOCATED_IN',
      'CAPITAL_OF',
      'LOCATED_IN',
    ]);
    for (const { reference } of background)
      expect(reference).toMatch(/^https:\/\/www\.wikidata\.org\/wiki\/Q\d+$/u);
  });

  test('gives offices to those who speak', () => {
    const offices = new Map(
      (found.statements ?? []).map(({ source }) => [nameOf(source.speakers[0]), nameOf(source.speakingAs)]),
    );
    expect(offices.get('Vladimir Dzhabarov')).toBe(
      'First Deputy Chairman of the Federation Council Committee on Foreign Affairs',
    );
    expect(offices.get('Richard Weitz')).toBe('Senior Fellow at the Hudson Institute');
    expect(offices.get('politicians and experts')).toBe('');
  });

  function nameOf(id: string | null | undefined): string {
    return found.entities?.find((entity) => entity.id === id)?.name ?? '';
  }
});
