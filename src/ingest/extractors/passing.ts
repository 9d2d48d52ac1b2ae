import { OnrecordError, type Problem } from '../../errors.ts';
import type { AnnotationInput } from '../annotation.ts';
import { checkAnnotation } from '../check.ts';

const LISTS = ['entities', 'mentions', 'statements', 'relations'] as const;
type List = (typeof LISTS)[number];
type Element<Name extends List> = NonNullable<AnnotationInput[Name]>[number];
type Statement = Element<'statements'>;

/** A document with the pointer of each element, by list and local id, to where it comes from. */
export interface Traced {
  readonly document: AnnotationInput;
  readonly pointers: Readonly<Record<List, ReadonlyMap<string, string>>>;
}

/** Checks after each of which something goes. More than any document needs; then all that is left goes. */
const MAX_CHECKS = 50;

/** The document without what does not pass the check, and without what depends on that; why, for each. */
export function passing(traced: Traced): {
  readonly document: AnnotationInput;
  readonly refused: readonly Problem[];
} {
  const { pointers } = traced;
  const refused: Problem[] = [];
  let { document } = traced;
  for (let check = 0; ; check += 1) {
    const problems = problemsOf(document);
    if (problems.length === 0) return { document, refused };
    const faults = faultsOf(document, problems);
    const strict = check === MAX_CHECKS || faults.size === 0;
    if (strict && check > MAX_CHECKS)
      throw new OnrecordError('INTERNAL', 'A document without elements does not pass.');
    document = strict ? withoutAll(document) : without(document, faults, pointers, refused);
    if (strict) refused.push({ pointer: '', reason: `cannot be kept: ${problems[0]?.reason ?? ''}` });
  }
}

function problemsOf(document: AnnotationInput): readonly Problem[] {
  try {
    checkAnnotation(document);
    return [];
  } catch (error) {
    if (!(error instanceof OnrecordError) || error.code !== 'INVALID_INPUT') throw error;
    const { problems } = error.details;
    return problems as readonly Problem[];
  }
}

/** Each element at fault, with what is wrong with it and the field that it is wrong with. */
type Faults = Map<unknown, { readonly list: List; readonly field: string; readonly reason: string }>;

function faultsOf(document: AnnotationInput, problems: readonly Problem[]): Faults {
  const faults: Faults = new Map();
  for (const { pointer, reason } of problems) {
    const [, list = '', at = '', field = ''] = pointer.split('/');
    const element = isList(list) ? document[list]?.[Number(at)] : undefined;
    if (element === undefined || !isList(list) || faults.has(element)) continue;
    faults.set(element, { list, field, reason });
  }
  return faults;
}

function isList(name: string): name is List {
  return (LISTS as readonly string[]).includes(name);
}

function without(
  document: AnnotationInput,
  faults: Faults,
  pointers: Traced['pointers'],
  refused: Problem[],
): AnnotationInput {
  const gone = {
    entities: new Set<string>(),
    mentions: new Set<string>(),
    statements: new Set<string>(),
    relations: new Set<string>(),
  };
  const refuse = (list: List, id: string, reason: string, field = ''): void => {
    refused.push({ pointer: `${pointers[list].get(id) ?? ''}${field}`, reason });
    if (field === '') gone[list].add(id);
  };
  const kept = <Name extends List>(list: Name): Element<Name>[] => {
    const elements = (document[list] ?? []) as Element<Name>[];
    return elements.filter((element) => {
      const fault = faults.get(element);
      if (fault === undefined || (list === 'statements' && fault.field === 'addressee')) return true;
      refuse(list, element.id, fault.reason);
      return false;
    });
  };
  const entities = kept('entities');
  const mentions = kept('mentions');
  const addressed = kept('statements').map((statement): Statement => {
    const fault = faults.get(statement);
    if (fault === undefined) return statement;
    refuse('statements', statement.id, fault.reason, '/addressee');
    const { addressee: _, ...rest } = statement;
    return rest;
  });
  // What stands in a statement that goes would be told as the article's own report.
  let statements = addressed;
  for (let before = -1; before !== statements.length; ) {
    before = statements.length;
    statements = statements.filter((statement) => {
      const reason = reasonWithout(statement, gone);
      if (reason !== null) refuse('statements', statement.id, reason);
      return reason === null;
    });
  }
  const relations = kept('relations').filter((relation) => {
    const isKept = !gone.entities.has(relation.from) && !gone.entities.has(relation.to);
    if (!isKept) refuse('relations', relation.id, 'joins an entity that is refused');
    return isKept;
  });
  return referring({ ...document, entities, mentions, statements, relations }, gone);
}

type Gone = Readonly<Record<List, ReadonlySet<string>>>;

function reasonWithout({ source, within }: Statement, gone: Gone): string | null {
  if (within !== undefined && within !== null && gone.statements.has(within))
    return 'stands in a statement that is refused';
  return source.speakers.some((id) => gone.entities.has(id)) ? 'is said by an entity that is refused' : null;
}

/** The document without references to what is gone. */
function referring(document: AnnotationInput, { entities, mentions, statements }: Gone): AnnotationInput {
  const here = (ids: readonly string[] = []) => ids.filter((id) => !entities.has(id));
  const left = (id: string | null | undefined, from: ReadonlySet<string>) =>
    id === undefined || id === null || from.has(id) ? null : id;
  return {
    ...document,
    entities: document.entities?.map((entity) => ({
      ...entity,
      of: left(entity.of, entities),
      accreditedTo: left(entity.accreditedTo, entities),
    })),
    mentions: document.mentions?.map((mention) => ({
      ...mention,
      entities: here(mention.entities),
      antecedent: left(mention.antecedent, mentions),
    })),
    statements: document.statements?.map((statement) => ({
      ...statement,
      source: {
        ...statement.source,
        mention: left(statement.source.mention, mentions),
        speakingAs: left(statement.source.speakingAs, entities),
        onBehalfOf: left(statement.source.onBehalfOf, entities),
      },
      ...(statement.addressee !== undefined && {
        addressee: { ...statement.addressee, entities: here(statement.addressee.entities) },
      }),
      about: here(statement.about),
      aboutStatements: statement.aboutStatements?.filter((id) => !statements.has(id)) ?? [],
    })),
  };
}

function withoutAll(document: AnnotationInput): AnnotationInput {
  return {
    ...document,
    article: { ...document.article, outlet: null },
    entities: [],
    mentions: [],
    statements: [],
    relations: [],
  };
}
