import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fallbackCatalogue } from '../../../../src/core/request/catalogue.ts';
import { modelNamed } from '../../../../src/core/request/modelName.ts';

suite('models by the names that prompts give them', () => {
  const rows: Readonly<Record<string, string | null>> = {
    'claude-haiku-5-5': 'claude-haiku-5-5',
    'Claude Haiku 5.5': 'claude-haiku-5-5',
    'Claude Sonnet 4.5 (copilot)': 'claude-sonnet-4-5',
    '  claude sonnet 4.5  ': 'claude-sonnet-4-5',
    'anthropic/claude-haiku-4.5': 'claude-haiku-4-5',
    'GPT-5 mini (copilot)': null,
    'claude-3-opus-20240229': 'claude-3-opus',
    'Claude Opus 3': 'claude-3-opus',
    'Claude 3.5 Sonnet': 'claude-3-5-sonnet',
    sonnet: null,
    '': null,
  };
  for (const [name, id] of Object.entries(rows)) {
    test(`${JSON.stringify(name)}: ${id}`, () =>
      assert.equal(modelNamed(fallbackCatalogue, name)?.id ?? null, id));
  }
});
