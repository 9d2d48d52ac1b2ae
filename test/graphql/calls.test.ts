import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/graph/database.ts';
import { schema } from '../../src/graphql/schema.ts';
import { describeEngines } from '../support/engines.ts';
import { callsOf } from '../support/graphql.ts';
import { idsOf, TEXT_SHA256, writeEverything } from './everything.ts';

const PARENTS = 50;

/** How types without an id of their own are come by, from one that has. A list way gives as many as its first row. */
const WAYS: Readonly<Record<string, readonly [type: string, field: string]>> = {
  Attribution: ['Statement', 'saidBy'],
  Addressee: ['Statement', 'addressee'],
  Tenure: ['Person', 'positions'],
  EvidenceAnchor: ['Evidence', 'anchor'],
};
/** Types that only a field of the query gives: the way to so many of them as `$size` asks for. */
const ROOT_WAYS: Readonly<Record<string, (inner: string) => string>> = {
  Facet: (inner) => `statementFacets(by: [SPEAKER, ABOUT], first: $size) { ${inner} }`,
  FacetBucket: (inner) => `statementFacets(by: [SPEAKER], first: $size) { buckets { ${inner} } }`,
  QuoteMatrix: (inner) => `quoteMatrix(rows: $size, columns: $size) { ${inner} }`,
  QuoteMatrixCell: (inner) => `quoteMatrix(rows: $size, columns: $size) { cells { ${inner} } }`,
  TimelineBucket: (inner) =>
    `timeline(saidBy: {name: "Common Person"}, between: $between, by: DAY) { ${inner} }`,
  CoQuoted: (inner) => `coQuoted(with: {name: "Common Person"}, first: $size) { ${inner} }`,
};
/** Those that hold the many rows in a list of theirs and do not come by many themselves. */
const FEW = ['Facet', 'QuoteMatrix'];

/** What a request has once only, so that it has no parents to count; and hits, whose calls the tests of each search count. */
const ROOTS = [
  'Query',
  'Mutation',
  'Stats',
  'PathResult',
  'Path',
  'Subgraph',
  'SearchHit',
  'Highlight',
  'QuoteCheck',
  'QuoteMatch',
  'DiffRun',
  'IngestSuccess',
  'ImportSuccess',
  'RedactSuccess',
  'ExportPage',
  'WriteCounts',
  'Refusal',
  'InvalidAnnotation',
  'EvidenceMismatch',
  'ExtractionRefused',
  'NotAuthorized',
  'NotFound',
  'Conflict',
];
/** Parts of a page, asked for with the list. */
const PAGE = /^PageInfo$|Connection$|Edge$/;

type Field = GraphQLField<unknown, unknown>;
interface Case {
  readonly name: string;
  readonly type: string;
  readonly field: Field;
}

const CASES: readonly Case[] = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
  .filter(({ name }) => !ROOTS.includes(name) && !PAGE.test(name))
  .flatMap((type) =>
    Object.values((type as GraphQLObjectType).getFields()).map((field) => ({
      name: `${type.name}.${field.name}`,
      type: type.name,
      field,
    })),
  );
const LISTS = CASES.filter(({ field }) => isConnection(field) || isList(field.type));
const FILTERED = CASES.filter(({ field }) => field.args.some(({ name }) => name === 'where'));

/** References of every kind. */
const WHERE = `where: {or: [
  {saidBy: [{name: "Main Person 0"}], about: [{name: "MAIN COUNTRY 1"}]}
  {about: [{qid: "Q3"}], article: [{url: "https://daily.example/0"}]}
  {saidByGroup: [{name: "Main Country 1"}, {name: "Whole 3"}], datedBetween: "2024", text: "is"}
  {not: {mentions: [{name: "Main Treaty 2"}, {qid: "Q4"}], article: [{sha256: "${TEXT_SHA256}"}]}}
]}`;
/** Each kind is looked up once, whatever the number of lists and of references. */
const LOOK_UPS = {
  'entity.byName': 1,
  'entity.byQid': 1,
  'article.byUrl': 1,
  'article.bySha256': 1,
  'statement.bodiesOfGroups': 1,
};

