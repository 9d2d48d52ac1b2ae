import { describe, expect, it } from 'vitest';
import { type KeyNode, rootsOf } from '../../src/ingest/roots.ts';

/** A key under its id: with a QID or else the name that it stands for, and what it is called besides. */
interface Spec {
  readonly qid?: string;
  readonly name?: string;
  readonly called?: readonly string[];
  readonly mergedInto?: string;
}

/** Roots by id, read in steps from what the graph has. */
function roots(specs: Readonly<Record<string, Spec>>, ids: readonly string[] = Object.keys(specs)) {
  const nodes = new Map<string, KeyNode>();
  const callers = new Map<string, string[]>();
  const standing = new Map<string, string[]>();
  for (const [id, { qid = null, name = null, called = [], mergedInto = null }] of Object.entries(specs)) {
    nodes.set(id, { id, qid, own: qid === null ? name : null, mergedInto });
    for (const each of new Set([...(name === null ? [] : [name]), ...called]))
      callers.set(each, [...(callers.get(each) ?? []), id]);
    if (qid === null && name !== null) standing.set(name, [...(standing.get(name) ?? []), id]);
  }
  const keys = new Map<string, KeyNode>();
  const holders = new Map<string, readonly string[]>();
  const namesakes = new Map<string, readonly string[]>();
  for (let steps = 0; steps < 20; steps += 1) {
    const found = rootsOf(ids, { keys, holders, namesakes });
    if ('roots' in found) return found.roots;
    for (const id of found.missing.keys) {
      const node = nodes.get(id);
      if (node === undefined) throw new Error(`asked for "${id}", which is not there`);
      keys.set(id, node);
    }
    for (const name of found.missing.names) {
      holders.set(name, callers.get(name) ?? []);
      namesakes.set(name, standing.get(name) ?? []);
    }
  }
  throw new Error('no end of asking');
}

/** Only what is not its own root. */
function joined(specs: Readonly<Record<string, Spec>>): Record<string, string> {
  const found = [...roots(specs)].map(([id, { root }]) => [id, root] as const);
  return Object.fromEntries(found.filter(([id, root]) => id !== root));
}

const CARL: Spec = { qid: 'Q1', name: 'carl ek', called: ['c. ek'] };

describe('a name', () => {
  it('is the one with a QID that has it as its name or as an alias', () => {
    expect(
      joined({ q1: CARL, carl: { name: 'carl ek' }, c: { name: 'c. ek' }, anna: { name: 'anna' } }),
    ).toEqual({
      carl: 'q1',
      c: 'q1',
    });
  });

  it('is the one without a QID that has it as an alias', () => {
    expect(
      joined({ long: { name: 'international business machines', called: ['ibm'] }, ibm: { name: 'ibm' } }),
    ).toEqual({
      ibm: 'long',
    });
  });

  it('that several have is none of them, by name or alias, and they are its candidates', () => {
    for (const rival of [
      { qid: 'Q2', name: 'carl ek' },
      { qid: 'Q2', name: 'other', called: ['carl ek'] },
      { name: 'other', called: ['carl ek'] },
    ]) {
      const specs = { q1: CARL, rival, carl: { name: 'carl ek' } };
      expect(joined(specs)).toEqual({});
      expect(roots(specs).get('carl')?.candidates).toEqual(['q1', 'rival']);
    }
  });

  it('has no rival in another name for the same', () => {
    const other = { name: 'carl johan ek', called: ['carl ek'] };
    const q1 = { ...CARL, called: ['carl johan ek'] };
    expect(joined({ q1, other, carl: { name: 'carl ek' } })).toEqual({ other: 'q1', carl: 'q1' });
  });

  it('leads over other names, not without end', () => {
    const chain = {
      a: { name: 'a' },
      b: { name: 'b', called: ['a'] },
      c: { name: 'c', called: ['b'] },
      q: { qid: 'Q1', name: 'd', called: ['c'] },
    };
    expect(joined(chain)).toEqual({ a: 'q', b: 'q', c: 'q' });
  });

  it('of those that are all called by each other is that of one entity', () => {
    const all = ['kiev', 'kyiv', 'kyjiv'];
    const mutual = Object.fromEntries(all.map((name) => [name, { name, called: all }]));
    expect(joined(mutual)).toEqual({ kyiv: 'kiev', kyjiv: 'kiev' });
    const alsoHeld = {
      ...mutual,
      short: { name: 'ki' },
      kiev: { name: 'kiev', called: [...all, 'ki'] },
      kyiv: { name: 'kyiv', called: [...all, 'ki'] },
    };
    expect(joined(alsoHeld)).toEqual({ kyiv: 'kiev', kyjiv: 'kiev', short: 'kiev' });
  });

  it('does not join two who are only called alike', () => {
    const specs = {
      carl: { name: 'carl ek', called: ['ek'] },
      anna: { name: 'anna ek', called: ['ek'] },
      ek: { name: 'ek', called: ['carl ek', 'anna ek'] },
    };
    expect(joined(specs)).toEqual({});
    expect(roots(specs).get('ek')?.candidates).toEqual(['anna', 'carl']);
  });
});

