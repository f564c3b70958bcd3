import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { sameText } from '../../../../src/core/prompt/mappedText.ts';
import { isSecretName } from '../../../../src/core/prompt/secretNames.ts';
import { templateLogic, withTemplateVariables } from '../../../../src/core/prompt/variables.ts';

suite('variables of a text', () => {
  const rows: readonly (readonly [text: string, ...variables: string[]])[] = [
    ['Dear {{name}}, dear {{ first.name }}', 'mustache name', 'mustache first.name'],
    ['{{größe}} {{a-b}} {{_x1}}', 'mustache größe', 'mustache a-b', 'mustache _x1'],
    ['${input:topic} ${input:tone:formal or not?}', 'input topic', 'input tone (formal or not?)'],
    ['${input:empty:}', 'input empty ()'],
    [
      '${file} ${selection} ${workspaceFolder}',
      'predefined file',
      'predefined selection',
      'predefined workspaceFolder',
    ],
    [
      '${workspaceFolder:web} ${env:HOME} ${config:editor.tabSize}',
      'predefined workspaceFolder:web',
      'predefined env:HOME',
      'predefined config:editor.tabSize',
    ],
    ['${/} ${pathSeparator}', 'predefined /', 'predefined pathSeparator'],
    ['{name} $name ${NAME} ${name:default} ${1}'],
    ['${{ github.token }} {{{raw}}} {{}} {{1}} {{a b}}'],
    ['{{#if x}} {{> part}} {{ name | upper }} {% if x %}'],
    ['{{a}}{{b}}', 'mustache a', 'mustache b'],
  ];
  for (const [text, ...expected] of rows) {
    test(text, () => {
      const found = withTemplateVariables(sameText(text, 5)).variables;
      const shown = found.map(
        ({ name, syntax, placeholder }) =>
          `${syntax} ${name}${placeholder === null ? '' : ` (${placeholder})`}`,
      );
      assert.deepEqual(shown, expected);
      for (const { start, end, name } of found)
        assert.match(text.slice(start, end), new RegExp(`^[{$].*${name}.*}$`));
    });
  }
});

test('logic of a template language is told with its place', () => {
  const text = 'A {% if x %} {{#each y}} {{ name | upper }} {{name}}';
  assert.deepEqual(
    templateLogic(text, 10).map(({ name, reason, start, end }) => [
      name,
      reason,
      text.slice(start - 10, end - 10),
    ]),
    ['{% if x %}', '{{#each y}}', '{{ name | upper }}'].map((part) => [part, 'template-logic', part]),
  );
});

suite('names of secrets', () => {
  const rows: Readonly<Record<string, boolean>> = {
    key: true,
    api_key: true,
    apiKey: true,
    'API-KEY': true,
    githubToken: true,
    password2: true,
    clientSecret: true,
    tokens: false,
    max_tokens: false,
    monkey: false,
    keyboard: false,
    name: false,
  };
  for (const [name, expected] of Object.entries(rows)) {
    test(`${name}: ${expected}`, () => assert.equal(isSecretName(name), expected));
  }
});
