import { expect, test } from 'vitest';
import { edgeLength } from '../../src/text/edges.ts';

test.each<readonly [string, string, 'start' | 'end', number]>([
  ['', ' “', 'end', 0],
  ['“', ' “', 'end', 1],
  ['“', ' "', 'end', 1],
  ['“', ': « ', 'end', 2],
  ['.”', '.” ', 'start', 2],
  ['.”', '." ', 'start', 2],
  ['…', '... And', 'start', 3],
  [',', '. ', 'start', 1],
  [',', '.” ', 'start', 1],
  [',”', ' ', 'start', 0],
  ['“', ', ', 'end', 0],
  [' ', '\n\n', 'start', 0],
])('%j beside a word is at %j (%s) so long: %i', (edge, gap, side, length) => {
  expect(edgeLength(edge, gap, side)).toBe(length);
});
