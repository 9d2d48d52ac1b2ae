import { expect, test } from 'vitest';
import { englishExtractor } from '../../../../src/ingest/extractors/english/extractor.ts';

test('in court nobody is called by the letters of questions, and the witness is nobody who is named nearby', async () => {
  const text = [
    'Q. Where do you work?',
    'A. At the mill.',
    'Q. Did Mr. Lund say anything?',
    'A. No.',
    'MR. EK: Objection.',
    'THE COURT: The witness may answer.',
    'THE WITNESS: It rained.',
    'Q. Why?',
    'A. Who knows.',
  ].join('\n\n');
  const { document } = await englishExtractor.extract({ text });
  const { entities = [], statements = [] } = document;
  const people = entities.filter(({ type }) => type === 'PERSON').map(({ name }) => name);
  expect(people).toEqual(['Lund', 'Ek']);
  const lund = entities.find(({ name }) => name === 'Lund')?.id;
  expect(statements.filter(({ source }) => source?.speakers?.includes(lund ?? ''))).toEqual([]);
});
