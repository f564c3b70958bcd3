import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { type Simulator, startSimulator } from '../../simulator/client.ts';
import { recordedEvents } from '../../simulator/sse.ts';
import { sharedData, sharedDataAbsent } from '../../support/sharedData.ts';
import { bytesOf, exchange } from './exchange.ts';

const folder = sharedData('streams');

let simulator: Simulator;
before(async () => {
  simulator = await startSimulator({ speed: 0 });
});
after(() => simulator.stop());
beforeEach(() => simulator.clear());

test('captures', { skip: folder === null && sharedDataAbsent }, async (suite) => {
  const files = readdirSync(folder ?? '').filter((name) => name.endsWith('.sse'));
  assert.notEqual(files.length, 0);
  for (const name of files) {
    const path = join(folder ?? '', name);
    await suite.test(`${name} comes out byte for byte`, async () => {
      await simulator.clear();
      const bytes = readFileSync(path);
      await simulator.script([
        { kind: 'replay', path },
        { kind: 'replay', path, chunk: { seed: 7 } },
      ]);
      const whole = await exchange(simulator.origin);
      const parts = await exchange(simulator.origin);
      assert.deepEqual([bytesOf(whole).equals(bytes), bytesOf(parts).equals(bytes)], [true, true]);
      const expected = recordedEvents(bytes).map(({ event }) => event);
      for (const nth of [1, 2]) {
        const { stamps } = await simulator.waitFor('end', nth);
        assert.deepEqual(
          stamps.map(({ event }) => event),
          expected,
        );
      }
    });
  }
});

const small =
  'event: a\ndata: {"type":"a"}\n\n: comment\n\nevent: b\ndata: {"type":"b","delta":{"text":"é"}}\n\n';
const bytes = Buffer.from(small).toString('base64');

for (const [chunk, sizes] of [
  ['whole', [91]],
  [40, [40, 40, 11]],
  [{ offsets: [1, 30] }, [1, 29, 61]],
] as const) {
  test(`chunks of ${JSON.stringify(chunk)}`, async () => {
    await simulator.script([{ kind: 'replay', bytes, chunk }]);
    const received = await exchange(simulator.origin);
    assert.deepEqual(
      received.chunks.map((part) => part.length),
      sizes,
    );
    assert.equal(bytesOf(received).toString('utf8'), small);
  });
}

test('one byte a chunk', async () => {
  await simulator.script([{ kind: 'replay', bytes, chunk: 1 }]);
  const received = await exchange(simulator.origin);
  assert.equal(received.chunks.length, Buffer.byteLength(small));
});

test('an event is stamped by the write that completes it', async () => {
  await simulator.script([{ kind: 'replay', bytes, chunk: { offsets: [10] }, gapMs: 20 }]);
  await exchange(simulator.origin);
  const { stamps, headersAt } = await simulator.waitFor('end', 1);
  assert.deepEqual(
    stamps.map(({ event, chars }) => ({ event, chars })),
    [
      { event: 'a', chars: 0 },
      { event: 'b', chars: 1 },
    ],
  );
  assert.ok((stamps[0]?.at ?? 0) - (headersAt ?? 0) >= 20);
});

test('a replay holds after an event and goes on when released', async () => {
  await simulator.script([{ kind: 'replay', bytes, hold: 1 }]);
  const received = exchange(simulator.origin);
  const held = await simulator.waitFor('event', 1, { events: 1 });
  assert.equal(held.stamps.length, 1);
  await simulator.release();
  assert.equal(bytesOf(await received).toString('utf8'), small);
});
