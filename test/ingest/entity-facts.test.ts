import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EntityFacts, namingKey, unite } from '../../src/ingest/entity-facts.ts';
import { foldName } from '../../src/text/fold.ts';

function facts(name: string, namedBy: string, more: Partial<EntityFacts> = {}): EntityFacts {
  return {
    id: 'org_1',
    type: 'ORGANIZATION',
    name,
    sortName: foldName(name),
    namedBy,
    aliases: [],
    description: null,
    qid: null,
    isOutlet: false,
    signedOn: null,
    inForceUntil: null,
    heldOn: null,
    descriptor: null,
    articleId: null,
    attested: true,
    ...more,
  };
}

describe('what documents say of an entity', () => {
  it('is named as the best document names it, and all other names are aliases', () => {
    const united = unite(
      facts('Norland Post', 'b', { aliases: ['NP'] }),
      facts('The Post', 'a', { aliases: ['NP'] }),
    );
    expect(united).toMatchObject({ name: 'The Post', sortName: 'the post', namedBy: 'a' });
    expect(united.aliases).toEqual(['NP', 'Norland Post']);
    expect(unite(united, facts('NP', '0')).aliases).toEqual(['Norland Post', 'The Post']);
  });

  it('prefers documents made by hand, then earlier articles, and undated ones last', () => {
    const keys = [
      namingKey('HAND', '2021-03-01/2021-03-01', 'run_2'),
      namingKey('HAND', '2021-03-22/2021-03-22', 'run_1'),
      namingKey('HAND', null, 'run_1'),
      namingKey('HAND', null, 'run_2'),
      namingKey('TOOL', '2020-01-01/2020-12-31', 'run_1'),
    ];
    expect(keys.toSorted()).toEqual(keys);
  });

  it('keeps the fuller of two texts', () => {
    const vague = facts('T', 'a', { signedOn: '2024', description: 'a treaty' });
    const exact = facts('T', 'b', { signedOn: '2024-03-05', description: 'a pact!!' });
    expect(unite(vague, exact)).toMatchObject({ signedOn: '2024-03-05', description: 'a pact!!' });
    expect(unite(vague, facts('T', 'b'))).toMatchObject({ signedOn: '2024', heldOn: null });
  });

  it('makes an outlet of what one of them calls so', () => {
    expect(unite(facts('T', 'a'), facts('T', 'b', { isOutlet: true })).isOutlet).toBe(true);
    expect(
      unite(facts('T', 'a', { isOutlet: null }), facts('T', 'b', { isOutlet: null })).isOutlet,
    ).toBeNull();
  });

  it('is the same in any order', () => {
    const name = fc.constantFrom('Carl Ek', 'carl ek', 'Ek', 'C. Ek');
    const text = fc.option(fc.constantFrom('2024', '2025', '2024-03', 'x'));
    const document = fc.record({
      name,
      aliases: fc.array(name),
      text,
      isOutlet: fc.boolean(),
      qid: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(document, { minLength: 1, maxLength: 6 }), fc.nat(), (documents, by) => {
        const all = documents.map((each, index) =>
          facts(each.name, `key ${index}`, {
            aliases: [...new Set(each.aliases)].filter((alias) => alias !== each.name).toSorted(),
            description: each.text,
            isOutlet: each.isOutlet,
            qid: each.qid ? 'Q1' : null,
          }),
        );
        const start = by % all.length;
        const rotated = [...all.slice(start), ...all.slice(0, start)];
        const united = all.reduce(unite);
        expect(rotated.reduce(unite)).toEqual(united);
        expect(rotated.reduceRight((right, left) => unite(left, right))).toEqual(united);
        expect(unite(united, united)).toEqual(united);
      }),
    );
  });
});
