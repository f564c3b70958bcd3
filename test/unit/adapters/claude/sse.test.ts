import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSseParser, type SseEvent } from '../../../../src/adapters/claude/sse.ts';

function parse(...pieces: readonly Uint8Array[]): readonly SseEvent[] {
  const parser = createSseParser();
  return [...pieces.flatMap((piece) => parser.push(piece)), ...parser.end()];
}

const bytes = (text: string) => new TextEncoder().encode(text);
const event = (data: string, name: string | null = null): SseEvent => ({ name, data });

const cases: readonly (readonly [string, readonly SseEvent[]])[] = [
  ['event: a\ndata: 1\n\n', [event('1', 'a')]],
  ['event: a\r\ndata: 1\r\n\r\n', [event('1', 'a')]],
  ['event: a\rdata: 1\r\r', [event('1', 'a')]],
  ['event: a\rdata: 1\r\n\ndata: 2\n\r\ndata: 3\r\r\n', [event('1', 'a'), event('2'), event('3')]],
  ['\uFEFFdata: 1\n\n', [event('1')]],
  ['data: 1\n\n', [event('1')]],
  ['data:1\n\n', [event('1')]],
  ['data:  1\n\n', [event(' 1')]],
  ['data: 1\ndata: 2\n\n', [event('1\n2')]],
  ['data: 1\ndata:\ndata: 2\n\n', [event('1\n\n2')]],
  ['data: 1', [event('1')]],
  ['data: 1\n', [event('1')]],
  ['data: 1\r', [event('1')]],
  ['event: a', []],
  ['event: a\n\ndata: 1\n\n', [event('1')]],
  ['event: a\ndata: 1\n\ndata: 2\n\n', [event('1', 'a'), event('2')]],
  [': comment\n\ndata: 1\n: comment\n\n', [event('1')]],
  [':\n\n', []],
  ['\n\n\n', []],
  ['data\n\n', []],
  ['id: 7\nretry: 10\nother: x\ndata: 1\n\n', [event('1')]],
  ['data: {"a": "b: c"}\n\n', [event('{"a": "b: c"}')]],
  ['data: [DONE]\n\n', [event('[DONE]')]],
  ['data: Grüße 🧪 漢字\r\n\r\n', [event('Grüße 🧪 漢字')]],
  ['', []],
];

for (const [text, expected] of cases) {
  test(JSON.stringify(text), () => {
    const whole = bytes(text);
    assert.deepEqual(parse(whole), expected, 'in one piece');
    for (let cut = 0; cut <= whole.length; cut++) {
      const pieces = [whole.subarray(0, cut), whole.subarray(cut)];
      assert.deepEqual(parse(...pieces), expected, `cut at ${cut}`);
    }
    assert.deepEqual(parse(...Array.from(whole, (byte) => Uint8Array.of(byte))), expected, 'byte by byte');
  });
}

test('an event is there with the byte that completes it', () => {
  const parser = createSseParser();
  const counts = Array.from(bytes('data: 1\n\ndata: 2\r\n\r\n'), (b) => parser.push(Uint8Array.of(b)).length);
  assert.deepEqual(counts, [0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]);
});

test('bytes that are no UTF-8 do not stop the stream', () => {
  assert.deepEqual(parse(Uint8Array.of(0x64, 0x61, 0x74, 0x61, 0x3a, 0xff, 0x0a, 0x0a)), [event('\uFFFD')]);
});
