import { expect, it } from 'vitest';
import { personName } from '../../../src/ingest/extractors/person-name.ts';

it.each([
  ['Anna Berg', 'Anna Berg'],
  ['President Carl Ek', 'Carl Ek'],
  ['Prime Minister Anna K. Berg', 'Anna K. Berg'],
  ['Dr. Ludwig van der Moe’s', 'Ludwig van der Moe'],
  ['Éva\n O’Brien-Ek', 'Éva O’Brien-Ek'],
])('%j names the person %s', (words, name) => {
  expect(personName(words)).toBe(name);
});

it.each([
  ['Berg'],
  ['he'],
  ['the White House'],
  ['White House'],
  ['Supreme Court'],
  ['The Daily'],
  ['two officials'],
  ['Norland Rights Watch'],
  ['NATO Chief'],
  ['Anna Berg and Carl Ek'],
  ['a spokesman for Anna Berg'],
  ['ANNA BERG'],
  ['Anna Berg, the minister'],
  [''],
])('%j is clearly the name of nobody', (words) => {
  expect(personName(words)).toBeNull();
});
