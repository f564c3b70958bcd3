import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { jsonTypes, schemaKeywords } from '../../../../src/core/assertions/schemaKeywords.ts';
import { readSidecar, sidecarPath } from '../../../../src/core/prompt/sidecar.ts';
import { projectRoot } from '../../../support/paths.ts';

const everything = {
  $schema: './tuner.schema.json',
  parameters: {
    model: 'claude-haiku-5-5',
    max_tokens: 300,
    effort: 'low',
    output_config: { effort: 'low' },
    thinking: { type: 'enabled', budget_tokens: 2_000 },
    temperature: 0.5,
    stop_sequences: ['END'],
    cache: 'system',
    extra: { tools: [] },
  },
  testMessage: 'Good evening',
  valueSets: [{ name: 'short', values: { guest: 'Ada', nights: 2, late: true }, testMessage: 'Hi' }],
  assertions: [
    { type: 'contains', value: 'Ada' },
    { type: 'not-contains', value: 'sorry' },
    { type: 'regex', value: '^\\p{Lu}' },
    { type: 'json-schema', value: { type: 'object' } },
    { type: 'max-sentences', value: 3 },
  ],
  secrets: ['pin'],
  prompts: { greeting: { testMessage: 'Good morning' } },
};

test('a file with everything', () => {
  const text = JSON.stringify(everything, null, 2);
  const { notes, problems } = readSidecar(text);
  assert.deepEqual(problems, []);
  const own = notes.get('');
  assert.deepEqual(
    own?.parameters.map(({ name, value, source, span }) => [
      name,
      value,
      source,
      JSON.parse(text.slice(span.start, span.end)),
    ]),
    Object.entries(everything.parameters).map(([name, value]) => [name, value, 'sidecar', value]),
  );
  assert.deepEqual(
    { ...own, parameters: [] },
    {
      parameters: [],
      testMessage: 'Good evening',
      valueSets: [{ name: 'short', values: { guest: 'Ada', nights: '2', late: 'true' }, testMessage: 'Hi' }],
      assertions: everything.assertions,
      secrets: ['pin'],
    },
  );
  assert.deepEqual(notes.get('greeting'), {
    parameters: [],
    testMessage: 'Good morning',
    valueSets: [],
    assertions: [],
    secrets: [],
  });
});

