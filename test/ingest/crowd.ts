import fc from 'fast-check';
import type { AnnotationInput } from '../../src/ingest/annotation.ts';

/*
 * Documents whose entities are hard to tell apart: few names, shared by many, some with QIDs, offices of things that are hard to tell
 * apart themselves, articles in several versions and several runs over one text.
 */

interface Named {
  readonly type: 'PERSON' | 'ORGANIZATION' | 'COUNTRY';
  readonly name: string;
  readonly aliases: readonly string[];
  readonly qid: string | null;
  readonly description: string | null;
}

interface Office {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly of: number | null;
}

export interface Crowd {
  readonly article: number;
  readonly version: number;
  readonly method: 'HAND' | 'TOOL';
  readonly day: number;
  readonly entities: readonly Named[];
  readonly offices: readonly Office[];
}

const NAMES = ['Ek', 'Carl Ek', 'Anna Ek', 'C. Ek', 'Berg', 'Élan'];
const OFFICES = ['Minister', 'Finance Minister', 'Chair'];

const named: fc.Arbitrary<Named> = fc.record({
  type: fc.constantFrom('PERSON', 'PERSON', 'PERSON', 'ORGANIZATION', 'COUNTRY'),
  name: fc.constantFrom(...NAMES),
  aliases: fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 2 }),
  qid: fc.option(fc.constantFrom('Q1', 'Q2', 'Q3'), { freq: 2 }),
  description: fc.option(fc.constantFrom('short', 'rather longer'), { freq: 2 }),
});

const office: fc.Arbitrary<Office> = fc.record({
  name: fc.constantFrom(...OFFICES),
  aliases: fc.uniqueArray(fc.constantFrom(...OFFICES), { maxLength: 1 }),
  of: fc.option(fc.nat(4)),
});

/** Of one article, version, method and day there is one run. */
export const CROWDS: fc.Arbitrary<readonly Crowd[]> = fc.uniqueArray(
  fc.record({
    article: fc.nat(3),
    version: fc.nat(1),
    method: fc.constantFrom('HAND' as const, 'TOOL' as const),
    day: fc.nat(1),
    entities: fc.array(named, { minLength: 1, maxLength: 4 }),
    offices: fc.array(office, { maxLength: 2 }),
  }),
  {
    minLength: 2,
    maxLength: 7,
    selector: ({ article, version, method, day }) => `${article} ${version} ${method} ${day}`,
  },
);

/** Each entity is mentioned, speaks, and is spoken of by the next one; the first holds the offices and publishes if it can. */
export function crowdDocument({ article, version, method, day, entities, offices }: Crowd): AnnotationInput {
  const apart = distinguishable(entities);
  const office = distinguishable(offices.map((each) => ({ ...each, type: 'POSITION', qid: null })));
  const heldBy = apart.find(({ type }) => type === 'PERSON');
  const countries = apart.filter(({ type }) => type !== 'PERSON');
  let text = `Article ${article}, version ${version}.`;
  const write = (exact: string) => {
    text += ' ';
    const start = [...text].length;
    text += exact;
    return { start, end: start + [...exact].length, exact };
  };
  const ids = apart.map((_, at) => `e${at}`);
  const idOf = (entity: Named | undefined) => ids[entity === undefined ? -1 : apart.indexOf(entity)] ?? null;
  const mentions = apart.map(({ name }, at) => ({
    id: `m${at}`,
    kind: 'NAME' as const,
    ...write(name),
    entities: [ids[at] ?? ''],
  }));
  const statements = apart.map(({ name }, at) => {
    const source = write(name);
    return {
      id: `s${at}`,
      kind: 'INDIRECT' as const,
      acts: ['ASSERT' as const],
      source: { speakers: [ids[at] ?? ''], evidence: [source] },
      cue: { evidence: [write('said')] },
      content: [write(`that ${at} is so`)],
      about: [ids[(at + 1) % ids.length] ?? ''],
    };
  });
  const positions = office.map(({ name, aliases, of }, at) => ({
    id: `p${at}`,
    type: 'POSITION' as const,
    name,
    aliases: aliases.filter((alias) => alias !== name),
    of: of === null ? null : idOf(countries[of % Math.max(1, countries.length)]),
  }));
  const told = distinguishable(
    positions.map((each) => ({
      ...each,
      type: 'POSITION' as const,
      qid: null,
      name: `${each.name} ${each.of}`,
    })),
  );
  const held = positions.filter((_, at) => told.some(({ id }) => id === positions[at]?.id));
  const holder = idOf(heldBy);
  return {
    format: 'onrecord-annotation/1',
    article: {
      key: `article-${article}`,
      title: `Article ${article}`,
      publishedAt: `2024-03-0${article + 1}`,
      retrievedAt: `2024-04-0${version + 1}T00:00:00Z`,
      outlet: idOf(apart.find(({ type }) => type === 'ORGANIZATION')),
      text: `${text}.`,
    },
    run: { method, tool: 'test', version: '1', startedAt: `2024-05-0${day + 1}T00:00:00Z` },
    entities: [
      ...apart.map(({ aliases, ...entity }, at) => ({
        id: ids[at] ?? '',
        ...entity,
        aliases: aliases.filter((alias) => alias !== entity.name),
      })),
      ...held,
    ],
    mentions,
    statements,
    relations:
      holder === null
        ? []
        : held.map(({ id }, at) => ({
            id: `r${at}`,
            type: 'HOLDS_POSITION' as const,
            from: holder,
            to: id,
            reference: `https://facts.example/${article % 2}`,
          })),
  };
}

/** The format refuses two of one type that share a QID, or the name where neither has a QID. */
function distinguishable<T extends { type: string; name: string; qid: string | null }>(
  all: readonly T[],
): T[] {
  const seen = new Set<string>();
  return all.filter(({ type, name, qid }) => {
    const key = qid ?? `${type} ${name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
