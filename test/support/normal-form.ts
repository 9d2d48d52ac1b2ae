import type { AnnotationInput } from '../../src/ingest/annotation.ts';
import { type DocumentSpec, documentOf } from './documents.ts';
import { SAMPLE } from './sample.ts';

export type NormalForm = 'NFC' | 'NFD';

/** Accents for names of the sample: what composes with one mark and with two, and Hangul. */
const ACCENTS: readonly (readonly [string, string])[] = [
  ['Berg', 'Bérg'],
  ['Norland', 'Nørlånd'],
  ['Carl', 'Cạ\u0302rl'],
  ['Oslund', '오슬룬'],
  ['would sign', 'wôuld sign'],
];

/** The sample with letters in its names and its text that have more than one spelling; in NFC. */
export function accentedSample(): AnnotationInput {
  let json = JSON.stringify(SAMPLE);
  for (const [plain, accented] of ACCENTS) json = json.replaceAll(plain, accented.normalize('NFC'));
  return documentOf(JSON.parse(json) as DocumentSpec);
}

/**
 * A document in NFC with its text in another form and its offsets counted in that, its other words in that form too; the words of
 * spans in the form `exact`. No span of it may start before a mark that stays.
 */
export function inForm(document: AnnotationInput, form: NormalForm, exact: NormalForm = form) {
  const points = [...document.article.text];
  const place = (offset: number) => [...points.slice(0, offset).join('').normalize(form)].length;
  const copy = (value: unknown): unknown => {
    if (typeof value === 'string') return value.normalize(form);
    if (Array.isArray(value)) return value.map(copy);
    if (value === null || typeof value !== 'object') return value;
    const fields = Object.fromEntries(Object.entries(value).map(([key, held]) => [key, copy(held)]));
    if (!('exact' in value && 'start' in value && 'end' in value)) return fields;
    const span = { start: place(Number(value.start)), end: place(Number(value.end)) };
    return { ...fields, ...span, exact: String(value.exact).normalize(exact) };
  };
  return copy(document) as AnnotationInput;
}
