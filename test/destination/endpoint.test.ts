import { expect, test } from 'vitest';
import { endpointOf } from '../../src/destination/endpoint.ts';
import { rejectionOf } from '../ingest/refusals.ts';

test.each([
  ['http://127.0.0.1:4000', 'http://127.0.0.1:4000/graphql'],
  ['http://localhost:4000/', 'http://localhost:4000/graphql'],
  ['https://onrecord.example/graphql', 'https://onrecord.example/graphql'],
  ['https://example.org/onrecord/graphql#x', 'https://example.org/onrecord/graphql'],
])('%s leads to %s', (given, endpoint) => {
  expect(endpointOf(given)).toBe(endpoint);
});

test.each(['localhost:4000', '127.0.0.1:4000', 'bolt://localhost:7687', '', 'news'])(
  '"%s" is no address',
  (given) => {
    const { code, message } = rejectionOf(() => endpointOf(given));
    expect(code).toBe('INVALID_INPUT');
    expect(message).toContain('http://127.0.0.1:4000');
  },
);

test('a password in it is refused, and not repeated', () => {
  const { code, message } = rejectionOf(() => endpointOf('http://anna:secret@localhost:4000'));
  expect(code).toBe('INVALID_INPUT');
  expect(message).toContain('ONRECORD_TOKEN');
  expect(message).not.toContain('secret');
});
