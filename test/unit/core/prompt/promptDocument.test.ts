import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  bodySpan,
  isPromptDocument,
  type PromptKind,
  promptKindOf,
  promptTitle,
  roleOf,
  showsCodeLens,
} from '../../../../src/core/prompt/promptDocument.ts';

suite('the kind of a document', () => {
  const rows: readonly (readonly [string, string, PromptKind])[] = [
    ['prompt', 'anything', 'prompt'],
    ['instructions', '/w/a.instructions.md', 'instructions'],
    ['chatagent', '/w/a.agent.md', 'agent'],
    ['skill', '/w/pdf/SKILL.md', 'skill'],
    ['prompty', '/w/a.prompty', 'prompty'],
    ['markdown', '/w/triage.prompt.md', 'prompt'],
    ['markdown', 'C:\\w\\Triage.PROMPT.md', 'prompt'],
    ['markdown', '/w/x.instructions.md', 'instructions'],
    ['markdown', '/w/.github/copilot-instructions.md', 'instructions'],
    ['markdown', 'c:\\w\\.claude\\rules\\style\\ts.md', 'instructions'],
    ['markdown', '/w/x.chatmode.md', 'agent'],
    ['markdown', '/w/.claude/agents/reviewer.md', 'agent'],
    ['markdown', '/w/.claude/commands/git/fix.md', 'prompt'],
    ['markdown', '/w/skills/pdf/SKILL.md', 'skill'],
    ['markdown', '/w/CLAUDE.md', 'claude-md'],
    ['markdown', '/w/CLAUDE.local.md', 'claude-md'],
    ['markdown', 'AGENTS.md', 'claude-md'],
    ['markdown', '/w/README.md', 'markdown'],
    ['markdown', '/w/not-claude.md', 'markdown'],
    ['markdown', 'Untitled-1', 'markdown'],
    ['plaintext', '/w/a.prompt.txt', 'prompt'],
    ['plaintext', '/w/a.prompty', 'prompty'],
    ['plaintext', '/w/a.txt', 'text'],
    ['python', '/w/a.prompt.md', 'code'],
    ['typescript', '/w/a.ts', 'code'],
    ['constructor', '/w/a', 'code'],
  ];
  for (const [languageId, path, kind] of rows) {
    test(`${languageId} ${path}: ${kind}`, () => assert.equal(promptKindOf({ languageId, path }), kind));
  }
});

test('what each kind is sent as and where it shows', () => {
  const kinds: readonly PromptKind[] = [
    'prompt',
    'instructions',
    'agent',
    'skill',
    'claude-md',
    'prompty',
    'markdown',
    'text',
    'code',
  ];
  const told = kinds.map((kind) => [kind, roleOf(kind), isPromptDocument(kind), showsCodeLens(kind)]);
  assert.deepEqual(told, [
    ['prompt', 'user', true, true],
    ['instructions', 'system', true, true],
    ['agent', 'system', true, true],
    ['skill', 'system', true, true],
    ['claude-md', 'system', true, true],
    ['prompty', 'user', true, true],
    ['markdown', 'user', true, false],
    ['text', 'user', true, false],
    ['code', 'user', false, false],
  ]);
});

suite('the body of a document', () => {
  // What is left out is marked «so»; the mark is not part of the text.
  const rows: readonly string[] = [
    'Hello',
    '',
    '«---\nname: x\n---\n»Hello\n',
    '«---\r\nname: x\r\n---\r\n\r\n»Hello',
    '«\u{feff}---\nname: x\n---\n»Hello',
    '«\u{feff}»Hello',
    '«---\n---\n»Hello',
    '«---\nname: x\n---\n\n \t\n»  Hello',
    '«---\nname: x\n---»',
    '«---\nname: x\n---\n\n  »',
    '«---  \nname: "---"\ntext: a --- b\n--- \n»Hello',
    '«---\nname: x\n---\n»Hello\n---\nmore',
    '---\nname: x\nnever closed',
    '----\nname: x\n---\nHello',
    'Hello\n---\nname: x\n---\n',
    '\n---\nname: x\n---\n',
    '--- not a fence\n---\n',
    '---',
  ];
  for (const marked of rows) {
    test(JSON.stringify(marked), () => {
      const text = marked.replace(/[«»]/g, '');
      const start = Math.max(0, marked.indexOf('»') - 1);
      assert.deepEqual(bodySpan(text, 'prompt'), { start, end: text.length });
    });
  }
  test('plain text and code have no front matter', () => {
    const text = '---\na: b\n---\nHello';
    assert.deepEqual(
      [bodySpan(text, 'text'), bodySpan(text, 'code')],
      [
        { start: 0, end: text.length },
        { start: 0, end: text.length },
      ],
    );
  });
});

suite('the title of a document', () => {
  const rows: readonly (readonly [string, PromptKind, string])[] = [
    ['/w/triage.prompt.md', 'prompt', 'triage.prompt.md'],
    ['C:\\w\\a.prompty', 'prompty', 'a.prompty'],
    ['/w/skills/pdf/SKILL.md', 'skill', 'pdf/SKILL.md'],
    ['/w/CLAUDE.md', 'claude-md', 'w/CLAUDE.md'],
    ['SKILL.md', 'skill', 'SKILL.md'],
    ['Untitled-1', 'markdown', 'Untitled-1'],
  ];
  for (const [path, kind, title] of rows) test(path, () => assert.equal(promptTitle(path, kind), title));
});
