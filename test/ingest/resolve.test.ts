import { describe, expect, it } from 'vitest';
import { nodeId } from '../../src/graph/id.ts';
import { annotationSchema } from '../../src/ingest/annotation.ts';
import { Problems } from '../../src/ingest/problems.ts';
import { type KnownEntity, resolveEntities } from '../../src/ingest/resolve.ts';
import { foldName } from '../../src/text/fold.ts';
import { documentOf, type EntitySpec } from '../support/documents.ts';
import { rejectionOf } from './refusals.ts';

type Known = Omit<KnownEntity, 'sortName' | 'officeOf' | 'accreditedTo' | 'qid'> & {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly qid?: string;
  readonly officeOf?: readonly string[];
  readonly accreditedTo?: readonly string[];
};

const EK: Known = { id: 'per_ek', type: 'PERSON', name: 'Carl Ek', aliases: ['Ek'], qid: 'Q1' };
const BERG: Known = { id: 'per_berg', type: 'PERSON', name: 'Anna Berg', aliases: ['Berg'] };

/** Entity ids by local id, with what the graph knows; throws the problems there are. */
function resolved(
  specs: Readonly<Record<string, EntitySpec>>,
  graph: readonly Known[] = [],
  article = 'art_1',
): Record<string, string> {
  const { entities } = annotationSchema.parse(documentOf({ text: 'x', entities: specs }));
  const byQid = new Map<string, KnownEntity>();
  const byName = new Map<string, KnownEntity[]>();
  for (const { name, aliases = [], qid = null, officeOf = [], accreditedTo = [], ...rest } of graph) {
    const entity = { ...rest, qid, officeOf, accreditedTo, sortName: foldName(name) };
    if (qid !== null) byQid.set(qid, entity);
    for (const folded of new Set([name, ...aliases].map(foldName))) {
      byName.set(folded, [...(byName.get(folded) ?? []), entity]);
    }
  }
  const problems = new Problems();
  const ids = resolveEntities(entities, article, { byQid, byName }, problems);
  problems.throwIfAny({ entities });
  return Object.fromEntries(ids);
}

describe('an entity of a document', () => {
  it('is a new one where the graph has none like it', () => {
    const specs = {
      berg: { type: 'PERSON', name: 'Anna  BERG' },
      ek: { type: 'PERSON', name: 'Carl Ek', qid: 'Q1' },
    } as const;
    expect(resolved(specs)).toEqual({ berg: nodeId('Person', 'anna berg'), ek: nodeId('Person', 'Q1') });
  });

  it('is the one with its QID, whatever the names', () => {
    expect(resolved({ x: { type: 'PERSON', name: 'Anna Berg', qid: 'Q1' } }, [EK, BERG])).toEqual({
      x: 'per_ek',
    });
  });

  it('is the one with its name, in any spelling, with a QID or without', () => {
    expect(resolved({ x: { type: 'PERSON', name: 'CARL EK' } }, [EK, BERG])).toEqual({ x: 'per_ek' });
    expect(resolved({ x: { type: 'PERSON', name: 'Anna Bérg' } }, [EK, BERG])).toEqual({ x: 'per_berg' });
  });

  it('gives its QID to the one with its name, unless that has another', () => {
    expect(resolved({ x: { type: 'PERSON', name: 'Anna Berg', qid: 'Q2' } }, [BERG])).toEqual({
      x: 'per_berg',
    });
    expect(resolved({ x: { type: 'PERSON', name: 'Carl Ek', qid: 'Q2' } }, [EK])).toEqual({
      x: nodeId('Person', 'Q2'),
    });
  });

  it('gives its QID to none of several with its name', () => {
    const namesake: Known = { id: nodeId('Person', 'carl ek'), type: 'PERSON', name: 'Carl Ek' };
    expect(resolved({ x: { type: 'PERSON', name: 'Carl Ek', qid: 'Q2' } }, [EK, namesake])).toEqual({
      x: nodeId('Person', 'Q2'),
    });
  });

  it('is the one with its name as an alias where that is the only one', () => {
    expect(resolved({ x: { type: 'PERSON', name: 'Ek' } }, [EK])).toEqual({ x: 'per_ek' });
    const other: Known = { id: 'per_other', type: 'PERSON', name: 'Olof Ek', aliases: ['Ek'] };
    expect(resolved({ x: { type: 'PERSON', name: 'Ek' } }, [EK, other])).toEqual({
      x: nodeId('Person', 'ek'),
    });
    const named: Known = { id: 'per_named', type: 'PERSON', name: 'Ek' };
    expect(resolved({ x: { type: 'PERSON', name: 'Ek' } }, [EK, named])).toEqual({ x: 'per_named' });
    expect(resolved({ x: { type: 'PERSON', name: 'Ek', qid: 'Q5' } }, [EK])).toEqual({
      x: nodeId('Person', 'Q5'),
    });
  });

  it('is none of another type', () => {
    expect(resolved({ x: { type: 'PLACE', name: 'Carl Ek' } }, [EK])).toEqual({
      x: nodeId('Place', 'carl ek'),
    });
  });

  it('is refused with the QID of one of another type', () => {
    const error = rejectionOf(() => resolved({ x: { type: 'PLACE', name: 'Ek', qid: 'Q1' } }, [EK]));
    expect(error.details).toMatchObject({
      problems: [{ pointer: '/entities/0/qid', reason: expect.stringContaining('Q1 is a PERSON') }],
    });
  });
});

