import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PromptMessage } from '../../../../src/core/prompt/foundPrompt.ts';
import { sameText } from '../../../../src/core/prompt/mappedText.ts';
import { asRole, canSwitchRole, renderMessages } from '../../../../src/core/prompt/renderMessages.ts';
import { withTemplateVariables } from '../../../../src/core/prompt/variables.ts';

function message(role: PromptMessage['role'], text: string): PromptMessage {
  return { role, text: withTemplateVariables(sameText(text, 0)), span: { start: 0, end: text.length } };
}

const talk = [
  message('system', 'You are {{who}}.'),
  message('user', 'Hello {{who}}'),
  message('user', 'and {{x}}'),
  message('assistant', 'Hi'),
  message('system', 'Be brief.'),
];

test('turns of one role that follow each other are one turn, system prompts one text', () => {
  assert.deepEqual(renderMessages(talk, new Map([['who', 'Ada {{x}}']])), {
    system: 'You are Ada {{x}}.\n\nBe brief.',
    turns: [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Hello Ada {{x}}' },
          { type: 'text', text: 'and {{x}}' },
        ],
      },
      { role: 'assistant', content: [{ type: 'text', text: 'Hi' }] },
    ],
    missing: ['x'],
  });
});

test('a prompt that is one text can be sent as either role, one with turns not', () => {
  const one = [message('user', 'Be kind.')];
  assert.deepEqual([one, talk, [message('assistant', 'Hi')]].map(canSwitchRole), [true, false, false]);
  assert.deepEqual(renderMessages(asRole(one, 'system'), new Map()).system, 'Be kind.');
  assert.equal(asRole(talk, 'system'), talk);
});
