import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Connection } from '../../../src/core/request/connection.ts';
import { Models } from '../../../src/vscode/models.ts';
import { type Simulator, startSimulator } from '../../simulator/client.ts';
import { testKey } from '../../support/claudeRun.ts';
import { memento } from '../../support/memento.ts';

let simulator: Simulator;
before(async () => {
  simulator = await startSimulator({ speed: 0, keys: [testKey] });
});
after(() => simulator.stop());

function connection(key: string): Connection {
  return { baseUrl: simulator.origin, auth: 'bearer', key, headers: {} };
}

const { signal } = new AbortController();

test('a key is judged by its own request, whatever else is asked meanwhile', async () => {
  const models = new Models(memento());
  const answers = await Promise.all(
    ['mistyped', testKey].map((key) => models.refresh(connection(key), signal)),
  );
  assert.deepEqual(
    answers.map((answer) => (typeof answer === 'number' ? 'accepted' : answer.kind)),
    ['rejected-key', 'accepted'],
  );
  assert.ok(models.hasList(simulator.origin));
});

test('a check that was given up says nothing of the one after it', async () => {
  const models = new Models(memento());
  const first = new AbortController();
  const givenUp = models.refresh(connection(testKey), first.signal);
  first.abort();
  assert.equal(typeof (await models.refresh(connection(testKey), signal)), 'number');
  assert.equal(typeof (await givenUp), 'object');
});
