import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { documentedRules as rules } from '../../../../src/core/hints/documentedRules.ts';
import type { Finding, RuleId, Tier } from '../../../../src/core/hints/finding.ts';
import { lint } from '../../../../src/core/hints/lint.ts';
import type { LintModel } from '../../../../src/core/hints/options.ts';
import type { PromptKind } from '../../../../src/core/prompt/promptDocument.ts';

interface Setting {
  readonly kind?: PromptKind;
  readonly model?: LintModel;
}

function found(rule: RuleId, text: string, { kind = 'prompt', model }: Setting = {}): readonly Finding[] {
  const off = rules.map(({ id }): [RuleId, Tier | 'off'] => [id, 'off']);
  const tier = rules.find(({ id }) => id === rule)?.tier ?? 'off';
  return lint(text, {
    kind,
    model: model ?? null,
    rules: { ...Object.fromEntries(off), [rule]: tier },
    count: null,
  }).findings;
}

/** The text with each edit written as [old|new]. */
function edits(rule: RuleId, text: string): string {
  let result = '';
  let at = 0;
  for (const { start, end, replacement } of found(rule, text)) {
    if (replacement === null) continue;
    result += `${text.slice(at, start)}[${text.slice(start, end)}|${replacement}]`;
    at = end;
  }
  return result + text.slice(at);
}

const editRows: Readonly<Partial<Record<RuleId, readonly string[]>>> = {
  PT11: [
    '- Greet the guest in their own language.\n- Ask for the name.\n[- **Greet** the guest in their own language!\n|]- Stop.',
    'Greet the guest in their own language. Ask for the name. [Greet the guest in their own language. |]Be kind.',
    '## Hall\n- Be kind to all of the guests.\n\n## Bar\n- Mix drinks.\n[- Be kind to all of the guests.\n|]- Stop.',
    '### Phase 1\n- Mix.\n- Be kind to all of the guests.\n\n### Phase 2\n- Be kind to all of the guests.',
    '- Hall\n  - Be kind to all of the guests.\n- Bar\n  - Be kind to all of the guests.',
    'Open the door. Tell the guest about the pool.\n\nOpen the window. Tell the guest about the pool.',
    '## Output format\n- Name of the guest in capital letters\n- Name of the guest in capital letters',
    '- Have they read the rules of the house?\n- Have they read the rules of the house?',
    '- Copy this into each of the letters.\n- Ask.\n- Copy this into each of the letters.',
  ],
  PT17: [
    'Sort the list.[ |]\n\nPrint it.[  |]\n\nStop.',
    'Sort the list.  \nPrint it.',
    'Sort the list.[\n\n\n\n|\n\n]Print it.',
    'Sort the list.[\r\n\r\n\r\n|\r\n\r\n]Print it.',
    'A line[  | ]with a gap.',
    'Rows 17,  10 and 19',
    '- [ ]  Sort\n  - nested[ |]',
    '-[   | ]Sort.\n-[   | ]Print.',
    '1.[  | ]Sort.\n2.[  | ]Print.',
    '-   Sort.\n    More of it.\n-   Print.',
    'Sort.[  |]\n- Print.',
    '<document>a  b</document>',
    'Use `a  b` here.',
  ],
  PT18: [
    '## [**Rules**|Rules]\n\nText.',
    '## [**Rules:**|Rules:]\n\nText.',
    '## [**🔧 Rules**|Rules]\n\nText.',
    '## **Rules** of `code`\n\nText.',
    '## **Rules for `code`**\n\nText.',
    '## ⚠️ Rules\n\nText.',
    'See [rules](#-rules).\n\n## 🔧 Rules\n\nText.',
    'A.\n\n[━━━━━━|---]\n\nB.\n\n[━━━━━━━━|---]\n\nC.',
    '```\n════\n```\n\n════════\n\nA.',
    '---\nname: a\n---\n\n## Rules\n\nText.',
    '---\nname: a\n---\n\nText.\n\n[---\n\n|]## Rules\n\nText.',
    '- **Bed:** soft\n- **Bath:** warm\n- Bar: open',
    '- [**Bed:**|Bed:] soft\n- [**Bath**:|Bath:] warm\n- [**Bar:**|Bar:] open',
    '**Output format**\n\n- **Bed:** soft\n- **Bath:** warm\n- **Bar:** open',
    '| a[  | ]|[  | ]b |\n|[ ----- |---]|---|\n'.replace('[ ----- |---]', ' [-----|---] '),
    '| `a  ` | b |\n|---|---|',
    'A.\n\n<!-- a mark of the prompt -->\n\nB.',
  ],
  PT19: [
    'Here are the rooms:\n\n```json\n[{\n  "a": "x  y",\n  "b": 1.0\n}|{"a":"x  y","b":1.0}]\n```',
    'Rooms:\n\n```json\n{\n  "a": 1\n}\n```',
    'Given the data, answer in this form:\n\n```json\n{\n  "a": 1\n}\n```',
  ],
  PT24: [
    'Reply only with the code. Do not type commands. [do not write explanations. |]Wait for me.',
    '- Do not add warnings, notes or comments.\n- Be kind.\n[- Do not add comments.\n|]- Stop.',
    'Do not add comments. Do not add warnings.',
    'Do not write explanations unless I ask. Do not write explanations for children.',
  ],
};

