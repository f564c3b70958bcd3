import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { findPrompts } from '../../../../src/adapters/sources/findPrompts.ts';
import { fallbackCatalogue } from '../../../../src/core/request/catalogue.ts';
import { type Expected, shownPrompts, whole } from './shown.ts';

interface Case {
  readonly path: string;
  readonly languageId?: string;
  readonly text: string;
  readonly prompts: readonly Expected[];
}

const cases: Readonly<Record<string, Case>> = {
  'a prompt file with a model by its name': {
    path: '/w/sort.prompt.md',
    text: '---\ndescription: Sorts\nmodel: Claude Sonnet 4.5 (copilot)\n---\n\nSort ${selection} by ${input:key:size or date}.\n',
    prompts: [
      {
        id: '',
        kind: 'prompt',
        role: 'user',
        source: 'Sort ${selection} by ${input:key:size or date}.\n',
        messages: ['user: Sort ${selection} by ${input:key:size or date}.\n'],
        variables: ['selection predefined', 'key input (size or date) secret'],
        parameters: ['model "claude-sonnet-4-5" (front-matter: Claude Sonnet 4.5 (copilot))'],
      },
    ],
  },
  'a prompt file with a list of models takes the first that is there': {
    path: '/w/a.prompt.md',
    text: "---\nmodel: ['GPT-5', 'Claude Haiku 5.5']\nmax_tokens: 9\n---\nGo",
    prompts: [
      {
        id: '',
        kind: 'prompt',
        role: 'user',
        source: 'Go',
        messages: ['user: Go'],
        parameters: ['model "claude-haiku-5-5" (front-matter: \'Claude Haiku 5.5\')'],
      },
    ],
  },
  'a model that is not there is not sent': {
    path: '/w/a.agent.md',
    text: '---\nmodel: GPT-5\n---\nBe kind.',
    prompts: [
      {
        id: '',
        kind: 'agent',
        role: 'system',
        source: 'Be kind.',
        messages: ['system: Be kind.'],
        unread: ['GPT-5: unknown-model (GPT-5)'],
      },
    ],
  },
  'of several models that are not there the first is told': {
    path: '/w/a.agent.md',
    text: '---\nmodel: [GPT-5, GPT-6]\n---\nBe kind.',
    prompts: [
      {
        id: '',
        kind: 'agent',
        role: 'system',
        source: 'Be kind.',
        messages: ['system: Be kind.'],
        unread: ['GPT-5: unknown-model (GPT-5)'],
      },
    ],
  },
  'one fenced prompt, with Windows line ends': {
    path: '/w/notes.md',
    text: 'Notes\r\n```prompt\r\nGo\r\non.\r\n```\r\n',
    prompts: [
      { id: '#1', kind: 'markdown', role: 'user', source: 'Go\r\non.', messages: ['user: Go\r\non.'] },
    ],
  },
  'a command of Claude Code': {
    path: '/w/.claude/commands/fix.md',
    text: 'Fix {{issue}}.',
    prompts: [
      {
        id: '',
        kind: 'prompt',
        role: 'user',
        source: 'Fix {{issue}}.',
        messages: ['user: Fix {{issue}}.'],
        variables: ['issue mustache'],
      },
    ],
  },
  'instructions, skills and CLAUDE.md are system prompts': {
    path: '/w/CLAUDE.md',
    text: '# Rules\n\n- Be brief.\n',
    prompts: [
      {
        id: '',
        kind: 'claude-md',
        role: 'system',
        source: '# Rules\n\n- Be brief.\n',
        messages: ['system: # Rules\n\n- Be brief.\n'],
      },
    ],
  },
  'turns in comments': {
    path: '/w/talk.prompt.md',
    text: 'Greet {{guest}}.\n\n<!-- role: assistant -->\nGood evening, {{guest}}.\n<!-- role: user -->\n```\n<!-- role: system -->\n```\n<!-- role: tool -->\nx',
    prompts: [
      {
        id: '',
        kind: 'prompt',
        role: 'user',
        source:
          'Greet {{guest}}.\n\n<!-- role: assistant -->\nGood evening, {{guest}}.\n<!-- role: user -->\n```\n<!-- role: system -->\n```\n<!-- role: tool -->\nx',
        messages: [
          'user: Greet {{guest}}.',
          'assistant: Good evening, {{guest}}.',
          'user: ```\n<!-- role: system -->\n```',
        ],
        variables: ['guest mustache'],
        unread: ['tool: role (x)'],
      },
    ],
  },
  'a Prompty file of the first version': {
    path: '/w/hotel.prompty',
    text: `---
name: Hotel
model:
  api: chat
  configuration:
    type: azure_openai
    azure_deployment: claude-haiku-4-5
  parameters:
    max_tokens: 300
    temperature: 0.2
    frequency_penalty: 1
inputs:
  guest:
    type: string
    default: Ada
  pin:
    type: string
    secret: true
sample:
  guest: Bo
  stays: [1, 2]
---
You are polite.
system:
You work at a hotel.

# user:
I am {{guest}}, {{pin}}.
{% if late %}It is late.{% endif %}

assistant[name="desk"]:
Welcome!
`,
    prompts: [
      {
        id: '',
        kind: 'prompty',
        role: 'user',
        source: `You are polite.
system:
You work at a hotel.

# user:
I am {{guest}}, {{pin}}.
{% if late %}It is late.{% endif %}

assistant[name="desk"]:
Welcome!
`,
        messages: [
          'system: You are polite.',
          'system: You work at a hotel.',
          'user: I am {{guest}}, {{pin}}.\n{% if late %}It is late.{% endif %}',
          'assistant: Welcome!',
        ],
        variables: ['guest mustache = Ada', 'pin mustache secret'],
        parameters: [
          'model "claude-haiku-4-5" (front-matter: claude-haiku-4-5)',
          'max_tokens 300 (front-matter: 300)',
          'temperature 0.2 (front-matter: 0.2)',
        ],
        unread: [
          '{% if late %}: template-logic ({% if late %})',
          '{% endif %}: template-logic ({% endif %})',
        ],
      },
    ],
  },
  'a Prompty file of the second version': {
    path: '/w/a.prompty',
    text: '---\nmodel:\n  id: claude-haiku-5-5\n  options:\n    maxOutputTokens: 50\n    stopSequences: [END]\ninputs:\n  - name: topic\n    default: tea\n---\nWrite about {{topic}}.\n',
    prompts: [
      {
        id: '',
        kind: 'prompty',
        role: 'user',
        source: 'Write about {{topic}}.\n',
        messages: ['user: Write about {{topic}}.\n'],
        variables: ['topic mustache = tea'],
        parameters: [
          'model "claude-haiku-5-5" (front-matter: claude-haiku-5-5)',
          'max_tokens 50 (front-matter: 50)',
          'stop_sequences ["END"] (front-matter: [END])',
        ],
      },
    ],
  },
  'fenced prompts of a Markdown document': {
    path: '/w/notes.md',
    text: '# Notes\n\n```prompt greeting\nGreet {{guest}}.\n```\n\n~~~prompt role=system name="house rules"\nuser:\nBe brief.\n~~~\n\n1. List\n   ```prompt\n   Two\n     lines.\n   ```\n\n- ```prompt item\n  Three\n    lines\n .\n  ```\n\n````prompt greeting\n```js\nx\n```\n````\n```js\nno prompt\n```\n```prompt\nNever closed',
    prompts: [
      {
        id: 'greeting',
        kind: 'markdown',
        role: 'user',
        source: 'Greet {{guest}}.',
        messages: ['user: Greet {{guest}}.'],
        variables: ['guest mustache'],
      },
      {
        id: 'house rules',
        kind: 'markdown',
        role: 'system',
        source: 'user:\nBe brief.',
        messages: ['user: Be brief.'],
      },
      {
        id: '#3',
        kind: 'markdown',
        role: 'user',
        source: '   Two\n     lines.',
        messages: ['user: Two\n  lines.'],
      },
      {
        id: 'item',
        kind: 'markdown',
        role: 'user',
        source: '  Three\n    lines\n .',
        messages: ['user: Three\n  lines\n.'],
      },
      {
        id: 'greeting#2',
        kind: 'markdown',
        role: 'user',
        source: '```js\nx\n```',
        messages: ['user: ```js\nx\n```'],
      },
      { id: '#6', kind: 'markdown', role: 'user', source: 'Never closed', messages: ['user: Never closed'] },
    ],
  },
  'a prompt file with a fenced prompt is both': {
    path: '/w/a.prompt.md',
    text: 'Outer\n\n```prompt inner\nInner\n```\n',
    prompts: [
      {
        id: '',
        kind: 'prompt',
        role: 'user',
        source: 'Outer\n\n```prompt inner\nInner\n```\n',
        messages: ['user: Outer\n\n```prompt inner\nInner\n```\n'],
      },
      { id: 'inner', kind: 'prompt', role: 'user', source: 'Inner', messages: ['user: Inner'] },
    ],
  },
  'Markdown that begins with a rule has no front matter': {
    path: '/w/a.md',
    text: '---\nOnce upon a time\n---\nmodel: x',
    prompts: [
      {
        id: '',
        kind: 'markdown',
        role: 'user',
        source: '---\nOnce upon a time\n---\nmodel: x',
        messages: ['user: ---\nOnce upon a time\n---\nmodel: x'],
      },
    ],
  },
  'Windows line ends stay in the text': {
    path: '/w/a.md',
    text: '\u{feff}---\r\nmodel: claude-haiku-5-5\r\nmax_tokens: 7\r\n---\r\n\r\nHi\r\nyou\r\n',
    prompts: [
      {
        id: '',
        kind: 'markdown',
        role: 'user',
        source: 'Hi\r\nyou\r\n',
        messages: ['user: Hi\r\nyou\r\n'],
        parameters: [
          'model "claude-haiku-5-5" (front-matter: claude-haiku-5-5)',
          'max_tokens 7 (front-matter: 7)',
        ],
      },
    ],
  },
  'plain text': {
    path: '/w/a.txt',
    languageId: 'plaintext',
    text: '---\na: b\n---\nuser:\nHi',
    prompts: [
      {
        id: '',
        kind: 'text',
        role: 'user',
        source: '---\na: b\n---\nuser:\nHi',
        messages: ['user: ---\na: b\n---\nuser:\nHi'],
      },
    ],
  },
  'an empty document holds no prompt': {
    path: '/w/a.prompt.md',
    text: '---\nmodel: x\n---\n\n',
    prompts: [],
  },
  'a language without readers holds no prompt': {
    path: '/w/a.go',
    languageId: 'go',
    text: 'prompt := "Say hello to me"',
    prompts: [],
  },
};

