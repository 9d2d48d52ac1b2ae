import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Ahead, type Prepared } from '../../src/ingest/prepare.ts';
import { sampleDocument } from '../support/sample.ts';

const AT = '2024-05-06T07:08:09.000Z';

/** A clock that counts how often it is asked, which is once for each document that is made ready. */
function counting() {
  const clock = {
    asked: 0,
    now() {
      clock.asked += 1;
      return new Date(AT);
    },
  };
  return clock;
}

/** A document that says so when it is looked at. */
function watched(onRead: () => void): object {
  return new Proxy(sampleDocument(), {
    get(document, key) {
      if (key === 'article') onRead();
      return Reflect.get(document, key);
    },
  });
}

function recordingOf(prepared: Prepared) {
  if ('error' in prepared) throw prepared.error;
  return prepared.recording;
}

test('what was made ready is taken as it is, once or more', async () => {
  const clock = counting();
  const ahead = new Ahead({ now: clock.now, actor: 'ann' });
  const documents = [sampleDocument(), sampleDocument()];
  const [first, second] = documents;
  await ahead.makeReady([first, second, first]);
  expect(clock.asked).toBe(2);
  const taken = documents.map(ahead.take);
  expect(recordingOf(taken[0] as Prepared)).toEqual({ recordedAt: AT, recordedBy: 'ann' });
  expect(ahead.take(first)).toBe(taken[0]);
  expect(taken[1]).not.toBe(taken[0]);
  await ahead.makeReady(documents);
  expect(clock.asked).toBe(2);
});

test('what was not is made ready when it is taken', async () => {
  const clock = counting();
  const ahead = new Ahead({ now: clock.now });
  const document = sampleDocument();
  const taken = ahead.take(document);
  expect(recordingOf(taken)).toEqual({ recordedAt: AT, recordedBy: null });
  await ahead.makeReady([document]);
  expect(clock.asked).toBe(1);
  expect(ahead.take(document)).toBe(taken);
});

test('a document is recorded as it says, where it may', async () => {
  const recorded = { at: '2020-01-01T01:00:00+01:00', by: 'bob' };
  const document = { ...sampleDocument(), recorded };
  for (const [asRecorded, wanted] of [
    [true, { recordedAt: '2020-01-01T00:00:00.000Z', recordedBy: 'bob' }],
    [false, { recordedAt: AT, recordedBy: null }],
  ] as const) {
    const ahead = new Ahead({ asRecorded, now: counting().now });
    await ahead.makeReady([document]);
    expect(recordingOf(ahead.take(document))).toEqual(wanted);
  }
});

test('one that is refused is refused, and stops none after it', async () => {
  const ahead = new Ahead({});
  const wrong = { ...sampleDocument(), format: 'other' };
  const right = sampleDocument();
  const inputs = [wrong, null, 'text', 7, undefined, [], right];
  await ahead.makeReady(inputs);
  const refusals = inputs.map((input) => {
    const taken = ahead.take(input);
    return 'error' in taken ? taken.error.code : null;
  });
  expect(refusals).toEqual([...Array(6).fill('INVALID_INPUT'), null]);
});

test('a failure that is not about a document comes when it is taken', async () => {
  const broken = new Error('broken');
  const ahead = new Ahead({
    now: () => {
      throw broken;
    },
  });
  const document = sampleDocument();
  await expect(ahead.makeReady([document])).rejects.toBe(broken);
  expect(() => ahead.take(document)).toThrow(broken);
});

test('between two documents the process does what else it has to do, and a signal ends it', async () => {
  const read: number[] = [];
  const documents = [0, 1, 2, 3].map((at) => watched(() => read.push(at)));
  const controller = new AbortController();
  const done = new Ahead({}).makeReady(documents, controller.signal);
  const seen = () => new Set(read).size;
  // The first is made ready at once.
  expect(seen()).toBe(1);
  await setImmediate();
  expect(seen()).toBeLessThan(documents.length);
  controller.abort();
  const atEnd = seen();
  await done;
  expect(seen()).toBe(atEnd);
});
