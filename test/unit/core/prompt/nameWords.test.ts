import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { nameWords } from '../../../../src/core/prompt/nameWords.ts';

suite('the words of a name', () => {
  const rows: Readonly<Record<string, readonly string[]>> = {
    SYSTEM_PROMPT: ['system', 'prompt'],
    systemPrompt: ['system', 'prompt'],
    'system-prompt': ['system', 'prompt'],
    HTMLPrompt: ['html', 'prompt'],
    promptV2: ['prompt', 'v', '2'],
    v2Prompt: ['v', '2', 'prompt'],
    __prompt__: ['prompt'],
    größeÄndern: ['größe', 'ändern'],
    '': [],
  };
  for (const [name, words] of Object.entries(rows)) {
    test(name, () => assert.deepEqual(nameWords(name), words));
  }
});
