import { describe, expect, test } from 'vitest';
import { extracted } from '../../../support/extraction/extracted.ts';

describe('what a statement is about', () => {
  test.each([
    ['the subject of its content', 'Carl Lund said that Norway was late.', ['Norway']],
    ['who takes part', 'Carl Lund said that Norway would talk with Sweden.', ['Norway', 'Sweden']],
    ['whom a pronoun means', 'Anna Berg left. Carl Lund said that she was late.', ['Anna Berg']],
    ['the speaker of a promise without a subject', 'Carl Lund promised to pay.', ['Carl Lund']],
    ['a state that a capital stands for', 'Carl Lund said that Paris was late.', ['France']],
    ['not the place', 'Carl Lund said that Anna Berg was late in Norway.', ['Anna Berg']],
    ['not a measure', 'Carl Lund said that Anna Berg knew more than Norway.', ['Anna Berg']],
    ['nothing, of a silence', 'Carl Lund did not respond to Anna Berg.', []],
  ])('is %s', async (_, text, names) => {
    const { document } = await extracted(text);
    const [statement] = document.statements ?? [];
    const about = (statement?.about ?? []).map(
      (id) => document.entities?.find((entity) => entity.id === id)?.name,
    );
    expect(about).toEqual(names);
  });
});