suite('prompts of documents', () => {
  for (const [name, { path, languageId = 'markdown', text, prompts }] of Object.entries(cases)) {
    test(name, () => assert.deepEqual(shownPrompts({ path, languageId, text }), whole(prompts)));
  }
});

suite('problems of front matter', () => {
  // The place is marked «so»; the mark is not part of the text.
  const rows: readonly (readonly [path: string, marked: string, problem: string])[] = [
    ['/w/a.prompt.md', '---\nmodel: [a\n«»---\nHi', 'error syntax'],
    ['/w/a.prompt.md', '---\na: 1\n«a»: 2\n---\nHi', 'error syntax'],
    ['/w/a.prompty', '---\nmax_tokens: «-3»\n---\nHi', 'error wrong-value'],
    ['/w/a.md', '---\nglobs: "a"«, b»\n---\nHi', 'warning syntax'],
    ['/w/a.md', '---\ntemperature: «warm»\n---\nHi', 'warning wrong-value'],
  ];
  for (const [path, marked, expected] of rows) {
    test(`${path}: ${JSON.stringify(marked)}`, () => {
      const text = marked.replace(/[«»]/g, '');
      const options = { sensitivity: 'strict', sidecar: null, models: fallbackCatalogue } as const;
      const { problems } = findPrompts({ path, languageId: 'markdown', text }, options);
      const [problem] = problems;
      assert.equal(`${problem?.severity} ${problem?.kind}`, expected);
      const { start, end } = problem?.span ?? { start: 0, end: 0 };
      assert.equal(`${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`, marked);
    });
  }
});