suite('problems stand at their place', () => {
  // The place is marked «so»; the mark is not part of the text.
  const rows: readonly (readonly [marked: string, ...problems: string[]])[] = [
    ['{"parameters": {"max_tokens": «0»}}', 'error wrong-value max_tokens: integer from 1'],
    ['{"parameters": {"max_tokens": «1.5»}}', 'error wrong-value max_tokens: integer from 1'],
    ['{"parameters": {"max_tokens": «"9"»}}', 'error wrong-value max_tokens: integer from 1'],
    ['{"parameters": {"temperature": «1.1»}}', 'error wrong-value temperature: number from 0 to 1'],
    ['{"parameters": {"temperature": «-0.1»}}', 'error wrong-value temperature: number from 0 to 1'],
    ['{"parameters": {"temperature": «"hot"»}}', 'error wrong-value temperature: number from 0 to 1'],
    ['{"parameters": {"effort": «"huge"»}}', 'error wrong-value effort: low | medium | high | xhigh | max'],
    [
      '{"parameters": {"thinking": «{"type": "hard"}»}}',
      'error wrong-value thinking: default | on | off | object with a type',
    ],
    ['{"parameters": {"stop_sequences": «["a", 1]»}}', 'error wrong-value stop_sequences: array of strings'],
    ['{"parameters": {"cache": «true»}}', 'error wrong-value cache: system | prefix | all | off'],
    ['{"parameters": {"model": «""»}}', 'error wrong-value model: string'],
    ['{"parameters": «[]»}', 'error wrong-value parameters: object'],
    ['{"parameters": {«"top_k"»: 1}}', 'warning unknown-key top_k'],
    ['{«"paramters"»: {}}', 'warning unknown-key paramters'],
    ['{"testMessage": «3»}', 'error wrong-value testMessage: string'],
    ['{"valueSets": [«"a"»]}', 'error wrong-value valueSets: object'],
    ['{"valueSets": [«{"values": {}}»]}', 'error wrong-value name: name of its own'],
    ['{"valueSets": [{"name": "a"}, {"name": «"a"»}]}', 'error wrong-value name: name of its own'],
    ['{"valueSets": [{"name": "a", "values": {"x": «[1]»}}]}', 'error wrong-value x: string'],
    ['{"assertions": [{"type": "regex", "value": «"("»}]}', 'error wrong-value value: regular expression'],
    ['{"assertions": [«{"type": "contains"}»]}', 'error wrong-value value: string'],
    [
      '{"assertions": [{"type": «"like"», "value": "a"}]}',
      'error wrong-value type: contains | not-contains | regex | json-schema | max-sentences',
    ],
    ['{"assertions": [{"type": "max-sentences", "value": «0»}]}', 'error wrong-value value: integer from 1'],
    [
      '{"assertions": [{"type": "max-sentences", "value": «1.5»}]}',
      'error wrong-value value: integer from 1',
    ],
    ['{"assertions": [{"type": "json-schema", "value": «"a"»}]}', 'error wrong-value value: object'],
    [
      '{"assertions": [{"type": "json-schema", "value": {«"format"»: "date"}}]}',
      'error unchecked-keyword format',
    ],
    [
      '{"assertions": [{"type": "json-schema", "value": {"items": {"type": «"text"»}}}]}',
      'error wrong-value type: null | boolean | integer | number | string | array | object',
    ],
    [
      '{"assertions": [{"type": "json-schema", "value": {"items": «[{}]»}}]}',
      'error wrong-value items: schema',
    ],
    [
      '{"assertions": [{"type": "json-schema", "value": {"pattern": «"("»}}]}',
      'error wrong-value pattern: regular expression',
    ],
    [
      '{"assertions": [{"type": "json-schema", "value": {"multipleOf": «0»}}]}',
      'error wrong-value multipleOf: number over 0',
    ],
    [
      '{"assertions": [{"type": "json-schema", "value": {"$ref": «"#/$defs/a"»}}]}',
      'error wrong-value $ref: part of this schema',
    ],
    [
      '{"assertions": [{"type": "json-schema", "value": {"const": {"a": 1}, "$ref": «"#/const"»}}]}',
      'error wrong-value $ref: part of this schema',
    ],
    [
      '{"assertions": [{"type": "json-schema", "value": {"anyOf": [{"$ref": «"#"»}]}}]}',
      'error wrong-value $ref: reference that does not lead back',
    ],
    [
      '{"assertions": [{"type": "json-schema", "value": {"$defs": {"a": {"$ref": «"#/$defs/b"»}, "b": {"not": {"$ref": "#/$defs/a"}}}}}]}',
      'error wrong-value $ref: reference that does not lead back',
      'error wrong-value $ref: reference that does not lead back',
    ],
    ['{"secrets": [«1»]}', 'error wrong-value secrets: string'],
    ['{"prompts": {"a": «1»}}', 'error wrong-value a: object'],
    ['{"prompts": {"a": {«"prompts"»: {}}}}', 'warning unknown-key prompts'],
    ['«[]»', 'error wrong-value : object'],
    ['{"testMessage": "a", «"testMessage"»: "b"}', 'error duplicate-key testMessage'],
    ['{"testMessage": "a",«}»', 'error syntax A string in double quotes expected'],
    ['{"testMessage": «\'»a\'}', 'error syntax A value expected'],
    ['{"testMessage": «"»\\q"}', 'error syntax Invalid character or escape sequence in the string'],
    ['{"testMessage" «"»a"}', 'error syntax : expected'],
    ['{"testMessage": «0»1}', 'error syntax A value expected'],
    ['{} «x»', 'error syntax The end of the file expected'],
    ['«»', 'error syntax A value expected'],
  ];
  for (const [marked, ...expected] of rows) {
    test(marked === '«»' ? 'an empty file' : marked, () => {
      const text = marked.replace(/[«»]/g, '');
      const shown = readSidecar(text).problems.map((problem) => {
        const { kind, severity } = problem;
        const rest =
          kind === 'syntax'
            ? problem.detail
            : kind === 'wrong-value'
              ? `${problem.key}: ${problem.expected}`
              : 'key' in problem
                ? problem.key
                : problem.reason;
        return `${severity} ${kind} ${rest}`;
      });
      assert.deepEqual(shown, expected);
      const { start, end } = readSidecar(text).problems[0]?.span ?? { start: -1, end: -1 };
      assert.equal(`${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`, marked);
    });
  }
});

suite('nothing is wrong with', () => {
  const rows: readonly string[] = [
    '{"parameters": {"temperature": 0, "max_tokens": 1}}',
    '{"parameters": {"temperature": 1}}',
    '{"assertions": [{"type": "max-sentences", "value": 1}]}',
    '{"assertions": [{"type": "json-schema", "value": {"properties": {"next": {"$ref": "#"}}}}]}',
    '{"assertions": [{"type": "json-schema", "value": {"$ref": "#/$defs/a", "$defs": {"a": {"multipleOf": 0.1}}}}]}',
  ];
  for (const text of rows) test(text, () => assert.deepEqual(readSidecar(text).problems, []));
});

test('the JSON schema names the keys that are read', () => {
  const schema = JSON.parse(readFileSync(join(projectRoot, 'media/tuner.schema.json'), 'utf8'));
  const keysOf = (node: object): readonly string[] => Object.keys(node).sort();
  const { notes, parameters, assertion, answerSchema, jsonType } = schema.definitions;
  assert.deepEqual(keysOf(schema.properties), keysOf(everything));
  assert.deepEqual(
    keysOf(notes.properties),
    keysOf(everything).filter((key) => !['$schema', 'prompts'].includes(key)),
  );
  assert.deepEqual(keysOf(parameters.properties), keysOf(everything.parameters));
  assert.deepEqual(
    keysOf(notes.properties.valueSets.items.properties),
    keysOf(everything.valueSets[0] ?? {}),
  );
  assert.deepEqual(
    assertion.oneOf.flatMap(
      ({ properties }: { properties: { type: { enum?: string[]; const?: string } } }) =>
        properties.type.enum ?? properties.type.const,
    ),
    everything.assertions.map(({ type }) => type),
  );
  assert.deepEqual(keysOf(answerSchema.properties), keysOf(schemaKeywords));
  assert.deepEqual(jsonType.enum, jsonTypes);
});

test('the file stands beside the prompt', () => {
  assert.equal(sidecarPath('/w/triage.prompt.md'), '/w/triage.prompt.md.tuner.json');
});
