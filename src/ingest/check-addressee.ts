import type { AnnotatedSpan, AnnotatedStatement } from './annotation.ts';
import { checkEntityList } from './check-entities.ts';
import type { CheckedAnnotation } from './checked.ts';
import { firstPoint } from './document-index.ts';
import { type Path, Problems } from './problems.ts';

/** A statement that names its addressee itself, with its first code point. */
interface Naming {
  readonly statement: AnnotatedStatement;
  readonly first: number;
}

/** By the span of each of the words that name an addressee. */
export type AddresseePlaces = ReadonlyMap<string, readonly Naming[]>;

export function placesOfAddressees(statements: readonly AnnotatedStatement[]): AddresseePlaces {
  const places = new Map<string, Naming[]>();
  for (const statement of statements) {
    if (statement.addressee.carried) continue;
    const naming = { statement, first: firstPoint(statement) };
    for (const span of statement.addressee.evidence) {
      const key = keyOf(span);
      const there = places.get(key);
      if (there === undefined) places.set(key, [naming]);
      else if (there.at(-1) !== naming) there.push(naming);
    }
  }
  return places;
}

export function checkAddressee(
  checked: CheckedAnnotation,
  statement: AnnotatedStatement,
  path: Path,
  problems: Problems,
  places: AddresseePlaces,
): void {
  const { addressee } = statement;
  const at = [...path, 'addressee'];
  checkEntityList(checked, addressee.entities, [...at, 'entities'], problems);
  if (addressee.state !== 'KNOWN') {
    const filled = (['entities', 'evidence'] as const).find((field) => addressee[field].length > 0);
    const field = filled ?? (addressee.text === null ? null : 'text');
    if (field !== null)
      problems.add([...at, field], `with state ${addressee.state} there is none: set KNOWN or remove it`);
    if (addressee.carried)
      problems.add([...at, 'carried'], `only a KNOWN addressee is carried, and this is ${addressee.state}`);
    return;
  }
  // The words for it may be among those that are not kept.
  if (addressee.entities.length === 0 && addressee.text === null && checked.text !== null) {
    problems.add(
      [...at, 'entities'],
      'a KNOWN addressee needs entities, or its text and the evidence for it',
    );
  }
  if (addressee.evidence.length === 0) {
    const where = addressee.carried
      ? 'the place where it was named before'
      : 'the words that name it; is it carried?';
    problems.add([...at, 'evidence'], `a KNOWN addressee needs ${where}`);
  } else if (addressee.carried) {
    checkCarried(statement, at, problems, places);
  }
}

/** Whether an earlier statement of the same speaker names the addressee where this one says that it is carried from. */
export function isCarried(statement: AnnotatedStatement, places: AddresseePlaces): boolean {
  const problems = new Problems();
  checkCarried(statement, [], problems, places);
  return problems.count === 0;
}

/** A carried addressee is one that an earlier statement of the same speaker names. */
function checkCarried(
  statement: AnnotatedStatement,
  at: Path,
  problems: Problems,
  places: AddresseePlaces,
): void {
  const { addressee, source } = statement;
  const first = firstPoint(statement);
  for (const [place, span] of addressee.evidence.entries()) {
    const named = (places.get(keyOf(span)) ?? []).filter(
      (other) =>
        other.first < first && other.statement.source.speakers.some((id) => source.speakers.includes(id)),
    );
    if (named.length === 0) {
      const reason = 'no earlier statement with the same speaker has this as the evidence of its addressee';
      problems.add([...at, 'evidence', place], reason);
    } else if (!named.some((other) => sameIds(other.statement.addressee.entities, addressee.entities))) {
      problems.add(
        [...at, 'entities'],
        `differ from those of "${named[0]?.statement.id}", which the addressee is carried from`,
      );
      return;
    }
  }
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

function keyOf({ start, end }: AnnotatedSpan): string {
  return `${start}-${end}`;
}
