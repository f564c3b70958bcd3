import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { asksForCache, leastCachedTokens } from '../../../../src/core/request/caching.ts';
import type { WireRequest } from '../../../../src/core/request/wireRequest.ts';

const text = { type: 'text', text: 'Hello' } as const;
const marked = { ...text, cache_control: { type: 'ephemeral' } } as const;
const body: WireRequest = { model: 'm', max_tokens: 9, messages: [{ role: 'user', content: [text] }] };

suite('a request asks for the cache', () => {
  const rows: Readonly<Record<string, readonly [WireRequest, boolean]>> = {
    'without a mark: no': [{ ...body, system: 'Be brief.' }, false],
    'in its system prompt': [{ ...body, system: [marked] }, true],
    'in a turn': [{ ...body, messages: [{ role: 'user', content: [text, marked] }] }, true],
  };
  for (const [name, [request, expected]] of Object.entries(rows))
    test(name, () => assert.equal(asksForCache(request), expected));
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
