import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { type Simulator, startSimulator } from '../../simulator/client.ts';
import type { RecordedRequest } from '../../simulator/record.ts';
import { bytesOf, dig, eventsOf, exchange, hello, jsonOf, textOf } from './exchange.ts';

let simulator: Simulator;
before(async () => {
  simulator = await startSimulator({ speed: 0 });
});
after(() => simulator.stop());
beforeEach(async () => {
  await simulator.configure({ seed: 1, speed: 0 });
  await simulator.clear();
});

function asking(content: string, more: object = {}): object {
  return { ...hello, messages: [{ role: 'user', content }], ...more };
}

async function answerTo(content: string, more: object = {}): Promise<string> {
  return textOf(await exchange(simulator.origin, { body: asking(content, more) }));
}

async function series(seed: number): Promise<readonly string[]> {
  await simulator.configure({ seed });
  await simulator.clear();
  const bytes: string[] = [];
  for (const model of ['claude-haiku-5-5', 'claude-sonnet-5-5', 'claude-haiku-5-5']) {
    bytes.push(bytesOf(await exchange(simulator.origin, { body: { ...hello, model } })).toString('utf8'));
  }
  return bytes;
}

test('the same seed and order give the same bytes, another seed gives others', async () => {
  const first = await series(5);
  assert.deepEqual(await series(5), first);
  assert.notDeepEqual(await series(6), first);
  assert.notEqual(first[0], first[2]);
});

test('the same seed and order give the same planned delays', async () => {
  const rounds: (readonly RecordedRequest['planned'][])[] = [];
  for (let round = 0; round < 2; round++) {
    await simulator.configure({ speed: 0.02, seed: 3 });
    await simulator.clear();
    for (const model of ['claude-haiku-5-5', 'claude-opus-5-5']) {
      await exchange(simulator.origin, { body: { ...hello, model, max_tokens: 20 } });
    }
    rounds.push((await simulator.requests()).map(({ planned }) => planned));
  }
  assert.deepEqual(rounds[0], rounds[1]);
  const [haiku, opus] = rounds[0] ?? [];
  assert.ok((haiku?.ttftMs ?? 0) > 0 && (haiku?.totalMs ?? 0) > (haiku?.ttftMs ?? 0));
  assert.equal(opus?.ttftMs, null, 'twenty tokens of hidden thinking show nothing');
});

test('a length that the prompt asks for is kept', async () => {
  const three = await answerTo('Explain compost in 3 sentences.');
  assert.equal(three.match(/[.!?](?=\s|$)/g)?.length, 3);
  const words = await answerTo('Explain compost in at most 20 words.');
  assert.ok(words.split(/\s+/).length <= 20, words);
  const free = await answerTo('Explain compost.');
  assert.ok(free.length > 4 * three.length, `${free.length} against ${three.length}`);
});

test('a form that the prompt asks for is kept', async () => {
  const json = await answerTo('Describe compost. Return valid JSON only.');
  assert.deepEqual(Object.keys(JSON.parse(json)), ['summary', 'confidence', 'topics']);
  const label = await answerTo(
    'Classify the ticket as one of: billing, bug, question. Reply with only the label.',
  );
  assert.ok(['billing', 'bug', 'question'].includes(label), label);
  const list = await answerTo('Give me five bullet points on compost. Output only the list.');
  assert.equal(list.split('\n').length, 5);
  assert.ok(['Yes', 'No'].includes(await answerTo('Is compost warm? Answer yes or no.')));
});

test('max_tokens cuts the text, and thinking can use it all', async () => {
  const cut = eventsOf(await exchange(simulator.origin, { body: { ...hello, max_tokens: 30 } }));
  const spent = eventsOf(
    await exchange(simulator.origin, { body: { ...hello, model: 'claude-opus-5-5', max_tokens: 20 } }),
  );
  const ends = [cut, spent].map((events) => events.find(({ type }) => type === 'message_delta'));
  const stop = { stop_reason: 'max_tokens', stop_sequence: null, stop_details: null };
  assert.deepEqual(
    ends.map((end) => end?.delta),
    [stop, stop],
  );
  assert.deepEqual(
    ends.map((end) => dig(end, 'usage', 'output_tokens')),
    [30, 20],
  );
  const blocks = spent.filter(({ type }) => type === 'content_block_start');
  assert.deepEqual(
    blocks.map((data) => dig(data, 'content_block', 'type')),
    ['thinking'],
  );
});

test('a stop sequence of the request ends the text before it', async () => {
  const whole = await answerTo('Explain compost.');
  await simulator.clear();
  await simulator.script([{ kind: 'answer', text: whole }]);
  const sequence = whole.slice(40, 46);
  const stopped = await exchange(simulator.origin, {
    body: asking('Explain compost.', { stop_sequences: [sequence] }),
  });
  assert.equal(textOf(stopped), whole.slice(0, whole.indexOf(sequence)));
  const end = eventsOf(stopped).find(({ type }) => type === 'message_delta');
  assert.deepEqual(end?.delta, { stop_reason: 'stop_sequence', stop_sequence: sequence, stop_details: null });
});

test('the prompt cache is written once and then read, from 512 tokens on', async () => {
  const usages: (readonly number[])[] = [];
  const bodies = ['compost '.repeat(600), 'compost '.repeat(600), 'compost '.repeat(20)].map((text) => ({
    ...hello,
    stream: false,
    max_tokens: 5,
    system: [{ type: 'text', text, cache_control: { type: 'ephemeral' } }],
  }));
  for (const body of bodies) {
    const message = jsonOf(await exchange(simulator.origin, { body }));
    usages.push(
      ['cache_creation_input_tokens', 'cache_read_input_tokens'].map((name) =>
        Number(dig(message, 'usage', name)),
      ),
    );
  }
  const written = usages[0]?.[0] ?? 0;
  assert.ok(written >= 512, `${written} tokens`);
  assert.deepEqual(usages, [
    [written, 0],
    [0, written],
    [0, 0],
  ]);
});

test('hidden thinking is billed and not shown; effort moves it', async () => {
  const bill = async (effort: string) => {
    const body = { ...hello, model: 'claude-sonnet-5-5', output_config: { effort } };
    const end = eventsOf(await exchange(simulator.origin, { body })).find(
      ({ type }) => type === 'message_delta',
    );
    return Number(dig(end, 'usage', 'output_tokens_details', 'thinking_tokens'));
  };
  const [low, max] = [await bill('low'), await bill('max')];
  assert.ok(low > 0 && max > 4 * low, `${low} and ${max} tokens`);
});
