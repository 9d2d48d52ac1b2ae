import type { AnnotationInput } from '../../src/ingest/annotation.ts';
import type { Recorded } from './recorded.ts';

/* Which groups a speaker belongs to: by what articles say in their own voice now, and by references; not by what somebody claims. */

interface Fact {
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

const BELONGING = [
  'HOLDS_POSITION',
  'MEMBER_OF',
  'PART_OF',
  'CITIZEN_OF',
  'AFFILIATED_WITH',
  'HEAD_OF_STATE_OF',
];

/** The groups of an entity by its name, the bodies around a body included. */
export function groupsIn(records: readonly Recorded[]): (name: string) => readonly string[] {
  const facts = records.flatMap(factsOf);
  return (name) => {
    const groups = new Set<string>();
    const enter = (body: string): void => {
      if (groups.has(body)) return;
      groups.add(body);
      for (const { type, from, to } of facts) if (type === 'PART_OF' && from === body) enter(to);
    };
    for (const { type, from, to } of facts) if (BELONGING.includes(type) && from === name) enter(to);
    return [...groups];
  };
}

/** A reference holds whatever becomes of its article; words hold while they are current. */
function factsOf({ document, current, nameOf }: Recorded): Fact[] {
  const { entities = [], relations = [] } = document;
  const named = (id: string | null | undefined) => entities.find((entity) => entity.id === id);
  return relations
    .filter(
      ({ reference, evidence = [] }) =>
        reference != null || (current && !evidence.every((words) => isClaimed(document, words))),
    )
    .flatMap(({ type, from, to }) => {
      const speaker = named(from);
      const target = named(to);
      const body = type === 'HOLDS_POSITION' ? named(target?.of) : target;
      return speaker && body ? [{ type, from: nameOf(speaker), to: nameOf(body) }] : [];
    });
}

/** Whether the words stand in what somebody is reported to say. */
export function isClaimed(
  { statements = [] }: AnnotationInput,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  return statements.some(({ content = [] }) =>
    content.some((piece) => piece.start <= start && end <= piece.end),
  );
}
