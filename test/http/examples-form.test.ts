import { Kind, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../src/graphql/schema.ts';
import { EXAMPLES } from '../../src/http/examples.ts';

describe('the examples', () => {
  test('have names of their own', () => {
    expect(new Set(EXAMPLES.map(({ name }) => name)).size).toBe(EXAMPLES.length);
  });

  test.each(EXAMPLES)('$name is one valid operation of that name, under a comment', ({ name, query }) => {
    expect(name).toMatch(/^(?:[A-Z][a-z]+)+$/);
    expect(query).toMatch(/^# [A-Z].*[.?]\nquery /);
    expect(query).toMatch(/[^\n]\n$/);
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    expect(operations).toMatchObject([{ operation: 'query', name: { value: name } }]);
  });
});
