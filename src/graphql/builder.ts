import SchemaBuilder from '@pothos/core';
import type { Context } from './context.ts';

/** Dates and times travel as strings: engines and clients agree on nothing else. */
export interface SchemaTypes {
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
    PartialDate: { Input: string; Output: string };
    URL: { Input: string; Output: string };
  };
}

export type ExtendedTypes = PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>;

/** The one builder. Concept folders register on it when they are imported; `schema.ts` imports them all. */
export const builder = new SchemaBuilder<SchemaTypes>({ defaultFieldNullability: false });

builder.queryType({ description: 'Every question that the API answers.' });
builder.mutationType({
  description:
    'Every change that the API makes. Each takes a token of some role, sent as "Authorization: Bearer TOKEN", and goes by POST. What may go wrong is part of the result.',
});

/** The values of a closed list as a GraphQL enum, each with its description. */
export function enumOf<const Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
) {
  const entries = Object.entries<string>(values).map(([value, text]) => [value, { description: text }]);
  return builder.enumType(name, {
    description,
    values: Object.fromEntries(entries) as Record<Value, { description: string }>,
  });
}
