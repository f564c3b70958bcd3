import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPrompts } from '../../../../src/adapters/sources/findPrompts.ts';
import type { FoundPrompt } from '../../../../src/core/prompt/foundPrompt.ts';
import { ownMessage, withText } from '../../../../src/core/prompt/withText.ts';

function found(text: string, languageId = 'python'): FoundPrompt {
  const document = { path: `a.${languageId}`, languageId, text };
  const { prompts } = findPrompts(document, { sensitivity: 'strict', sidecar: null, models: [] });
  return prompts.at(-1) ?? assert.fail('there is no prompt');
}

const call = found(
  'client.messages.create(system="Be kind.", messages=[{"role": "user", "content": f"I am {name}."}])\n',
);

test('the own message of a string in a call is the one at its place', () => {
  assert.equal(ownMessage(call)?.text.text, 'I am {name}.');
});

test('another text in the place of a string fills in what it still holds', () => {
  const changed = withText(call, 'Hello {name} and {name}, not {other}.');
  assert.deepEqual(
    changed.messages.map(({ role, text }) => [
      role,
      text.text,
      text.variables.map(({ name, start }) => [name, start]),
    ]),
    [
      ['system', 'Be kind.', []],
      [
        'user',
        'Hello {name} and {name}, not {other}.',
        [
          ['name', 6],
          ['name', 17],
        ],
      ],
    ],
  );
});

test('an expression in another text holds no variable of its own', () => {
  const prompt = found('const prompt = `${join(`${x}`, `${y}`)} or ${x} or ${y}.`;\n', 'typescript');
  const changed = withText(prompt, 'Not ${y} but ${join(`${x}`, `${y}`)}.');
  assert.deepEqual(
    ownMessage(changed)?.text.variables.map(({ name, start, end }) => [name, start, end]),
    [
      ['y', 4, 8],
      ['join(`${x}`, `${y}`)', 13, 36],
    ],
  );
});

test('the same text is the same prompt', () => assert.equal(withText(call, 'I am {name}.'), call));
