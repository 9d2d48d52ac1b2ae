import { readFileSync } from 'node:fs';
import { buildSchema, isInterfaceType, isObjectType, printSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schemaCommand } from '../src/cli/schema.ts';
import { schema } from '../src/graphql/schema.ts';
import { descriptions, deviations } from './support/sdl.ts';

const promise = readFileSync(new URL('contract.graphql', import.meta.url), 'utf8');
const printed = printSchema(schema);

/** Words that a description may add to a name without saying more. */
const EMPTY_WORDS = new Set(['a', 'an', 'the', 'of', 'its', 'it', 'this', 'that', 'is']);

/** Without case and plural; a name's words begin at capitals and after underscores. */
function wordsOf(text: string): string[] {
  const words = text.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, ' ').match(/[A-Za-z\d]+/g) ?? [];
  return words.map((word) => word.toLowerCase().replace(/s$/, ''));
}

function saysMoreThanItsName(at: string, description: string): boolean {
  const known = new Set(wordsOf(at));
  return wordsOf(description).some((word) => !known.has(word) && !EMPTY_WORDS.has(word));
}

describe('the files in schema/', () => {
  test('are what the code prints', async () => {
    await schemaCommand.parseAsync(['--check'], { from: 'user' });
  });

  test.each(['schema.graphql', 'annotation.schema.json'])('%s ends in one newline', (file) => {
    const text = readFileSync(new URL(`../schema/${file}`, import.meta.url), 'utf8');
    expect(text).toMatch(/[^\s]\n$/);
  });
});

describe('the schema', () => {
  test('has all that clients may rely on', () => {
    expect(buildSchema(promise).getQueryType()).toBeDefined();
    expect(deviations(promise, printed)).toEqual([]);
  });

  test('describes every element, and not by its name alone', () => {
    const described = descriptions(printed);
    expect(described.length).toBeGreaterThan(300);
    const empty = described.filter(({ at, description }) => !saysMoreThanItsName(at, description));
    expect(empty).toEqual([]);
  });

  test('has the same four fields in every connection, and the same arguments where one is asked for', () => {
    const forward = ['first: Int', 'after: String'];
    const page = [...forward, 'last: Int', 'before: String'];
    // What lies within a count is only read on.
    const counts = ['QuoteMatrixCell', 'TimelineBucket', 'CoQuoted'];
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        if (!/(?<!Search)Connection!$/.test(String(field.type))) continue;
        const args = field.args.map((arg) => `${arg.name}: ${arg.type}`);
        const wanted = counts.includes(type.name) ? forward : page;
        expect(args, `${type.name}.${field.name}`).toEqual(expect.arrayContaining(wanted));
      }
      // Hits are read from the front, and not counted.
      const [, node] = /^(.+)(?<!Search)Connection$/.exec(type.name) ?? [];
      if (node === undefined) continue;
      const fields = Object.values(type.getFields()).map((field) => `${field.name}: ${field.type}`);
      expect(fields, type.name).toEqual(
        expect.arrayContaining([
          `edges: [${node}Edge!]!`,
          `nodes: [${node}!]!`,
          'pageInfo: PageInfo!',
          'totalCount: Int!',
        ]),
      );
    }
  });
});

describe('the check of what clients may rely on', () => {
  const small = `
    type Query { find(by: Ref!, first: Int = 20): Found things: [Thing!]! }
    interface Thing { id: ID! }
    interface Other { id: ID! }
    type Person implements Thing { id: ID! name: String }
    type Place implements Thing { id: ID! }
    union Found = Person | Place
    enum Kind { DIRECT INDIRECT }
    input Ref @oneOf { id: ID name: String }
    input Filter { kind: [Kind!] depth: Int! = 0 }
    scalar URL
  `;

  test.each([
    ['nothing', '', ''],
    ['another type', 'scalar URL', 'scalar URL scalar Date'],
    ['another field', 'name: String }', 'name: String age: Int! }'],
    ['another enum value', 'DIRECT INDIRECT', 'DIRECT INDIRECT MIXED'],
    ['another argument with a default', 'by: Ref!,', 'by: Ref!, deep: Boolean! = false,'],
    ['another field of an input', 'depth: Int!', 'text: String depth: Int!'],
    ['another order', 'Person | Place', 'Place | Person'],
    ['a description', 'scalar URL', '"An address." scalar URL'],
  ])('allows %s', (_what, from, to) => {
    expect(deviations(small, changed(from, to))).toEqual([]);
  });

  test.each([
    ['scalar URL', '', 'URL is missing.'],
    ['scalar URL', 'enum URL { HTTP }', 'URL is an enum, not a scalar.'],
    ['name: String }', '}', 'Person.name is missing.'],
    ['name: String }', 'name: String! }', 'Person.name has type String!, not String.'],
    ['[Thing!]!', '[Thing]!', 'Query.things has type [Thing]!, not [Thing!]!.'],
    ['first: Int = 20', '', 'Query.find(first:) is missing.'],
    ['first: Int = 20', 'first: ID = 20', 'Query.find(first:) has type ID, not Int.'],
    ['first: Int = 20', 'first: Int', 'Query.find(first:) has default none, not 20.'],
    ['by: Ref!', 'by: Ref', 'Query.find(by:) has type Ref, not Ref!.'],
    ['by: Ref!', 'by: Ref! deep: Boolean!', 'Query.find(deep:) is required, and clients do not know of it.'],
    ['DIRECT INDIRECT', 'DIRECT', 'Kind.INDIRECT is missing.'],
    ['implements Thing { id: ID! }', '{ id: ID! }', 'Place implements nothing, not Thing.'],
    ['Place implements Thing', 'Place implements Thing & Other', 'Place implements Other, Thing, not Thing.'],
    ['Person | Place', 'Person', 'Found is one of Person, not Person, Place.'],
    ['@oneOf', '', 'Ref takes any fields, not exactly one field.'],
    ['input Filter', 'input Filter @oneOf', 'Filter takes exactly one field, not any fields.'],
    ['kind: [Kind!]', '', 'Filter.kind is missing.'],
    ['depth: Int!', 'text: ID! depth: Int!', 'Filter.text is required, and clients do not know of it.'],
    ['depth: Int! = 0', 'depth: Int!', 'Filter.depth has default none, not 0.'],
  ])('reports "%s" turned into "%s"', (from, to, message) => {
    expect(deviations(small, changed(from, to))).toEqual([message]);
  });

  function changed(from: string, to: string): string {
    expect(small).toContain(from);
    return small.replace(from, to);
  }
});

describe('the check of descriptions', () => {
  test.each([
    ['Stats.articles', ''],
    ['Stats.articles', 'Articles.'],
    ['Article.publishedAt', 'Published at.'],
    ['RelationType.PART_OF', 'The part of.'],
    ['Query.node(id:)', 'The id of the node.'],
  ])('finds that %s is not described by "%s"', (at, description) => {
    expect(saysMoreThanItsName(at, description)).toBe(false);
  });

  test('lists every element under its coordinate', () => {
    const sdl = '"T" type A { "F" f("X" x: I): E } "J" input I { "Y" y: ID } "V" enum E { "W" W } scalar S';
    const found = descriptions(sdl).map(({ at, description }) => `${at} ${description}`);
    expect(found).toEqual(['A T', 'A.f F', 'A.f(x:) X', 'I J', 'I.y Y', 'E V', 'E.W W', 'S ']);
  });
});
