import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createSseParser, type SseEvent } from '../../../src/adapters/claude/sse.ts';
import { seededRandom } from '../../../src/core/random.ts';
import type { RunEvent } from '../../../src/core/run/events.ts';
import { reduceRun } from '../../../src/core/run/reduceRun.ts';
import { initialRun, textOf } from '../../../src/core/run/state.ts';
import { startRun } from '../../support/claudeRun.ts';
import { projectRoot } from '../../support/paths.ts';
import { randomCuts } from '../../support/randomCuts.ts';
import { replayLine } from '../../support/replayLine.ts';
import { type ReplayServer, replayServer } from '../../support/replayServer.ts';
import { sharedData, sharedDataAbsent } from '../../support/sharedData.ts';
import { type Expected, expectedOf, lineFacts } from '../../support/streamFacts.ts';
import { randomSeed } from '../../unit/randomSeed.ts';

const fixtures = join(projectRoot, 'test/fixtures/streams');
const captures = sharedData('streams');

interface Capture {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly expected: Expected;
}

function capturesIn(folder: string): readonly Capture[] {
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => file.endsWith('.sse'));
  return files.sort().map((file) => {
    const name = file.replace(/\.sse$/, '');
    return { name, bytes: readFileSync(join(folder, file)), expected: expectedOf(expected[name]) };
  });
}

let server: ReplayServer;
before(async () => {
  server = await replayServer();
});
after(() => server.close());

const all = [...capturesIn(fixtures), ...(captures === null ? [] : capturesIn(captures))];

test('the captures are here', { skip: captures === null && sharedDataAbsent }, () => {
  assert.ok(all.length > readdirSync(fixtures).length);
});

for (const { name, bytes, expected } of all) {
  test(`${name}: over HTTP`, async () => {
    server.next(bytes);
    assert.deepEqual(lineFacts(await replayLine(`${name}.sse`, server.origin)), expected);
  });

  test(`${name}: over HTTP in random pieces, seed ${randomSeed}`, async () => {
    const random = seededRandom(randomSeed);
    for (let round = 0; round < 3; round++) {
      const cuts = randomCuts(bytes.length, 24, random);
      server.next(bytes, cuts);
      assert.deepEqual(lineFacts(await replayLine(`${name}.sse`, server.origin)), expected, `cuts ${cuts}`);
    }
  });

  test(`${name}: the same events in random pieces, seed ${randomSeed}`, () => {
    const random = seededRandom(randomSeed);
    const whole = parse([bytes]);
    for (let round = 0; round < 20; round++) {
      const cuts = randomCuts(bytes.length, 1 + Math.floor(random() * 400), random);
      assert.deepEqual(parse(pieces(bytes, cuts)), whole, `cuts ${cuts}`);
    }
  });

  test(`${name}: stopped at every event`, async () => {
    const reference = startRun('http://stopped.invalid', { fetch: fetchOf(bytes) });
    await reference.done;
    let state = initialRun;
    for (const [count, event] of reference.events.slice(0, -1).entries()) {
      state = reduceRun(state, event);
      const stopped = await stoppedAfter(count + 1, bytes);
      assert.deepEqual(
        stopped,
        { end: 'cancelled', text: textOf(state), events: count + 2 },
        `at ${count + 1}`,
      );
    }
  });

  if (bytes.length <= 3_000) {
    test(`${name}: cut at every byte`, () => {
      const whole = parse([bytes]);
      for (let cut = 0; cut <= bytes.length; cut++) {
        assert.deepEqual(parse(pieces(bytes, [cut])), whole, `cut at ${cut}`);
      }
      assert.deepEqual(parse(Array.from(bytes, (byte) => Uint8Array.of(byte))), whole, 'byte by byte');
    });
  }
}

function parse(parts: readonly Uint8Array[]): readonly SseEvent[] {
  const parser = createSseParser();
  return [...parts.flatMap((part) => parser.push(part)), ...parser.end()];
}

function pieces(bytes: Uint8Array, cuts: readonly number[]): readonly Uint8Array[] {
  const ends = [...cuts, bytes.length];
  return ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
}

function fetchOf(bytes: Uint8Array): typeof fetch {
  return async () =>
    new Response(Uint8Array.from(bytes), { headers: { 'content-type': 'text/event-stream' } });
}

async function stoppedAfter(count: number, bytes: Uint8Array) {
  let seen = 0;
  const run = startRun('http://stopped.invalid', {
    fetch: fetchOf(bytes),
    onEvent: (event: RunEvent) => {
      if (event.kind !== 'ended' && ++seen === count) run.abort();
    },
  });
  // The first event comes before there is a run to stop.
  if (count === 1) run.abort();
  const state = await run.done;
  return { end: state.endState, text: textOf(state), events: run.events.length };
}

function command(...words: readonly string[]) {
  const script = join(projectRoot, 'scripts/replay.ts');
  return spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' });
}

test('the command prints one line a file, sorted', () => {
  const { status, stdout, stderr } = command(fixtures);
  const lines = stdout.trim().split('\n');
  const files = lines.map((line) => (JSON.parse(line) as { file: string }).file);
  const expected = readdirSync(fixtures).filter((file) => file.endsWith('.sse'));
  assert.deepEqual([status, stderr, files], [0, '', expected.sort()]);
});

test('the command fails clearly without a folder, without such a folder, and without a stream in it', () => {
  const empty = mkdtempSync(join(tmpdir(), 'replay-'));
  try {
    for (const words of [[], [join(empty, 'none')], [empty]]) {
      const { status, stdout, stderr } = command(...words);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, /^(Usage: npm run -s replay|Cannot replay ).+\n$/);
    }
  } finally {
    rmSync(empty, { recursive: true });
  }
});