describe('a name that several have', () => {
  const first: Known = { id: nodeId('Person', 'carl ek'), type: 'PERSON', name: 'Carl Ek', qid: 'Q1' };
  const second: Known = { id: nodeId('Person', 'Q2'), type: 'PERSON', name: 'Carl Ek', qid: 'Q2' };
  const unclear: Known = { id: nodeId('Person', 'carl ek', 2), type: 'PERSON', name: 'Carl Ek' };
  const specs = { x: { type: 'PERSON', name: 'Carl Ek' } } as const;

  it('leads to none of them, though one was once the only one and has its id', () => {
    expect(resolved(specs, [first, second])).toEqual({ x: unclear.id });
    expect(resolved(specs, [first, second, unclear])).toEqual({ x: unclear.id });
  });

  it('stays apart from one who became known by another name', () => {
    const renamed: Known = { id: nodeId('Person', 'ek'), type: 'PERSON', name: 'Carl Ek', aliases: ['Ek'] };
    const other: Known = { id: 'per_other', type: 'PERSON', name: 'Olof Ek', aliases: ['Ek'] };
    expect(resolved({ x: { type: 'PERSON', name: 'Ek' } }, [renamed, other])).toEqual({
      x: nodeId('Person', 'ek', 2),
    });
  });
});

describe('two entities of a document', () => {
  it('that cannot be told apart are refused', () => {
    const specs = {
      a: { type: 'PERSON', name: 'Carl Ek' },
      b: { type: 'PERSON', name: 'carl ek' },
    } as const;
    for (const graph of [[], [EK]]) {
      const error = rejectionOf(() => resolved(specs, graph));
      expect(error.details).toMatchObject({
        problems: [{ pointer: '/entities/1', reason: expect.stringContaining('/entities/0') }],
      });
    }
  });

  it('with one name are told apart by a QID, whatever the graph has', () => {
    const specs = {
      a: { type: 'PERSON', name: 'Carl Ek' },
      b: { type: 'PERSON', name: 'Carl Ek', qid: 'Q1' },
    } as const;
    const unclear: Known = { id: nodeId('Person', 'carl ek'), type: 'PERSON', name: 'Carl Ek' };
    const both = { a: unclear.id, b: nodeId('Person', 'Q1') };
    expect(resolved(specs)).toEqual(both);
    expect(resolved(specs, [unclear])).toEqual(both);
    expect(resolved(specs, [unclear, { ...EK, id: both.b }])).toEqual(both);
    expect(resolved(specs, [{ ...unclear, qid: 'Q1' }])).toEqual({
      a: nodeId('Person', 'carl ek', 2),
      b: unclear.id,
    });
  });

  it('with one type and name are told apart by the type', () => {
    const specs = {
      a: { type: 'PERSON', name: 'Washington' },
      b: { type: 'PLACE', name: 'Washington' },
    } as const;
    expect(new Set(Object.values(resolved(specs))).size).toBe(2);
  });

  it('of which one has the name of a known one and the other its alias are not both that one', () => {
    const specs = {
      a: { type: 'PERSON', name: 'Ek' },
      b: { type: 'PERSON', name: 'Carl Ek' },
    } as const;
    expect(resolved(specs, [EK])).toEqual({ a: nodeId('Person', 'ek'), b: 'per_ek' });
  });

  it('that both have aliases of a known one are both new', () => {
    const graph = [{ ...EK, aliases: ['Ek', 'The President'] }];
    const specs = {
      a: { type: 'PERSON', name: 'Ek' },
      b: { type: 'PERSON', name: 'The President' },
    } as const;
    expect(resolved(specs, graph)).toEqual({
      a: nodeId('Person', 'ek'),
      b: nodeId('Person', 'the president'),
    });
  });
});

