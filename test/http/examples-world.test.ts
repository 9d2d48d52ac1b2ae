import { expect, test } from 'vitest';
import { describeEngines } from '../support/engines.ts';
import {
  askingBundled,
  type Counted,
  type Named,
  type Nodes,
  named,
  names,
  OF_THE_WORLD,
  type Saying,
  spanOf,
  speakers,
} from './examples.ts';

describeEngines('the examples about the world on the bundled article', (open) => {
  const { ask, asked } = askingBundled(open);

  test('WhoHeldWhichOffice: five holders on the day of the article, and none that nobody attests', async () => {
    interface Office extends Named {
      readonly of: Named;
      readonly onTheDay: readonly { readonly holder: Named; readonly relation: object }[];
      readonly aYearLater: readonly object[];
    }
    const { entities } = await ask<{ entities: Nodes<Office> }>('WhoHeldWhichOffice');
    const held = entities.nodes.map(({ name, onTheDay }) => [
      name,
      names(onTheDay.map(({ holder }) => holder)),
    ]);
    expect(held).toEqual([
      ['Ambassador of Russia to the United States', 'Anatoly Antonov'],
      ['First Deputy Chairman of the Federation Council Committee on Foreign Affairs', 'Vladimir Dzhabarov'],
      ['President of Russia', 'Vladimir Putin'],
      ['President of the United States', 'Joe Biden'],
      ['Senior Fellow at the Hudson Institute', 'Richard Weitz'],
    ]);
    const attested = { attestedFrom: '2021-03-22', attestedUntil: '2021-03-22' };
    for (const { onTheDay, aYearLater } of entities.nodes) {
      expect(onTheDay).toMatchObject([{ relation: attested }]);
      expect(aYearLater).toEqual([]);
    }
  });

  test('CityOrState: where each capital is the city, and where its name is the state', async () => {
    interface Data {
      readonly moscow: object;
      readonly washington: object;
      readonly russianOfficials: Counted & Nodes<Saying>;
      readonly americanOfficials: Counted & Nodes<Saying>;
    }
    const { moscow, washington, russianOfficials, americanOfficials } = await ask<Data>('CityOrState');
    const silent = { totalCount: 0 };
    const standsFor = (name: string) => ({ entities: [named(name)] });
    expect(moscow).toMatchObject({
      name: 'Moscow',
      asTheCity: { totalCount: 2, nodes: [spanOf('Moscow', 592), spanOf('Moscow', 2415)] },
      asTheState: { totalCount: 1, nodes: [{ ...spanOf('Moscow', 733), ...standsFor('Russia') }] },
      statements: silent,
      country: { name: 'Russia', statements: silent },
    });
    const interest = {
      content: expect.stringMatching(/^considerable interest in dialogue with Russia/),
      within: { saidBy: { speakers: [named('Richard Weitz')] } },
    };
    expect(washington).toMatchObject({
      name: 'Washington, D.C.',
      asTheCity: { totalCount: 1, nodes: [spanOf('Washington', 604)] },
      asTheState: {
        totalCount: 2,
        nodes: [744, 1708].map((start) => ({
          ...spanOf('Washington', start),
          ...standsFor('United States'),
        })),
      },
      statements: silent,
      country: { name: 'United States', statements: { totalCount: 1, nodes: [interest] } },
    });
    // By office and by seat in a body of the state; a fellow of an institute in the city is none.
    const offices = ({ nodes }: Nodes<Saying>) =>
      nodes.map((said) => `${speakers(said)}, ${said.saidBy.speakingAs?.name}`).toSorted();
    const senator = 'First Deputy Chairman of the Federation Council Committee on Foreign Affairs';
    expect(offices(russianOfficials)).toEqual([
      ...Array<string>(5).fill(`Vladimir Dzhabarov, ${senator}`),
      'Vladimir Putin, President of Russia',
    ]);
    expect(offices(americanOfficials)).toEqual(
      Array<string>(2).fill('Joe Biden, President of the United States'),
    );
    expect([russianOfficials.totalCount, americanOfficials.totalCount]).toEqual([6, 2]);
  });

  test('AntonovsOffices: ambassador to the United States, recalled from Washington to Moscow', async () => {
    const { entity } = await ask<{ entity: Named & { positions: object; relations: object } }>(
      'AntonovsOffices',
    );
    expect(entity.name).toBe('Anatoly Antonov');
    const office = 'Ambassador of Russia to the United States';
    expect(entity.positions).toEqual([
      {
        position: { name: office, of: named('Russia'), accreditedTo: named('United States') },
        from: null,
        until: null,
        relation: { evidence: [spanOf('Russian Ambassador to the US Anatoly Antonov', 528)] },
      },
    ]);
    const recall = (type: string, to: string, exact: string) => {
      return { type, to: named(to), evidence: [spanOf(exact, 557)], claimedIn: [] };
    };
    const words = 'Anatoly Antonov was called back to Moscow';
    expect(entity.relations).toEqual({
      nodes: [
        recall('RECALLED_FROM', 'Washington, D.C.', `${words} from Washington`),
        recall('RECALLED_TO', 'Moscow', words),
      ],
    });
  });

  test('TreatyAndItsParties: both presidents, and Weitz in other words only', async () => {
    const prolonged = {
      saidBy: { speakers: [named('Richard Weitz')], speakingAs: { of: named('Hudson Institute') } },
      content: expect.stringContaining('has already been prolonged'),
      addressee: { entities: [named('Izvestia')] },
    };
    const { entity } = await ask<{ entity: object }>('TreatyAndItsParties');
    expect(entity).toMatchObject({
      name: 'New Strategic Arms Reduction Treaty',
      aliases: ['New START'],
      parties: [
        { name: 'Russia', headsOfState: [named('Vladimir Putin')] },
        { name: 'United States', headsOfState: [named('Joe Biden')] },
      ],
      quoted: { totalCount: 0, nodes: [] },
      paraphrased: { totalCount: 1, nodes: [prolonged] },
    });
  });

  test('FromSenatorToTreaty: over the committee and over the chamber to Weitz', async () => {
    const fellow = named('Senior Fellow at the Hudson Institute');
    const prolonged = {
      saidBy: { speakers: [named('Richard Weitz')], speakingAs: fellow },
      content: expect.stringContaining('New START'),
    };
    const treaty = {
      name: 'New Strategic Arms Reduction Treaty',
      parties: [named('Russia'), named('United States')],
      statementsAbout: { nodes: [prolonged] },
    };
    const seat = (name: string, partOf: string) =>
      expect.objectContaining({
        type: 'MEMBER_OF',
        to: { name, partOf: named(partOf), country: { name: 'Russia', treaties: [treaty] } },
      });
    const { entity } = await ask<{ entity: Named & { relations: Nodes<object> } }>('FromSenatorToTreaty');
    expect(entity.name).toBe('Vladimir Dzhabarov');
    expect(entity.relations.nodes).toHaveLength(2);
    expect(entity.relations.nodes).toEqual(
      expect.arrayContaining([
        seat('Federation Council Committee on Foreign Affairs', 'Federation Council'),
        seat('Federation Council', 'Federal Assembly of Russia'),
      ]),
    );
  });

  test('WaysToTheTreaty: over the country that he is sent to; around it are both parties, and Weitz', async () => {
    type Way = Record<'from' | 'to', Named> & { relation: { type: string } | null };
    type Answer = {
      paths: { truncated: boolean; paths: { length: number; steps: Way[] }[] };
      neighborhood: { truncated: boolean; edges: Way[] };
    };
    const line = ({ from, to, relation }: Way) => `${from.name} ${relation?.type ?? 'ABOUT'} ${to.name}`;
    const { paths, neighborhood } = await ask<Answer>('WaysToTheTreaty');
    const [us, treaty] = ['United States', 'New Strategic Arms Reduction Treaty'];
    const parties = [`Russia PARTY_TO ${treaty}`, `${us} PARTY_TO ${treaty}`];
    expect(paths).toMatchObject({ truncated: true, paths: [{ length: 2 }, { length: 3 }, { length: 3 }] });
    expect(paths.paths[0]?.steps.map(line)).toEqual([`Anatoly Antonov AMBASSADOR_TO ${us}`, parties[1]]);
    const edges = neighborhood.edges.filter(({ to }) => to.name === treaty);
    expect(edges.map(line).toSorted()).toEqual([`Richard Weitz ABOUT ${treaty}`, ...parties]);
    expect(neighborhood.truncated).toBe(false);
  });

  test('none of them is without a test above', () => {
    expect([...asked]).toEqual(OF_THE_WORLD);
  });
});
