import { describe, expect, test } from 'vitest';
import { extracted } from '../../../support/extraction/extracted.ts';

describe('mentions', () => {
  test('are names, nouns and pronouns, with what they point back to', async () => {
    const { document } = await extracted('Anna Berg, a senator, left. She was late, Carl Lund said.');
    const mentions = document.mentions ?? [];
    const wordsOf = (id: string | null | undefined) =>
      mentions.find((mention) => mention.id === id)?.exact ?? null;
    expect(mentions.map(({ exact, kind, antecedent }) => [exact, kind, wordsOf(antecedent)])).toEqual([
      ['Anna Berg', 'NAME', null],
      ['a senator', 'NOMINAL', 'Anna Berg'],
      ['She', 'PRONOUN', 'a senator'],
      ['Carl Lund', 'NAME', null],
    ]);
  });

  test('of a capital that acts stand for the state, and name the city literally', async () => {
    const { document, entities } = await extracted('Paris wants to talk, Carl Lund said in Paris.');
    const id = (name: string) => entities.get(name)?.id;
    expect(document.mentions?.filter(({ exact }) => exact === 'Paris')).toMatchObject([
      { reading: 'METONYMIC', entities: [id('France')], literally: id('Paris') },
      { reading: 'LITERAL', entities: [id('Paris')], literally: null },
    ]);
  });

  test.each([
    ['the union', 'Brussels wants to talk, Carl Lund said.', 'European Union'],
    [
      'the state where the text names it',
      'Belgium is late. Brussels wants to talk, Carl Lund said.',
      'Belgium',
    ],
  ])('of Brussels mean %s', async (_, text, name) => {
    expect((await extracted(text)).mentions).toContain(`Brussels = ${name}`);
  });

  test('have no two with one place, and count code points', async () => {
    const { document } = await extracted(
      '😀 Anna Berg and Carl Lund said in Paris that the French president was late.',
    );
    const text = [...document.article.text];
    const places = new Set<string>();
    for (const { start, end, exact } of document.mentions ?? []) {
      expect(text.slice(start, end).join('')).toBe(exact);
      places.add(`${start}-${end}`);
    }
    expect(places.size).toBe(document.mentions?.length);
  });

  test('make the entities: nothing is listed that nothing refers to', async () => {
    const { document } = await extracted(
      'Norwegian Finance Minister Anna Berg told Izvestia that Paris was late. Two officials agreed.',
    );
    const { entities = [], mentions = [], statements = [], relations = [] } = document;
    const referred = new Set([
      ...mentions.flatMap(({ entities: ids, literally }) => [...ids, literally]),
      ...statements.flatMap(({ source }) => [...source.speakers, source.speakingAs]),
      ...relations.flatMap(({ from, to }) => [from, to]),
      ...entities.flatMap(({ of, accreditedTo }) => [of, accreditedTo]),
    ]);
    expect(entities.filter(({ id }) => !referred.has(id))).toEqual([]);
  });
});
