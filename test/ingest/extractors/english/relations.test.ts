import { describe, expect, test } from 'vitest';
import { extracted } from '../../../support/extraction/extracted.ts';

describe('relations', () => {
  test.each([
    [
      'a title before a name',
      'Norwegian Finance Minister Anna Berg said that it rained.',
      ['Anna Berg HOLDS_POSITION Finance Minister of Norway'],
    ],
    [
      'an apposition behind a name',
      'Anna Berg, a senior fellow at the Norland Institute, said that it rained.',
      [
        'Anna Berg HOLDS_POSITION Senior Fellow at the Norland Institute',
        'Anna Berg AFFILIATED_WITH Norland Institute',
      ],
    ],
    [
      'a president',
      'French President Anna Berg said that it rained.',
      ['Anna Berg HOLDS_POSITION President of France', 'Anna Berg HEAD_OF_STATE_OF France'],
    ],
    [
      'an ambassador',
      'Swedish Ambassador to Norway Anna Berg said that it rained.',
      ['Anna Berg HOLDS_POSITION Ambassador of Sweden to Norway', 'Anna Berg AMBASSADOR_TO Norway'],
    ],
    [
      'a mayor',
      'Chicago Mayor Anna Berg said that it rained.',
      ['Anna Berg HOLDS_POSITION Mayor of Chicago'],
    ],
    [
      'a member',
      'Anna Berg, a member of the State Duma, said that it rained.',
      ['Anna Berg MEMBER_OF State Duma'],
    ],
    [
      'who leads a committee of a chamber',
      'Chairman of the State Duma’s Committee on Energy Anna Berg said that it rained.',
      [
        'Anna Berg HOLDS_POSITION Chairman of the State Duma Committee on Energy',
        'Anna Berg MEMBER_OF State Duma',
        'Anna Berg MEMBER_OF State Duma Committee on Energy',
        'State Duma Committee on Energy PART_OF State Duma',
      ],
    ],
    [
      'whom a body of a state belongs to',
      'The Norwegian Foreign Ministry said that it rained.',
      ['Norwegian Foreign Ministry PART_OF Norway'],
    ],
    [
      'an employer behind a name',
      'Anna Berg of the Norland Institute said that it rained.',
      ['Anna Berg AFFILIATED_WITH Norland Institute'],
    ],
    [
      'an office of a body without an article',
      'Ola Ek, president of Real Madrid, said that it rained.',
      ['Ola Ek HOLDS_POSITION President of Real Madrid', 'Ola Ek AFFILIATED_WITH Real Madrid'],
    ],
    [
      'a recall',
      'Anna Berg was called back to Oslo from Paris on Monday.',
      ['Anna Berg RECALLED_TO Oslo', 'Anna Berg RECALLED_FROM Paris'],
    ],
  ])('are found in %s', async (_, text, relations) => {
    expect((await extracted(text)).relations).toEqual(relations);
  });

  test.each([
    ['a former office', 'Former Norwegian Finance Minister Anna Berg said that it rained.'],
    ['an office that somebody wants', 'Anna Berg wants to be president of France, Carl Lund said.'],
    ['an office of somebody else', 'Anna Berg met the president of France.'],
    ['people in one sentence with an organization', 'Anna Berg criticized Norbank in Oslo.'],
    ['one place where somebody may be the one meant', 'Anna Berg left Paris. The French president stayed.'],
    ['an owner that is no body', 'Norway’s critics said that it rained.'],
    ['an office on a condition', 'If Anna Berg becomes president of Sweden, it will rain.'],
    ['an office in a clause of time', 'When Anna Berg became president of Sweden, it rained.'],
    ['an office that nobody believes in', 'Nobody believes that Ola Ek is the president of Norway.'],
    ['an office with its end', 'Ola Ek, finance minister of Norway from 2010 to 2014, said that it rained.'],
    ['an office that is being left', 'Norway’s outgoing finance minister Ola Ek said that it rained.'],
    ['an office that began in another year', 'In 1990 Ola Ek became president of Norway.'],
    ['a team of a country', 'Ola Ek, coach of Sweden, said that it rained.'],
    ['a state and a body that is not its own', 'The Swedish Automakers Council said that it rained.'],
    ['an owner of a body that is no state’s', 'Sweden’s Automakers Council said that it rained.'],
    ['a journey', 'Anna Berg was called to Oslo to talk.'],
  ])('are not made of %s', async (_, text) => {
    expect((await extracted(text)).relations).toEqual([]);
  });

  test('have every stretch that says them, and in contents, too', async () => {
    const { document } = await extracted(
      'Norwegian Finance Minister Anna Berg left. “Anna Berg, the Norwegian finance minister, is late,” Carl Lund said.',
    );
    const [relation] = document.relations ?? [];
    expect(relation?.evidence?.map(({ exact }) => exact)).toEqual([
      'Norwegian Finance Minister Anna Berg',
      'Anna Berg, the Norwegian finance minister',
    ]);
  });

  test('of the background are told with a reference, where the text names the capital', async () => {
    const { document } = await extracted('Paris said that it rained.');
    expect(document.relations?.map(({ type, evidence, reference }) => [type, evidence, reference])).toEqual([
      ['CAPITAL_OF', [], 'https://www.wikidata.org/wiki/Q142'],
      ['LOCATED_IN', [], 'https://www.wikidata.org/wiki/Q90'],
    ]);
  });

  test('tell the bodies of two states apart', async () => {
    const { entities } = await extracted(
      'The Norwegian Foreign Ministry said that it rained. The Swedish Foreign Ministry said that it snowed.',
    );
    expect([...entities.keys()].filter((name) => name.includes('Ministry'))).toEqual([
      'Norwegian Foreign Ministry',
      'Swedish Foreign Ministry',
    ]);
  });
});
