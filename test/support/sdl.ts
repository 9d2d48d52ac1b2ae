import {
  type DefinitionNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type NameNode,
  parse,
  print,
  type TypeDefinitionNode,
} from 'graphql';

type Part = FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode;
type Element = TypeDefinitionNode | Part;

/** A type or a part of one, with its schema coordinate, such as `Query.node(id:)`. */
export interface Described {
  readonly at: string;
  readonly description: string;
}

const KINDS: Readonly<Partial<Record<Kind, string>>> = {
  [Kind.SCALAR_TYPE_DEFINITION]: 'a scalar',
  [Kind.OBJECT_TYPE_DEFINITION]: 'an object type',
  [Kind.INTERFACE_TYPE_DEFINITION]: 'an interface',
  [Kind.UNION_TYPE_DEFINITION]: 'a union',
  [Kind.ENUM_TYPE_DEFINITION]: 'an enum',
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: 'an input type',
};

/**
 * A sentence for each way in which a schema, as SDL, breaks a promise, as SDL. It may have more types, types more fields,
 * enums more values, and fields and inputs more parts that a client can leave out; nothing else may differ.
 */
export function deviations(promise: string, schema: string): string[] {
  const found = typesOf(schema);
  return [...typesOf(promise)].flatMap(([name, type]) => compare(name, type, found.get(name)));
}

export function descriptions(schema: string): Described[] {
  const described = (at: string, element: Element): Described[] => [
    { at, description: element.description?.value ?? '' },
    ...partsOf(element).flatMap((part) => described(coordinate(at, part, element), part)),
  ];
  return [...typesOf(schema)].flatMap(([name, type]) => described(name, type));
}

function compare(at: string, promised: Element, found: Element | undefined): string[] {
  if (found === undefined) return [`${at} is missing.`];
  if (found.kind !== promised.kind) return [`${at} is ${KINDS[found.kind]}, not ${KINDS[promised.kind]}.`];
  const facts = factsOf(found);
  const differences = Object.entries(factsOf(promised)).flatMap(([fact, wanted]) =>
    facts[fact] === wanted ? [] : [`${at} ${fact} ${facts[fact]}, not ${wanted}.`],
  );
  const parts = new Map(partsOf(found).map((part) => [part.name.value, part]));
  const known = partsOf(promised);
  const missing = known.flatMap((part) =>
    compare(coordinate(at, part, promised), part, parts.get(part.name.value)),
  );
  for (const { name } of known) parts.delete(name.value);
  const demanded = [...parts.values()].filter(isRequired);
  return [
    ...differences,
    ...missing,
    ...demanded.map((part) => `${coordinate(at, part, found)} is required, and clients do not know of it.`),
  ];
}

/** What must be the same, in words for the message. */
function factsOf(element: Element): Record<string, string> {
  const isOneOf = element.directives?.some(({ name }) => name.value === 'oneOf');
  return {
    ...('type' in element && { 'has type': print(element.type) }),
    ...(element.kind === Kind.INPUT_VALUE_DEFINITION && { 'has default': defaultOf(element) }),
    ...('interfaces' in element && { implements: namesOf(element.interfaces) }),
    ...('types' in element && { 'is one of': namesOf(element.types) }),
    ...(element.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION && {
      takes: isOneOf ? 'exactly one field' : 'any fields',
    }),
  };
}

function defaultOf({ defaultValue }: InputValueDefinitionNode): string {
  return defaultValue === undefined ? 'none' : print(defaultValue);
}

function partsOf(element: Element): readonly Part[] {
  if ('fields' in element) return element.fields ?? [];
  if ('values' in element) return element.values ?? [];
  return 'arguments' in element ? (element.arguments ?? []) : [];
}

function isRequired(part: Part): boolean {
  if (part.kind !== Kind.INPUT_VALUE_DEFINITION) return false;
  return part.type.kind === Kind.NON_NULL_TYPE && part.defaultValue === undefined;
}

function typesOf(sdl: string): Map<string, TypeDefinitionNode> {
  const isType = (node: DefinitionNode): node is TypeDefinitionNode => node.kind in KINDS;
  return new Map(
    parse(sdl)
      .definitions.filter(isType)
      .map((type) => [type.name.value, type]),
  );
}

function coordinate(at: string, { name }: Part, parent: Element): string {
  return parent.kind === Kind.FIELD_DEFINITION ? `${at}(${name.value}:)` : `${at}.${name.value}`;
}

function namesOf(types: readonly { readonly name: NameNode }[] = []): string {
  const names = types.map(({ name }) => name.value);
  return names.length === 0 ? 'nothing' : names.toSorted().join(', ');
}
