import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { type Simulator, startSimulator } from '../../simulator/client.ts';
import type { Dialect } from '../../simulator/plan.ts';
import { bytesOf, dataLines, eventsOf, exchange, type Received } from './exchange.ts';

let simulator: Simulator;
before(async () => {
  simulator = await startSimulator({ speed: 0 });
});
after(() => simulator.stop());
beforeEach(() => simulator.clear());

async function written(dialect: Dialect): Promise<Received & { readonly text: string }> {
  await simulator.script([{ kind: 'answer', text: 'née – 🙂', charsPerDelta: 3, dialect }]);
  const received = await exchange(simulator.origin);
  return { ...received, text: bytesOf(received).toString('utf8') };
}

test('crlf: every line ends with CRLF', async () => {
  const { text } = await written({ crlf: true });
  assert.deepEqual([...text.matchAll(/(?<!\r)\n|\r(?!\n)/g)], []);
  assert.ok(text.endsWith('\r\n\r\n'));
});

test('noLastBlankLine: the last event is not closed', async () => {
  const { text } = await written({ noLastBlankLine: true });
  assert.match(text, /"message_stop" *\}\n$/);
});

test('noEventLine: data lines only', async () => {
  const { text } = await written({ noEventLine: true });
  assert.equal(text.includes('event:'), false);
  assert.ok(text.startsWith('data: {"type":"message_start"'));
});

test('done: [DONE] after the end', async () => {
  const { text } = await written({ done: true });
  assert.deepEqual(
    [dataLines(text).at(-1), JSON.parse(dataLines(text).at(-2) ?? '').type],
    ['[DONE]', 'message_stop'],
  );
});

test('comments: a comment before every event', async () => {
  const { text } = await written({ comments: true });
  assert.equal(text.split(': keep-alive\n\n').length - 1, dataLines(text).length);
});

test('paddedJson: spaces inside the JSON, unless switched off', async () => {
  const plain = await written({ paddedJson: false });
  const usual = await written({});
  assert.deepEqual([/ \}\n/.test(plain.text), / \}\n/.test(usual.text)], [false, true]);
});

test('noMessageStop: the stream ends after message_delta', async () => {
  const received = await written({ noMessageStop: true });
  assert.equal(eventsOf(received).at(-1)?.type, 'message_delta');
  assert.equal(received.ending, 'end');
});

test('splitInsideUtf8: a chunk ends inside a character', async () => {
  const received = await written({ splitInsideUtf8: true });
  const torn = received.chunks.filter((chunk) => chunk.toString('utf8').includes('\ufffd'));
  assert.equal(torn.length % 2, 0);
  assert.ok(torn.length >= 4, `${torn.length} torn chunks`);
  assert.equal(received.text.includes('\ufffd'), false);
});

test('splitInsideLineEnd with crlf: a chunk ends between CR and LF', async () => {
  const received = await written({ splitInsideLineEnd: true, crlf: true });
  const torn = received.chunks.filter((chunk) => chunk.toString('latin1').endsWith('\r'));
  assert.equal(torn.length, dataLines(received.text).length);
});

test('a dialect of the options applies to drawn answers', async () => {
  await simulator.configure({ dialect: { done: true } });
  const received = await exchange(simulator.origin);
  await simulator.configure({ dialect: {} });
  assert.equal(dataLines(bytesOf(received).toString('utf8')).at(-1), '[DONE]');
});
