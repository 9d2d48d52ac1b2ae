import { describe, expect, test } from 'vitest';
import { extracted } from '../../../support/extraction/extracted.ts';

describe('speakers', () => {
  test.each([
    ['a name', 'Jan Ek said that it rained.', ['Jan Ek']],
    ['a name after a title', 'Finance Minister Anna Berg said that it rained.', ['Anna Berg']],
    ['a name with an apposition', 'Anna Berg, a friend of Carl Lund, said that it rained.', ['Anna Berg']],
    ['a last name alone', 'Anna Berg left. “It rains,” Berg said.', ['Anna Berg']],
    ['two who speak as one', 'Anna Berg and Carl Lund said that it rained.', ['Anna Berg, Carl Lund']],
    [
      'two with their offices',
      'Norbank Chief Executive Anna Berg and Chairman Carl Lund said that it rained.',
      ['Anna Berg, Carl Lund'],
    ],
    [
      'whom a titled name owns',
      'Foreign Minister Ola Ek’s spokeswoman Anna Berg said that he was glad.',
      ['Anna Berg'],
    ],
    ['whose owner has a title', 'President Ola Ek’s wife, Jan Dahl, said that it rained.', ['Jan Dahl']],
    ['a pronoun that owns', 'Anna Berg left. Her counterpart, Ola Ek, said that it was not.', ['Ola Ek']],
    [
      'a noun that a pronoun owns',
      'Anna Berg left. Her colleague Ahmad Faisal agreed that it rained.',
      ['Ahmad Faisal'],
    ],
    ['a company with its legal form', 'Veltrix, Inc. said that it rained.', ['Veltrix, Inc.']],
    ['a company with a common word', 'Ford Motor said that it rained.', ['Ford Motor']],
    ['a state', 'Norway said that it rained.', ['Norway']],
    ['states', 'Norway and Sweden said that it rained.', ['Norway, Sweden']],
    ['a capital that stands for its state', 'Paris said that it rained.', ['France']],
    ['a house that stands for a state', 'The White House said that it rained.', ['United States']],
    ['a pronoun', 'Anna Berg left. She said that it rained.', ['Anna Berg']],
    ['a noun', 'Anna Berg, a senator from Norland, left. The senator said that it rained.', ['Anna Berg']],
    [
      'an expert who is called the head of an institute',
      'Anna Berg, head of the Norland Institute, said that it rained. The expert said that it snowed.',
      ['Anna Berg', 'Anna Berg'],
    ],
    [
      'the publisher of a report',
      'A report by the Norland Institute said that it rained.',
      ['Norland Institute'],
    ],
  ])('are found behind %s', async (_, text, speakers) => {
    expect((await extracted(text)).speakers).toEqual(speakers);
  });

  test.each([
    ['officials', 'Two officials said that it rained.', 'Two officials'],
    ['whom a paper asked', 'It rains, experts quizzed by Izvestia said.', 'experts'],
    [
      'a spokesman for somebody',
      'A spokesman for Anna Berg said that it rained.',
      'A spokesman for Anna Berg',
    ],
    ['whom a pronoun owns', 'Jan Ek left. His lawyer said that it rained.', 'His lawyer'],
    ['officials of a state', 'US officials said that it rained.', 'US officials'],
    ['a noun that points to nobody', 'The plumber said that it rained.', 'The plumber'],
    ['whom a relative clause tells of', 'Three diplomats, who said that it rained, left.', 'Three diplomats'],
  ])('without a name are unnamed sources: %s', async (_, text, name) => {
    const { speakers, entities } = await extracted(text);
    expect(speakers).toEqual([name]);
    expect(entities.get(name)?.type).toBe('UNNAMED_SOURCE');
  });

  test('without a name are one where a later noun or pronoun points back', async () => {
    const { speakers, document } = await extracted(
      'A senior official said that it rained. The official said that it snowed. He added that it was late.',
    );
    expect(speakers).toEqual(['A senior official', 'A senior official', 'A senior official']);
    expect(new Set(document.statements?.map(({ source }) => source.speakers[0])).size).toBe(1);
  });

  test('without a name are two where nothing points back', async () => {
    const { document } = await extracted(
      'Officials said that it rained. In Norway officials said that it snowed.',
    );
    expect(new Set(document.statements?.map(({ source }) => source.speakers[0])).size).toBe(2);
  });

  test('are nobody behind a pronoun that points to nobody, and the confidence falls', async () => {
    const { speakers, document } = await extracted('He said that it rained. Anna Berg said that it snowed.');
    expect(speakers).toEqual(['', 'Anna Berg']);
    const [open, named] = document.statements ?? [];
    expect(open?.confidence).toBeLessThan(named?.confidence ?? 0);
  });

  test('are those before, for “they”', async () => {
    const { speakers } = await extracted('Two officials said that it rained. They added that it was late.');
    expect(speakers).toEqual(['Two officials', 'Two officials']);
  });

  test('have a mention, an office, and those they speak for', async () => {
    const { document, entities } = await extracted(
      'Anna Berg, the head of Norbank, left. Speaking on behalf of Carl Lund, Berg said that it rained.',
    );
    const [statement] = document.statements ?? [];
    const mention = document.mentions?.find(({ id }) => id === statement?.source.mention);
    expect(mention?.exact).toBe('Berg');
    expect(statement?.source.speakingAs).toBe(entities.get('Head of Norbank')?.id);
    expect(statement?.source.onBehalfOf).toBe(entities.get('Carl Lund')?.id);
  });
});

describe('addressees', () => {
  test('are entities where the words name one, and words where they do not', async () => {
    const { document, entities } = await extracted(
      'Anna Berg told Izvestia that it rained. Carl Lund told reporters that it snowed.',
    );
    const [first, second] = document.statements ?? [];
    expect(first?.addressee).toMatchObject({ state: 'KNOWN', entities: [entities.get('Izvestia')?.id] });
    expect(second?.addressee).toMatchObject({ state: 'KNOWN', entities: [], text: 'reporters' });
  });
});