suite('edits of structure', () => {
  for (const [rule, texts] of Object.entries(editRows)) {
    for (const row of texts ?? []) {
      test(`${rule}: ${row}`, () => assert.equal(edits(rule as RuleId, readBefore(row)), row));
    }
  }
});

suite('a rule before a heading', () => {
  const sections = (titles: readonly string[]) =>
    titles.map((title) => `\n\n---\n\n## ${title}\n\nBe kind.`).join('');
  const tiers = (text: string) => found('PT18', text).map(({ tier }) => tier);

  test('goes safely where it stands before every section', () => {
    assert.deepEqual(tiers(`Greet.${sections(['Hall', 'Bar', 'Pool'])}`), ['safe', 'safe', 'safe']);
  });
  test('may part a prompt from its data where it stands alone', () => {
    assert.deepEqual(tiers(`Greet.${sections(['Hall'])}`), ['suggestion']);
    assert.deepEqual(tiers(`Greet.${sections(['Hall', 'Bar', 'Pool', 'Input'])}`).at(-1), 'suggestion');
  });
});

/** A row before its edits: of [old|new] the old text; other brackets have no bar. */
function readBefore(row: string): string {
  return row.replace(/\[((?:[^[\]|]|\|(?=[^[\]]*\|[^[\]]*\]))*)\|([^[\]|]*)\]/g, '$1');
}

const facts: readonly (readonly [RuleId, string, readonly Finding['data'][], Setting?])[] = [
  ['PT13', 'You MUST greet.\nNEVER shout.\nALWAYS smile.\nDO NOT run.\nIMPORTANT: rest.', [{ times: 5 }]],
  ['PT13', 'You MUST greet.\nNEVER shout.\nALWAYS smile.\nDO NOT run.', []],
  ['PT13', 'As RFC 2119 has it: MUST, MUST, MUST, MUST, MUST.', []],
  ['PT21', 'Describe the hotel in about 100 words.', [{ words: 100, sentences: 5 }]],
  ['PT21', 'Describe the hotel in 80-120 words.', [{ words: 120, sentences: 6 }]],
  ['PT21', 'Describe the hotel in 100 words.', [], { kind: 'skill' }],
  ['PT23', 'Think step by step.\nOnly output the name.', [{ line: 1, answerLine: 2 }]],
  ['PT23', 'Think step by step.\nOnly output the name.', [], { model: { thinks: false, literal: true } }],
  [
    'PT26',
    '---\ninputs:\n  guest: a\n  room: b\n---\nWrite to {{guest}}.',
    [{ variable: 'room', state: 'unused' }],
  ],
  [
    'PT26',
    '---\ninputs:\n  - name: guest\n---\nWrite to {{guest}} in {{town}} and {{town}}.',
    [{ variable: 'town', state: 'undeclared' }],
  ],
  ['PT26', '---\ninputs: [guest]\n---\n{% for a in guest %}{{a}}{% endfor %}', []],
];

suite('facts of advice', () => {
  for (const [rule, text, data, setting] of facts) {
    const name = `${rule}: ${text} ${JSON.stringify(setting ?? {})}`;
    test(name, () => {
      const advice = found(rule, text, setting).filter(({ tier }) => tier === 'advice');
      assert.deepEqual(
        advice.map((finding) => finding.data),
        data,
      );
    });
  }

  const fixed = 'Mention the garden, the pool and the breakfast, and say when they open.\n'.repeat(24);
  test('PT25 names the variable and counts what could be cached behind it', () => {
    const [finding] = found('PT25', `Write to {{guest}}.\n\n${fixed}`);
    assert.deepEqual(finding?.data, { variable: 'guest', staticTokens: 432, line: 1 });
  });
  test('PT25 is silent where a document comes first', () => {
    assert.deepEqual(found('PT25', `<article>\n{{text}}\n</article>\n\n${fixed}`), []);
  });
});

suite('PT22 offers to ask for a form', () => {
  const rows: readonly string[] = [
    'You are a guide. Tell me which places I should see with children.|\n',
    'Tell the guest about the weather in town as a friend would.|\n\nGuest: {{guest}}\n',
    'Tell the guest about the weather in town as a friend would.|\n\n# Input\n\n{{guest}}\n',
    'Tell the guest about the weather in town as a friend would.|\n\n<letter>\nDear all\n</letter>\n',
  ];
  for (const row of rows) {
    test(row, () => {
      const text = row.replace('|', '');
      const [finding] = found('PT22', text);
      assert.deepEqual(
        finding?.insertions.map(({ id, at }) => `${id} ${at}`),
        ['sentences', 'bullets', 'json', 'answer-only'].map((id) => `${id} ${row.indexOf('|')}`),
      );
    });
  }

  const silent: Readonly<Record<string, string>> = {
    'a picture has no length': 'A cinematic portrait of a guest in the garden of the hotel at night.',
    'code is as long as it has to be':
      'Implement the app: the code of the component, its function and its database, as we spoke of.',
    'another language cannot be judged':
      'Du bist ein Reiseleiter. Erzähle den Gästen von der Stadt und dem Wetter.',
    'nothing but an example': '> Tell the guest about the weather in town as a friend would do it.',
  };
  for (const [name, text] of Object.entries(silent))
    test(name, () => assert.deepEqual(found('PT22', text), []));
});
