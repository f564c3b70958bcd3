import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { leastCachedTokens, withCaching } from '../../../../src/core/request/caching.ts';
import type { WireRequest } from '../../../../src/core/request/wireRequest.ts';

const cache_control = { type: 'ephemeral' };
const base: WireRequest = {
  model: 'm',
  max_tokens: 9,
  messages: [
    { role: 'user', content: [{ type: 'text', text: 'one' }] },
    {
      role: 'user',
      content: [
        { type: 'text', text: 'two' },
        { type: 'text', text: 'three' },
      ],
    },
  ],
};
const messages = [
  base.messages[0],
  {
    role: 'user',
    content: [
      { type: 'text', text: 'two' },
      { type: 'text', text: 'three', cache_control },
    ],
  },
];

test('the system prompt and the end of the last turn are marked, nothing else', () => {
  assert.deepEqual(withCaching({ body: { ...base, system: 'Be brief.' }, version: 'v' }), {
    body: { ...base, system: [{ type: 'text', text: 'Be brief.', cache_control }], messages },
    version: 'v',
  });
});

test('without a system prompt there is none afterwards', () => {
  assert.deepEqual(withCaching({ body: base, version: null }), {
    body: { ...base, messages },
    version: null,
  });
});

suite('the fewest tokens that are cached for sure', () => {
  const rows: Readonly<Record<string, number>> = {
    'claude-haiku-5-5': 512,
    'claude-sonnet-5': 512,
    'claude-haiku-4-5-20251001': 4_096,
    'some-other-model': 4_096,
  };
  for (const [id, tokens] of Object.entries(rows))
    test(id, () => assert.equal(leastCachedTokens(id), tokens));
});
