import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { PromptParameter } from '../../../../src/core/prompt/foundPrompt.ts';
import { parameterEdit } from '../../../../src/core/prompt/parameterEdit.ts';
import type { Json } from '../../../../src/core/request/wireRequest.ts';

suite('a parameter gets another value where it stands', () => {
  // «…» is the place of the value before; it is not part of the text.
  const rows: readonly (readonly [
    place: PromptParameter['source'],
    name: PromptParameter['name'],
    marked: string,
    value: Json,
    after: string,
  ])[] = [
    [
      'front-matter',
      'model',
      'model: «claude-haiku-5-5»\n',
      'claude-sonnet-5-5',
      'model: claude-sonnet-5-5\n',
    ],
    ['front-matter', 'model', "model: «'Haiku'»\n", 'claude-sonnet-5-5', "model: 'claude-sonnet-5-5'\n"],
    ['front-matter', 'model', 'model: [«a», b]\n', 'c', 'model: [c, b]\n'],
    ['front-matter', 'max_tokens', 'max_tokens: «70»\n', 400, 'max_tokens: 400\n'],
    ['front-matter', 'thinking', 'thinking: «default»\n', 'off', 'thinking: "off"\n'],
    [
      'front-matter',
      'effort',
      'output_config: «{effort: low}»\n',
      'high',
      'output_config: {"effort":"high"}\n',
    ],
    ['sidecar', 'effort', '{"effort": «"low"»}', 'high', '{"effort": "high"}'],
    [
      'sidecar',
      'thinking',
      '{"thinking": «"on"»}',
      { type: 'disabled' },
      '{"thinking": {"type":"disabled"}}',
    ],
    [
      'call',
      'model',
      "create(model=«'claude-haiku-4-5'»)",
      'claude-sonnet-5-5',
      "create(model='claude-sonnet-5-5')",
    ],
    ['call', 'model', 'create(model=«MODEL»)', 'claude-sonnet-5-5', 'create(model="claude-sonnet-5-5")'],
    ['call', 'model', 'create({ «model» })', 'claude-sonnet-5-5', 'create({ model: "claude-sonnet-5-5" })'],
    ['call', 'temperature', 'create({ temperature: «0.5» })', 0, 'create({ temperature: 0 })'],
    [
      'call',
      'effort',
      'create(output_config=«{"effort": "low"}»)',
      'max',
      'create(output_config={"effort":"max"})',
    ],
    ['call', 'effort', 'create({ "effort": «"low"» })', 'max', 'create({ "effort": "max" })'],
  ];
  for (const [source, name, marked, value, after] of rows) {
    test(`${marked.trim()} → ${JSON.stringify(value)}`, () => {
      const text = marked.replace(/[«»]/g, '');
      const span = { start: marked.indexOf('«'), end: marked.indexOf('»') - 1 };
      const edit = parameterEdit(text, { name, value: null, source, span }, value);
      assert.equal(text.slice(0, edit.start) + edit.text + text.slice(edit.end), after);
    });
  }
});

test('what stands beside an effort stays', () => {
  const text = '{"output_config": {"effort": "low", "format": 1}}';
  const span = { start: 18, end: text.length - 1 };
  const value = { effort: 'low', format: 1 };
  assert.deepEqual(parameterEdit(text, { name: 'output_config', value, source: 'sidecar', span }, 'max'), {
    ...span,
    text: '{"effort":"max","format":1}',
  });
});