test('notes beside the file weigh more than front matter, those of the prompt itself most', () => {
  const text = '---\nmax_tokens: 1\ntemperature: 0\n---\n```prompt a\n{{pin}}\n```\n```prompt b\nB\n```\n';
  const sidecar = JSON.stringify({
    parameters: { max_tokens: 2, effort: 'low' },
    testMessage: 'all',
    valueSets: [{ name: 'one', values: { pin: '1' } }],
    secrets: ['pin'],
    prompts: {
      a: { parameters: { max_tokens: 3 }, testMessage: 'a', assertions: [{ type: 'contains', value: 'x' }] },
    },
  });
  const options = { sensitivity: 'strict', sidecar, models: fallbackCatalogue } as const;
  const { prompts, problems } = findPrompts({ path: '/w/a.md', languageId: 'markdown', text }, options);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    prompts.map(({ identity, parameters, testMessage, valueSets, assertions, variables }) => ({
      identity,
      parameters: parameters.map(({ name, value, source }) => [name, value, source]),
      testMessage,
      valueSets,
      assertions,
      secrets: variables.filter(({ secret }) => secret).map(({ name }) => name),
    })),
    [
      {
        identity: 'a',
        parameters: [
          ['max_tokens', 3, 'sidecar'],
          ['temperature', 0, 'front-matter'],
          ['effort', 'low', 'sidecar'],
        ],
        testMessage: 'a',
        valueSets: [{ name: 'one', values: { pin: '1' }, testMessage: null }],
        assertions: [{ type: 'contains', value: 'x' }],
        secrets: ['pin'],
      },
      {
        identity: 'b',
        parameters: [
          ['max_tokens', 2, 'sidecar'],
          ['temperature', 0, 'front-matter'],
          ['effort', 'low', 'sidecar'],
        ],
        testMessage: 'all',
        valueSets: [{ name: 'one', values: { pin: '1' }, testMessage: null }],
        assertions: [],
        secrets: [],
      },
    ],
  );
});
