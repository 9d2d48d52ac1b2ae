import { GraphQLError, Kind, type ValueNode } from 'graphql';
import { DateTimeResolver, URLResolver } from 'graphql-scalars';
import { daySpan } from '../date/partial.ts';
import { builder } from './builder.ts';

function partialDate(value: unknown): string {
  if (typeof value === 'string' && daySpan(value) !== null) return value;
  throw new GraphQLError(
    `Not a PartialDate: ${JSON.stringify(value)}. Give YYYY, YYYY-MM, YYYY-MM-DD or an interval such as 2021-03-01/2021-03-22, 2021-03-01/.. or ../2021-03-22.`,
    { extensions: { code: 'INVALID_INPUT' } },
  );
}

builder.scalarType('PartialDate', {
  description:
    'A date as precise as it is known, in EDTF: 2021, 2021-03, 2021-03-22, an interval 2021-03-01/2021-03-22, or one open on a side: 2021-03-01/.. and ../2021-03-22. Sorted by first day, then last day.',
  specifiedByURL: 'https://www.loc.gov/standards/datetime/',
  serialize: partialDate,
  parseValue: partialDate,
  parseLiteral: (node: ValueNode) => partialDate(node.kind === Kind.STRING ? node.value : null),
});

builder.scalarType('DateTime', {
  description: 'A moment in UTC, as RFC 3339 writes it: 2021-03-22T10:15:30.000Z.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => (DateTimeResolver.serialize(value) as Date).toISOString(),
  parseValue: (value) => (DateTimeResolver.parseValue(value) as Date).toISOString(),
});

builder.scalarType('URL', {
  description: 'An absolute URL.',
  specifiedByURL: 'https://url.spec.whatwg.org/',
  serialize: (value) => String(URLResolver.serialize(value)),
  parseValue: (value) => String(URLResolver.parseValue(value)),
});
