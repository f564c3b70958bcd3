import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import { after, before, beforeEach, test } from 'node:test';
import { connectSimulator, type Simulator, startSimulator } from '../../simulator/client.ts';
import { Journal } from '../../simulator/journal.ts';
import { exchange, hello, usual } from './exchange.ts';

let simulator: Simulator;
before(async () => {
  simulator = await startSimulator({ speed: 0 });
});
after(() => simulator.stop());
beforeEach(() => simulator.clear());

test('requests are recorded with their body and without their keys', async () => {
  await exchange(simulator.origin, {
    headers: { ...usual, authorization: 'Bearer secret-key-1234', 'x-api-key': 'other-5678' },
  });
  const [record] = await simulator.requests();
  assert.deepEqual(record?.body, hello);
  assert.deepEqual([record?.headers.authorization, record?.headers['x-api-key']], ['Bearer …1234', '…5678']);
  assert.equal(JSON.stringify(record).includes('secret'), false);
  assert.deepEqual(
    [record?.method, record?.path, record?.nth, record?.status],
    ['POST', '/v1/messages', 1, 200],
  );
});

test('waiting begins before the request and counts requests of one path', async () => {
  const second = simulator.waitFor('end', 2);
  const listing = simulator.waitFor('end', 1, { path: '/v1/models' });
  await exchange(simulator.origin);
  await exchange(simulator.origin, { method: 'GET', path: '/v1/models' });
  await exchange(simulator.origin);
  assert.deepEqual([(await second).nth, (await listing).path], [2, '/v1/models']);
});

test('waiting for what can not happen any more is an error', async () => {
  await exchange(simulator.origin);
  await assert.rejects(simulator.waitFor('closed', 1), /never reached "closed": its response ended/);
  await assert.rejects(simulator.waitFor('event', 1, { events: 10_000 }), /its response ended/);
});

test('clear ends all waiting', async () => {
  const journal = new Journal();
  const waiting = journal.until({ path: '/v1/messages', nth: 1, what: 'request', events: 1 });
  journal.clear();
  assert.deepEqual(await waiting, new Error('cleared'));
});

test('clear forgets records and plans', async () => {
  await simulator.script([{ kind: 'error', status: 500, type: 'api_error', message: 'x' }]);
  await exchange(simulator.origin, { method: 'GET', path: '/nowhere' });
  await simulator.clear();
  assert.deepEqual(await simulator.requests(), []);
  assert.equal((await exchange(simulator.origin)).status, 200);
});

test('plans are served in order, then answers are drawn', async () => {
  await simulator.script([{ kind: 'error', status: 529, type: 'overloaded_error', message: 'Overloaded' }]);
  await simulator.script([
    { kind: 'error', status: 500, type: 'api_error', message: 'Internal server error' },
  ]);
  const statuses: number[] = [];
  for (let call = 0; call < 3; call++) statuses.push((await exchange(simulator.origin)).status);
  assert.deepEqual(statuses, [529, 500, 200]);
});

test('a connection is kept open and recognised', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let call = 0; call < 2; call++) {
    await new Promise((resolve) => {
      const sent = request(
        `${simulator.origin}/v1/messages`,
        { method: 'POST', agent, headers: usual },
        (response) => response.resume().on('end', resolve),
      );
      sent.end(JSON.stringify(hello));
    });
  }
  agent.destroy();
  const [first, second] = await simulator.requests();
  assert.equal(first?.connection, second?.connection);
});

test('the process ends when it is told to, and refuses from then on', async () => {
  const other = await startSimulator();
  await other.stop();
  assert.equal((await exchange(other.origin)).ending, 'ECONNREFUSED');
  await assert.rejects(connectSimulator(other.origin).clear(), { code: 'ECONNREFUSED' });
});

test('a wrong address and a wrong method have errors of their own', async () => {
  const wrong = await exchange(simulator.origin, { path: '/v1/complete' });
  const get = await exchange(simulator.origin, { method: 'GET' });
  assert.deepEqual([wrong.status, get.status], [404, 405]);
});
