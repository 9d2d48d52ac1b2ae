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

/** The one builder. Concept folders register on it when they are imported; `schema.ts` imports them all. */
export const builder = new SchemaBuilder<SchemaTypes>({ defaultFieldNullability: false });
