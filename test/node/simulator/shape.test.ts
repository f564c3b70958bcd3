import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { startSimulator } from '../../simulator/client.ts';
import { sharedData, sharedDataAbsent } from '../../support/sharedData.ts';
import { bytesOf, dataLines, exchange, hello } from './exchange.ts';

const folder = sharedData('streams');

function paths(value: unknown, at: string): readonly string[] {
  if (Array.isArray(value)) return [`${at}[]`, ...value.flatMap((entry) => paths(entry, `${at}[]`))];
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, entry]) => paths(entry, `${at}.${key}`));
}

/** `event type, kind of block or delta, key path` of everything in a stream. */
function shapes(stream: string): readonly string[] {
  return dataLines(stream).flatMap((line) => {
    if (!line.startsWith('{')) return [];
    const data = JSON.parse(line);
    const kind = [data.type, data.content_block?.type, data.delta?.type].filter(Boolean).join('/');
    return paths(data, '').map((path) => `${kind} ${path}`);
  });
}

test('every key of an ordinary stream occurs in a stream of the API', {
  skip: folder === null && sharedDataAbsent,
}, async () => {
  const files = readdirSync(folder ?? '').filter((name) => name.endsWith('.sse'));
  const known = new Set(files.flatMap((name) => shapes(readFileSync(join(folder ?? '', name), 'utf8'))));
  const simulator = await startSimulator({ speed: 0 });
  try {
    await simulator.script([
      { kind: 'answer' },
      { kind: 'answer', thinking: 'visible' },
      { kind: 'answer', thinking: 'hidden' },
      { kind: 'answer', tools: [{ name: 'look', input: { at: 'sky' } }] },
      { kind: 'answer', stopReason: 'refusal' },
      { kind: 'answer', stopReason: 'stop_sequence' },
      { kind: 'burst', deltas: 3, charsPerDelta: 3, perSecond: 0 },
      { kind: 'error-event', afterEvents: 2, type: 'overloaded_error', message: 'Overloaded' },
    ]);
    const seen = new Set<string>();
    for (let run = 0; run < 8; run++) {
      const stream = bytesOf(await exchange(simulator.origin, { body: hello })).toString('utf8');
      for (const shape of shapes(stream)) seen.add(shape);
    }
    assert.ok(seen.size > 30, `${seen.size} shapes`);
    assert.deepEqual(
      [...seen].filter((shape) => !known.has(shape)),
      [],
    );
  } finally {
    await simulator.stop();
  }
});
