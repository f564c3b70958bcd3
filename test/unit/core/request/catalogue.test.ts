import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  currentHaiku,
  fallbackCatalogue,
  findModel,
  isUsable,
  mergeCatalogue,
  suggestModel,
  thinksByDefault,
} from '../../../../src/core/request/catalogue.ts';
import type { ModelInfo } from '../../../../src/core/request/model.ts';
import { modelFamily } from '../../../../src/core/request/modelFamily.ts';

const liveModel = (id: string, more: Partial<ModelInfo> = {}): ModelInfo => ({
  id,
  name: id,
  line: null,
  lifecycle: 'active',
  created: null,
  retires: null,
  maxInputTokens: null,
  maxOutputTokens: null,
  efforts: null,
  thinking: null,
  ...more,
});

suite('an id finds its model', () => {
  const rows: readonly (readonly [string, string | null])[] = [
    ['claude-haiku-5-5', 'claude-haiku-5-5'],
    ['claude-haiku-4-5-20251001', 'claude-haiku-4-5'],
    ['claude-opus-4-20250514', 'claude-opus-4'],
    ['claude-3-5-haiku-latest', 'claude-3-5-haiku'],
    ['claude-haiku-latest', 'claude-haiku-5-5'],
    ['anthropic/claude-sonnet-4.6', 'claude-sonnet-4-6'],
    ['claude-opus-5-6', null],
    ['gpt-5', null],
    ['', null],
  ];
  for (const [id, expected] of rows) {
    test(`${id} finds ${expected}`, () => {
      assert.equal(findModel(fallbackCatalogue, id)?.id ?? null, expected);
    });
  }
});

suite('a retired or unknown id gets a replacement', () => {
  const rows = [
    ['claude-sonnet-4-20250514', 'claude-sonnet-5-5'],
    ['claude-3-opus-20240229', 'claude-opus-5-5'],
    ['claude-opus-9', 'claude-opus-5-5'],
    ['claude-mythos-preview', 'claude-mythos-5-2'],
    ['claude-2.1', 'claude-haiku-5-5'],
    ['gpt-5', 'claude-haiku-5-5'],
  ] as const;
  for (const [id, expected] of rows) {
    test(`${id} gets ${expected}`, () => assert.equal(suggestModel(fallbackCatalogue, id)?.id, expected));
  }
});

suite('the tokenizer of a model', () => {
  const rows = [
    ['claude-haiku-4-5', 'old-tokenizer'],
    ['claude-opus-4-6', 'old-tokenizer'],
    ['claude-3-haiku-20240307', 'old-tokenizer'],
    ['claude-opus-4-7', 'new-tokenizer'],
    ['claude-haiku-5-5', 'new-tokenizer'],
    ['some-gateway-model', 'new-tokenizer'],
  ] as const;
  for (const [id, family] of rows) test(`${id}: ${family}`, () => assert.equal(modelFamily(id), family));
});

test('the current Haiku is the newest active one, a deprecated one only where nothing else is', () => {
  const old = liveModel('claude-haiku-4-5', { line: 'haiku' });
  const next = liveModel('claude-haiku-6', { line: 'haiku' });
  assert.equal(currentHaiku([old, next])?.id, 'claude-haiku-6');
  assert.equal(currentHaiku([old, { ...next, lifecycle: 'deprecated' }])?.id, 'claude-haiku-4-5');
  assert.equal(currentHaiku([{ ...old, lifecycle: 'deprecated' }])?.id, 'claude-haiku-4-5');
  assert.equal(currentHaiku([{ ...old, lifecycle: 'retired' }]), null);
  assert.equal(currentHaiku([liveModel('claude-opus-5-5', { line: 'opus' })]), null);
});

test('of two models without a version the later created is the newer', () => {
  const models = [
    liveModel('haiku-a', { line: 'haiku', created: '2026-01-01' }),
    liveModel('haiku-b', { line: 'haiku', created: '2026-02-01' }),
  ];
  assert.equal(currentHaiku(models)?.id, 'haiku-b');
});

test('without a live list the table stands', () => {
  assert.equal(mergeCatalogue([], fallbackCatalogue), fallbackCatalogue);
});

test('a live model is completed from the table and keeps what it says itself', () => {
  const live = liveModel('claude-sonnet-4-5-20250929', {
    name: 'Sonnet of the gateway',
    lifecycle: 'unknown',
    maxOutputTokens: 1_000,
    thinking: { supported: true, adaptive: true, budget: false, off: null },
  });
  const [merged] = mergeCatalogue([live], fallbackCatalogue);
  assert.deepEqual(merged, {
    id: 'claude-sonnet-4-5-20250929',
    name: 'Sonnet of the gateway',
    line: 'sonnet',
    lifecycle: 'deprecated',
    created: '2025-09-29',
    retires: '2026-11-30',
    maxInputTokens: 200_000,
    maxOutputTokens: 1_000,
    efforts: [],
    thinking: { supported: true, adaptive: true, budget: false, off: null, byDefault: false },
  });
});

test('behind the live list stand only retired models of the table', () => {
  const merged = mergeCatalogue([liveModel('claude-haiku-5-5'), liveModel('house-model')], fallbackCatalogue);
  const [haiku, house, ...gone] = merged;
  assert.deepEqual([haiku?.name, house?.name], ['Claude Haiku 5.5', 'house-model']);
  assert.deepEqual(
    gone.map(({ id }) => id),
    fallbackCatalogue.filter((model) => !isUsable(model)).map(({ id }) => id),
  );
});

suite('thinking when the request does not say', () => {
  const rows = [
    ['claude-haiku-5-5', true],
    ['claude-opus-5-5', true],
    ['claude-opus-4-8', false],
    ['claude-haiku-4-5', false],
    ['claude-3-haiku', false],
  ] as const;
  for (const [id, thinks] of rows) {
    test(`${id}: ${thinks}`, () => {
      const model = findModel(fallbackCatalogue, id);
      assert.equal(model && thinksByDefault(model), thinks);
    });
  }
  test('a model newer than the table thinks by default, one of unknown thinking does not', () => {
    const thinking = { supported: true, adaptive: true, budget: false, off: 'disabled' } as const;
    assert.equal(thinksByDefault(liveModel('claude-haiku-6', { thinking })), true);
    assert.equal(thinksByDefault(liveModel('claude-haiku-6')), false);
  });
});

test('every model of the table is named once and has its limits', () => {
  const ids = fallbackCatalogue.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(
    fallbackCatalogue.filter((model) => model.line === '' || !model.maxOutputTokens || !model.thinking),
    [],
  );
});
