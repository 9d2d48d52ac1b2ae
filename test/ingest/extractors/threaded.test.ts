import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { Extractor } from '../../../src/ingest/extractor.ts';
import { threaded } from '../../../src/ingest/extractors/threaded.ts';
import { endlessExtractor, sayings1 } from '../../support/extracting.ts';

const MODULE = new URL('../../support/extracting.ts', import.meta.url);
const TEXT = 'Anna Berg said that it is so. Nomen Nescio said that it is not.';

function inThread(extractor: Extractor, name: string): Extractor {
  const found = threaded(extractor, { url: MODULE, name });
  onTestFinished(() => found.close());
  return found;
}

test('makes what the extractor makes', async () => {
  const startedAt = new Date('2024-01-01T00:00:00Z');
  const found = inThread(sayings1, 'sayings1');
  expect(found).toMatchObject({ tool: 'sayings', version: '1', parameters: {} });
  const article = { text: TEXT, title: 'So', outlet: { name: 'The Daily' } };
  const extraction = await found.extract(article, { startedAt });
  expect(extraction).toEqual(await sayings1.extract(article, { startedAt }));
  expect(extraction.refused).toHaveLength(1);
});

test('refuses what the extractor refuses, with its code and message', async () => {
  const refused = inThread(sayings1, 'sayings1').extract({ text: TEXT, language: 'sv' });
  await expect(refused).rejects.toMatchObject({
    name: 'OnrecordError',
    code: 'INVALID_INPUT',
    message: 'The text is in sv: send one in English.',
  });
});

test('fails as the extractor fails, and goes on with the next article', async () => {
  const found = inThread(endlessExtractor, 'endlessExtractor');
  await expect(found.extract({ text: 'one' })).rejects.toThrow('One word: one');
  await expect(found.extract({ text: 'two' })).rejects.toThrow('One word: two');
});

test('keeps nobody else waiting, and ends at the signal, also what waits for its turn', async () => {
  const found = inThread(endlessExtractor, 'endlessExtractor');
  const controllers = [new AbortController(), new AbortController()];
  const ended = controllers.map(({ signal }) => found.extract({ text: 'on and on' }, { signal }));
  const all = Promise.allSettled(ended);
  // This thread is free.
  await setImmediate();
  for (const controller of controllers) controller.abort();
  expect((await all).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(found.extract({ text: 'again' })).rejects.toThrow('One word: again');
  await expect(found.extract({ text: 'on and on' }, { signal: AbortSignal.abort() })).rejects.toThrow();
});
