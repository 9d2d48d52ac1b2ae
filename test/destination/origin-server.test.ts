import { expect, test } from 'vitest';
import { Api } from '../../src/destination/api.ts';
import { serverOrigin } from '../../src/destination/origin-server.ts';
import { recordsOf } from '../../src/destination/records.ts';
import { all } from '../support/streams.ts';
import { fakeClock, sendJson, startStub } from './stub.ts';

const decision = (at: string) => JSON.stringify({ format: 'onrecord-decision/1', at, id: 'a' });
const PAGES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  DOCUMENT: [['{"a":1}'], [], ['{"b":2}', '{"c":3}']],
  DECISION: [[decision('1')], [decision('2')]],
};

const asked = ({ kind, after }: Readonly<Record<string, unknown>>) => [kind, after];

test('a server is read page after page, decisions first, and given as documents and then decisions', async () => {
  const stub = await startStub(({ body }, response) => {
    const { kind, after } = body.variables;
    const at = Number(after ?? 0);
    const pages = PAGES[String(kind)] ?? [];
    const endCursor = at + 1 < pages.length ? `${at + 1}` : null;
    sendJson(response, { data: { exportRecords: { lines: pages[at], endCursor } } });
  });
  const origin = serverOrigin(new Api({ endpoint: stub.endpoint, token: 'onr_a', clock: fakeClock() }));
  const told: string[] = [];
  const lines = await all(recordsOf(origin, (kind) => told.push(kind)));
  expect(lines).toEqual(['{"a":1}', '{"b":2}', '{"c":3}', decision('1'), decision('2')]);
  expect(told).toEqual(['DOCUMENT', 'DOCUMENT', 'DOCUMENT', 'DECISION', 'DECISION']);
  expect(stub.asked.map(({ body: { variables } }) => asked(variables))).toEqual([
    ['DECISION', null],
    ['DECISION', '1'],
    ['DOCUMENT', null],
    ['DOCUMENT', '1'],
    ['DOCUMENT', '2'],
  ]);
});

test('a server that does not let export says so', async () => {
  const stub = await startStub((_, response) =>
    sendJson(response, {
      data: null,
      errors: [{ message: 'No.', path: ['exportRecords'], extensions: { code: 'NOT_AUTHORIZED' } }],
    }),
  );
  const api = new Api({ endpoint: stub.endpoint, token: null, purpose: 'export', clock: fakeClock() });
  await expect(all(recordsOf(serverOrigin(api)))).rejects.toMatchObject({
    code: 'NOT_AUTHORIZED',
    message: expect.stringContaining('Set ONRECORD_TOKEN to one that may export'),
  });
});