describeEngines('Cypher calls of a request', (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await writeEverything(db, PARENTS + 1);
  });

  describe('are as many for one parent as for fifty', () => {
    test.each(CASES)('$name', async ({ type, field }) => {
      if (type in ROOT_WAYS) await expectSameFromRoot(type, field);
      else await expectSame(type, field, '');
    });
  });

  describe('are as many when the list is filtered', () => {
    test.each(FILTERED)('$name', async ({ type, field }) => {
      const { many } = await expectSame(type, field, WHERE);
      expect(many.calls).toMatchObject(LOOK_UPS);
    });
  });

  test('are as many for pages from the back, and at every depth', async () => {
    const source = `query ($size: Int) {
      statements(last: $size) { nodes {
        saidBy { speakers { statements(last: 3) { nodes { article { statements(first: 2) { totalCount nodes {
          about { relations(first: 3, asOf: "2024") { nodes { from { id } to { mentions(last: 1) { nodes { exact } } } } } }
        } } } } } } }
      } }
    }`;
    const one = await callsOf(db, source, { size: 1 });
    const many = await callsOf(db, source, { size: 60 });
    expect(many.calls).toEqual(one.calls);
  });

  test('of fields side by side that read the same are shared', async () => {
    const [id] = await idsOf(db, 'Statement');
    const { calls } = await callsOf(
      db,
      'query ($id: ID!) { node(id: $id) { ...on Statement {\
      about { id } within { id } chain { id } evidence { id } source: evidence(roles: [SOURCE]) { id }\
      saidBy { speakers { id } speakingAs { id } onBehalfOf { id } } addressee { entities { id } } } } }',
      { id },
    );
    expect(calls).toEqual({
      'statement.byId': 1,
      'statement.links': 1,
      'statement.chain': 1,
      'statement.evidence': 1,
    });
  });

  /** The same of a type that only a field of the query gives. */
  async function expectSameFromRoot(type: string, field: Field) {
    const way = ROOT_WAYS[type]?.(selectionOf(field, '')) ?? '';
    const ask = (size: number, between: string) => {
      const declared = way.includes('$between') ? '$between: PartialDate' : '$size: Int';
      return callsOf<object>(db, `query (${declared}) { way: ${way} }`, { size, between });
    };
    const one = await ask(1, '2024-01-01');
    const many = await ask(PARENTS, `2024-01-01/${lastDay()}`);
    expect(many.calls).toEqual(one.calls);
    const rows = rowsAt(many.data);
    if (!FEW.includes(type)) expect([rowsAt(one.data).length, rows.length >= PARENTS]).toEqual([1, true]);
    if (!isLeafType(getNamedType(field.type)))
      for (const row of rows) expect(isFilled(row), `nothing in ${JSON.stringify(row)}`).toBe(true);
  }

  /** That the calls are the same; and that the fixture has rows for the field, without which nothing is shown. */
  async function expectSame(type: string, field: Field, args: string) {
    const [parentType, way] = WAYS[type] ?? [type, null];
    const ids = (await idsOf(db, parentType)).slice(0, PARENTS);
    expect(
      ids,
      `the fixture has too few of ${type}: give it more, or say in WAYS how to come by one`,
    ).toHaveLength(PARENTS);
    const selection = selectionOf(field, args);
    const inner = way === null ? selection : `${way} { ${selection} }`;
    const source = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${parentType} { ${inner} } } }`;
    const one = await callsOf<{ nodes: object[] }>(db, source, { ids: ids.slice(0, 1) });
    const many = await callsOf<{ nodes: object[] }>(db, source, { ids });
    expect(many.calls).toEqual(one.calls);
    if (args === '' && !isLeafType(getNamedType(field.type)))
      for (const node of many.data.nodes)
        expect(isFilled(node), `the fixture has nothing in it: ${JSON.stringify(node)}`).toBe(true);
    return { one, many };
  }
});

test('there are lists to count', () => {
  expect(LISTS.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'Person.statements',
      'Relation.claimedIn',
      'Attribution.speakers',
      'Mention.entities',
      'Facet.buckets',
      'QuoteMatrixCell.statements',
      'TimelineBucket.statements',
      'CoQuoted.articles',
    ]),
  );
});

/** The day on which the last of them was said. */
function lastDay(): string {
  return new Date(Date.UTC(2024, 0, PARENTS)).toISOString().slice(0, 10);
}

/** The rows of the innermost list but the field's own: those of `way`, or of the one list in its only row. */
function rowsAt(data: object): object[] {
  const { way } = data as { way: object | object[] };
  const [first = {}] = [way].flat() as { readonly cells?: object[]; readonly buckets?: object[] }[];
  return first.cells ?? first.buckets ?? ([way].flat() as object[]);
}

/** That the way to the field ends in an object, or in a list with a row. */
function isFilled(node: object): boolean {
  if (Array.isArray(node)) return node.length > 0 && node.every(isFilled);
  const parts = Object.values(node).filter(
    (part): part is object => part !== null && typeof part === 'object',
  );
  return '__typename' in node || 'totalCount' in node
    ? !JSON.stringify(node).includes('"nodes":[]')
    : parts.some(isFilled);
}

/** The field with all that it takes to read it: every scalar that needs no argument, the count, the cursors. */
function selectionOf(field: Field, args: string): string {
  const required = field.args.filter(isRequiredArgument);
  if (required.length > 0) throw new Error(`${field.name} needs arguments: give it a case of its own`);
  const given = args === '' ? '' : `(${args})`;
  const type = getNamedType(field.type);
  if (isConnection(field)) {
    const page = 'pageInfo { hasNextPage endCursor } totalCount';
    return `${field.name}${given} { edges { cursor node { __typename id } } nodes { id } ${page} }`;
  }
  return isLeafType(type) ? field.name : `${field.name}${given} { __typename ${scalarsOf(type)} }`;
}

function scalarsOf(type: GraphQLNamedType): string {
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  const fields = Object.values(type.getFields());
  return fields
    .filter((field) => isLeafType(getNamedType(field.type)) && !field.args.some(isRequiredArgument))
    .map(({ name }) => name)
    .join(' ');
}

function isConnection(field: Field): boolean {
  return getNamedType(field.type).name.endsWith('Connection');
}

function isList(type: GraphQLOutputType): boolean {
  if (isNonNullType(type)) return isList(type.ofType);
  return isListType(type) && !isLeafType(getNamedType(type));
}