describe('keys that stand for one name', () => {
  it('are of one entity, and go where one of them was merged', () => {
    const two = { b: { name: 'chair of norland' }, a: { name: 'chair of norland' } };
    expect(joined(two)).toEqual({ b: 'a' });
    const merged = { ...two, b: { ...two.b, mergedInto: 'other' }, other: { name: 'speaker' } };
    expect(joined(merged)).toEqual({ a: 'other', b: 'other' });
  });
});

describe('what somebody merged', () => {
  it('is where they said, with or without a QID, and what is called so follows', () => {
    const specs = {
      q1: CARL,
      q2: { qid: 'Q2', name: 'carl ek', mergedInto: 'q1' },
      carl: { name: 'carl ek' },
    };
    expect(joined(specs)).toEqual({ q2: 'q1', carl: 'q1' });
  });

  it('follows its names, as what it was merged into is called by others', () => {
    const specs = {
      q1: CARL,
      carl: { name: 'carl ek' },
      berg: { name: 'berg', mergedInto: 'carl' },
    };
    expect(joined(specs)).toEqual({ carl: 'q1', berg: 'q1' });
  });

  it('makes certain whose a name is that several had', () => {
    const specs = { q1: CARL, q2: { qid: 'Q2', name: 'carl ek' }, carl: { name: 'carl ek' } };
    expect(joined({ ...specs, q2: { ...specs.q2, mergedInto: 'q1' } })).toEqual({ q2: 'q1', carl: 'q1' });
    // The other one stays who it is, though it is the only one left that is called so.
    expect(joined({ ...specs, q2: { ...specs.q2, mergedInto: 'carl' } })).toEqual({ q2: 'carl' });
  });

  it('is told from what names alone would make of it', () => {
    const specs = {
      q1: CARL,
      q2: { qid: 'Q2', name: 'carl ek', called: ['c. berg'], mergedInto: 'q1' },
      carl: { name: 'carl ek' },
      berg: { name: 'c. berg' },
    };
    const found = roots(specs);
    const bases = Object.fromEntries([...found].map(([id, { base }]) => [id, base]));
    expect(joined(specs)).toEqual({ q2: 'q1', carl: 'q1', berg: 'q1' });
    expect(bases).toEqual({ q1: 'q1', q2: 'q2', carl: 'carl', berg: 'q2' });
  });

  it('is told so for a name from which it is far away', () => {
    const specs = {
      q1: CARL,
      q2: { qid: 'Q2', name: 'carl berg', called: ['berg'], mergedInto: 'q1' },
      berg: { name: 'berg', called: ['bergs'] },
      bergs: { name: 'bergs', called: ['b.'] },
      b: { name: 'b.' },
    };
    expect(roots(specs, ['b']).get('b')).toMatchObject({ root: 'q1', base: 'q2' });
  });

  it('in a circle is the one with the least id', () => {
    expect(joined({ b: { qid: 'Q1', mergedInto: 'a' }, a: { qid: 'Q2', mergedInto: 'b' } })).toEqual({
      b: 'a',
    });
  });
});
