import { describe, expect, test } from 'vitest';
import { emptyDocument } from '../../../src/ingest/extractors/article.ts';
import { assemble } from '../../../src/ingest/extractors/assemble.ts';
import type { PlacedElements, PlacedStatement } from '../../../src/ingest/extractors/placed.ts';

const TEXT = 'Anna Berg, head of Norbank, told Izvestia it rained. Moscow did not respond to her.';
const empty = emptyDocument({ text: TEXT }, { tool: 'test', version: '1', parameters: {} });

function at(words: string): { start: number; end: number } {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
}

const said: PlacedStatement = {
  pointer: '/said',
  id: 'said',
  acts: ['ASSERT'],
  speakers: ['berg'],
  source: [at('Anna Berg')],
  mention: 'm1',
  speakingAs: 'head',
  onBehalfOf: 'norbank',
  cue: [at('told')],
  content: [at('it rained')],
  addressee: { pointer: '/said/to', entities: ['izvestia'], text: 'Izvestia', evidence: [at('Izvestia')] },
};
const silent: PlacedStatement = {
  pointer: '/silent',
  id: 'silent',
  acts: ['NO_RESPONSE'],
  speakers: ['russia'],
  source: [at('Moscow')],
  mention: 'm2',
  cue: [at('did not respond')],
  content: [],
  addressee: null,
  aboutStatements: ['said'],
};
const placed: PlacedElements = {
  entities: [
    { pointer: '/berg', id: 'berg', type: 'PERSON', name: 'Anna Berg' },
    { pointer: '/norbank', id: 'norbank', type: 'ORGANIZATION', name: 'Norbank' },
    { pointer: '/izvestia', id: 'izvestia', type: 'ORGANIZATION', name: 'Izvestia', isOutlet: true },
    { pointer: '/head', id: 'head', type: 'POSITION', name: 'Head of Norbank', of: 'norbank' },
    { pointer: '/russia', id: 'russia', type: 'COUNTRY', name: 'Russia' },
    { pointer: '/moscow', id: 'moscow', type: 'PLACE', name: 'Moscow' },
  ],
  mentions: [
    { pointer: '/m1', id: 'm1', ...at('Anna Berg'), kind: 'NAME', entities: ['berg'] },
    {
      pointer: '/m2',
      id: 'm2',
      ...at('Moscow'),
      kind: 'NAME',
      reading: 'METONYMIC',
      entities: ['russia'],
      literally: 'moscow',
    },
    { pointer: '/m3', id: 'm3', ...at('her'), kind: 'PRONOUN', entities: ['berg'], antecedent: 'm1' },
  ],
  statements: [said, silent],
  relations: [
    {
      pointer: '/held',
      id: 'held',
      type: 'HOLDS_POSITION',
      from: 'berg',
      to: 'head',
      evidence: [at('Anna Berg, head of Norbank')],
    },
  ],
};

describe('a document of what was placed', () => {
  test('has readings, antecedents, offices, principals and relations', () => {
    const { document, refused } = assemble(empty, placed);
    expect(refused).toEqual([]);
    expect(document.entities?.find(({ id }) => id === 'head')).toMatchObject({ of: 'norbank' });
    expect(
      document.mentions?.map(({ reading, literally, antecedent }) => [reading, literally, antecedent]),
    ).toEqual([
      ['LITERAL', null, null],
      ['METONYMIC', 'moscow', null],
      ['LITERAL', null, 'm1'],
    ]);
    const [first, second] = document.statements ?? [];
    expect(first?.source).toMatchObject({ mention: 'm1', speakingAs: 'head', onBehalfOf: 'norbank' });
    expect(second).toMatchObject({ addressee: { state: 'NONE' }, aboutStatements: ['said'] });
    expect(document.relations).toMatchObject([
      {
        type: 'HOLDS_POSITION',
        from: 'berg',
        to: 'head',
        evidence: [{ exact: 'Anna Berg, head of Norbank' }],
      },
    ]);
  });

  test('joins what has one name, also in relations, offices and readings', () => {
    const twice = {
      ...placed,
      entities: [
        { pointer: '/first', id: 'first', type: 'ORGANIZATION' as const, name: 'NORBANK' },
        ...placed.entities,
      ],
    };
    const { document } = assemble(empty, twice);
    expect(document.entities?.find(({ id }) => id === 'head')?.of).toBe('first');
    expect(document.statements?.[0]?.source.onBehalfOf).toBe('first');
  });

  test.each([
    [
      'a relation of the wrong types',
      {
        ...placed,
        relations: (placed.relations ?? []).map((relation) => ({ ...relation, type: 'MEMBER_OF' as const })),
      },
      '/held',
    ],
    [
      'a mention that stands for nothing else',
      { ...placed, mentions: placed.mentions.map((mention) => ({ ...mention, literally: null })) },
      '/m2',
    ],
  ])('leaves out %s, and keeps the rest', (_, given, pointer) => {
    const { document, refused } = assemble(empty, given);
    expect(refused.map((problem) => problem.pointer)).toContain(pointer);
    expect(document.entities).toHaveLength(6);
    expect(document.mentions?.length).toBeGreaterThanOrEqual(2);
  });

  test('leaves out references to what is gone', () => {
    const given = {
      ...placed,
      entities: placed.entities.map((entity) =>
        entity.id === 'norbank' ? { ...entity, name: '\u200b' } : entity,
      ),
    };
    const { document, refused } = assemble(empty, given);
    expect(refused.map(({ pointer }) => pointer)).toEqual(['/norbank']);
    expect(document.entities?.find(({ id }) => id === 'head')?.of).toBeNull();
    expect(document.statements?.[0]?.source.onBehalfOf).toBeNull();
    expect(document.relations).toHaveLength(1);
  });

  test('leaves out a relation with an entity that is gone', () => {
    const given = {
      ...placed,
      entities: placed.entities.map((entity) =>
        entity.id === 'head' ? { ...entity, name: '\u200b' } : entity,
      ),
    };
    const { document, refused } = assemble(empty, given);
    expect(refused.map(({ pointer }) => pointer)).toEqual(['/head', '/held']);
    expect(document.relations).toEqual([]);
    expect(document.statements?.[0]?.source.speakingAs).toBeNull();
  });
});
