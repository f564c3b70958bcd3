import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, suite, test } from 'node:test';
import { countTokens } from 'gpt-tokenizer/encoding/cl100k_base';
import { segmentCache } from '../../../src/adapters/tokenizer/segmentCache.ts';
import { segments } from '../../../src/adapters/tokenizer/segments.ts';
import { loadTokenizer, type Tokenizer } from '../../../src/adapters/tokenizer/tokenizer.ts';
import { sharedData, sharedDataAbsent } from '../../support/sharedData.ts';

const whole = (text: string): number => countTokens(text, { disallowedSpecial: new Set() });

let tokenizer: Tokenizer;
before(async () => {
  tokenizer = await loadTokenizer();
});

test('it is loaded once', async () => assert.equal(await loadTokenizer(), tokenizer));

suite('in pieces or as a whole, the count is the same', () => {
  const texts: readonly string[] = [
    '',
    'Hello, world!',
    'One\nTwo\r\n\r\n  Three\n\n\nFour\n',
    '\n\n  - item\n\t- item\n',
    "don't… “quote” — it's\n```ts\nconst a = 1;\n```\n",
    '漢字とかな\n한국어\nعربى\n😀👩‍👩‍👧‍👦\n',
    '<|endoftext|> and <|fim_prefix|>\n<|endoftext|>',
    `${'word '.repeat(3_000)}end`,
    `${'x, (y) 1234 '.repeat(2_000)}\n${'z'.repeat(399)}`,
  ];
  for (const text of texts) {
    const name = text.length > 60 ? `${text.slice(0, 20)}… (${text.length})` : text;
    test(JSON.stringify(name), () => {
      assert.equal(tokenizer.count(text), whole(text));
      assert.equal([...segments(text)].join(''), text);
    });
  }

  const folder = sharedData('prompts');
  test('307 public prompts', { skip: folder === null && sharedDataAbsent }, () => {
    const differing = readdirSync(folder ?? '').filter((file) => {
      const text = readFileSync(join(folder ?? '', file), 'utf8');
      return tokenizer.count(text) !== whole(text);
    });
    assert.deepEqual(differing, []);
  });
});

// Counted whole, each of these takes the tokenizer seconds to hours; the exact number only pins that it was counted.
suite('one endless run', () => {
  const rows: readonly (readonly [string, number])[] = [
    ['a', 12_500],
    ['=', 1_500],
    [' ', 1_000],
    ['\n', 3_250],
    ['漢', 200_000],
    ['1', 33_334],
  ];
  for (const [char, tokens] of rows) {
    test(`${JSON.stringify(char)} × 100,000`, () => {
      assert.equal(tokenizer.count(char.repeat(100_000)), tokens);
    });
  }
});

test('a long text counts the same in slices, and other work runs in between', async () => {
  const text = Array.from({ length: 60_000 }, (_, line) => `Line ${line} says ${line * 7919}.\n`).join('');
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 0);
  const counted = await tokenizer.countAsync(text);
  clearInterval(timer);
  assert.equal(counted, tokenizer.count(text));
  assert.ok(turns > 0, 'the event loop was blocked all the while');
});

test('counting stops when aborted, before it starts and while it runs', async () => {
  const reason = new Error('typed on');
  await assert.rejects(
    tokenizer.countAsync('text', { signal: AbortSignal.abort(reason) }),
    (error) => error === reason,
  );
  const controller = new AbortController();
  const counting = tokenizer.countAsync(
    Array.from({ length: 60_000 }, (_, line) => `Other ${line} line ${line * 104729}\n`).join(''),
    { signal: controller.signal },
  );
  setImmediate(() => controller.abort(reason));
  await assert.rejects(counting, (error) => error === reason);
});

test('the cache forgets the segments that were not used lately', () => {
  const cache = segmentCache(20);
  cache.set('aaaaa', 1);
  cache.set('bbbbb', 2);
  cache.set('ccccc', 3);
  assert.equal(cache.get('aaaaa'), 1);
  cache.set('ddddd', 4);
  assert.deepEqual(
    ['aaaaa', 'bbbbb', 'ccccc', 'ddddd'].map((segment) => cache.get(segment)),
    [1, undefined, 3, 4],
  );
});