describe('a position', () => {
  const countries = {
    norland: { type: 'COUNTRY', name: 'Norland' },
    ostland: { type: 'COUNTRY', name: 'Ostland' },
  } as const;
  const norland: Known = { id: 'cou_n', type: 'COUNTRY', name: 'Norland' };
  const ostland: Known = { id: 'cou_o', type: 'COUNTRY', name: 'Ostland' };
  const minister = (id: string, more: Partial<Known> = {}): Known => ({
    id,
    type: 'POSITION',
    name: 'Finance Minister',
    ...more,
  });

  it('of one name is another one for each country, and for none', () => {
    const specs = {
      a: { type: 'POSITION', name: 'Finance Minister', of: 'norland' },
      b: { type: 'POSITION', name: 'Finance Minister', of: 'ostland' },
      c: { type: 'POSITION', name: 'Finance Minister' },
      d: { type: 'POSITION', name: 'Finance Minister', of: 'norland', accreditedTo: 'ostland' },
      ...countries,
    } as const;
    const { a, b, c, d } = resolved(specs, [norland, ostland]);
    expect(a).toBe(nodeId('Position', 'finance minister', 'cou_n', null));
    expect(c).toBe(nodeId('Position', 'finance minister'));
    expect(new Set([a, b, c, d]).size).toBe(4);
  });

  it('is the one of the same country', () => {
    const specs = { a: { type: 'POSITION', name: 'Finance Minister', of: 'norland' }, ...countries } as const;
    const graph = [
      norland,
      ostland,
      minister('pos_n', { officeOf: ['cou_n', 'org_n'] }),
      minister('pos_o', { officeOf: ['cou_o'] }),
      minister('pos_none'),
    ];
    expect(resolved(specs, graph)).toMatchObject({ a: 'pos_n' });
    expect(resolved({ ...specs, a: { ...specs.a, of: 'ostland' } }, graph)).toMatchObject({ a: 'pos_o' });
    expect(resolved({ a: { type: 'POSITION', name: 'Finance Minister' } }, graph)).toEqual({ a: 'pos_none' });
  });

  it('of no country is not that of the only country known', () => {
    const graph = [norland, minister('pos_n', { officeOf: ['cou_n'] })];
    expect(resolved({ a: { type: 'POSITION', name: 'Finance Minister' } }, graph)).toEqual({
      a: nodeId('Position', 'finance minister'),
    });
  });
});

describe('an unnamed source', () => {
  const specs = { e1: { type: 'UNNAMED_SOURCE', name: 'Two officials' } } as const;

  it('is one in its article and another in any other', () => {
    expect(resolved(specs)).toEqual(resolved(specs));
    expect(resolved(specs, [], 'art_2')).not.toEqual(resolved(specs));
  });

  it('is another one under other words, though a tool gave it the same number', () => {
    expect(resolved({ e1: { type: 'UNNAMED_SOURCE', name: 'a spokesman' } })).not.toEqual(resolved(specs));
  });

  it('is never one that the graph knows by its words', () => {
    const known: Known = { id: 'per_x', type: 'PERSON', name: 'Two officials' };
    expect(resolved(specs, [known, { ...known, id: 'uns_x', type: 'UNNAMED_SOURCE' }])).toEqual(
      resolved(specs),
    );
  });
});
