import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Simulator, startSimulator } from '../../simulator/client.ts';
import { models } from '../../simulator/models.ts';
import { exchange, jsonOf } from './exchange.ts';

let simulator: Simulator;
before(async () => {
  simulator = await startSimulator({ speed: 0 });
});
after(() => simulator.stop());

interface Page {
  readonly data: readonly { readonly id: string }[];
  readonly has_more: boolean;
  readonly first_id: string | null;
  readonly last_id: string | null;
}

async function page(query: string): Promise<Page> {
  return jsonOf(
    await exchange(simulator.origin, { method: 'GET', path: `/v1/models${query}` }),
  ) as unknown as Page;
}

const listed = models.map(({ info }) => info).filter(({ lifecycle }) => lifecycle !== 'retired');

test('the list is the catalogue without retired models', async () => {
  assert.deepEqual(await page(''), {
    data: listed,
    has_more: false,
    first_id: listed[0]?.id,
    last_id: listed.at(-1)?.id,
  });
});

test('pages follow each other without gaps, forwards and backwards', async () => {
  const ids: string[] = [];
  let query = '?limit=4';
  for (;;) {
    const { data, has_more: more, last_id: last } = await page(query);
    ids.push(...data.map(({ id }) => id));
    if (!more) break;
    query = `?limit=4&after_id=${last}`;
  }
  assert.deepEqual(
    ids,
    listed.map(({ id }) => id),
  );
  const back = await page(`?limit=2&before_id=${ids[4]}`);
  assert.deepEqual([back.data.map(({ id }) => id), back.has_more], [ids.slice(2, 4), true]);
});

test('retired models appear only when asked for', async () => {
  const { data } = await page('?lifecycle=retired');
  assert.deepEqual(
    data.map(({ id }) => id),
    ['claude-opus-4-1-20250805'],
  );
});

test('one model by id or alias; an unknown one is not found', async () => {
  const one = await exchange(simulator.origin, { method: 'GET', path: '/v1/models/claude-haiku-4-5' });
  assert.equal(jsonOf(one).id, 'claude-haiku-4-5-20251001');
  const none = await exchange(simulator.origin, { method: 'GET', path: '/v1/models/claude-none' });
  assert.deepEqual(
    [none.status, jsonOf(none).error],
    [404, { type: 'not_found_error', message: 'model: claude-none' }],
  );
});

test('a gateway can lack the list and the counting', async () => {
  await simulator.configure({ models: false, countTokens: false });
  const list = await exchange(simulator.origin, { method: 'GET', path: '/v1/models' });
  const count = await exchange(simulator.origin, { path: '/v1/messages/count_tokens' });
  assert.deepEqual([list.status, count.status], [404, 404]);
});
