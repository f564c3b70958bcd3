import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addToSidecar } from '../../../../src/core/prompt/addToSidecar.ts';
import { applyEdits } from '../../../../src/core/prompt/mappedText.ts';
import { readSidecar } from '../../../../src/core/prompt/sidecar.ts';

function added(text: string, identity = ''): string | null {
  const edit = addToSidecar(text, identity, 'city');
  return edit === null ? null : applyEdits(text, [edit]);
}

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

const cases: readonly (readonly [name: string, before: string, identity: string, after: string | null])[] = [
  [
    'a file that is not there yet',
    '',
    '',
    lines(
      '{',
      '  "valueSets": [',
      '    {',
      '      "name": "default",',
      '      "values": {',
      '        "city": ""',
      '      }',
      '    }',
      '  ]',
      '}',
    ),
  ],
  [
    'a first value set with values',
    lines(
      '{',
      '  "valueSets": [',
      '    {',
      '      "name": "a",',
      '      "values": {',
      '        "x": "1"',
      '      }',
      '    }',
      '  ]',
      '}',
    ),
    '',
    lines(
      '{',
      '  "valueSets": [',
      '    {',
      '      "name": "a",',
      '      "values": {',
      '        "x": "1",',
      '        "city": ""',
      '      }',
      '    }',
      '  ]',
      '}',
    ),
  ],
  [
    'a file without value sets',
    lines('{', '  "testMessage": "Hi"', '}'),
    '',
    lines(
      '{',
      '  "testMessage": "Hi",',
      '  "valueSets": [',
      '    {',
      '      "name": "default",',
      '      "values": {',
      '        "city": ""',
      '      }',
      '    }',
      '  ]',
      '}',
    ),
  ],
  [
    'values on one line',
    '{ "valueSets": [{ "name": "a", "values": { "x": "1" } }] }',
    '',
    '{ "valueSets": [{ "name": "a", "values": { "x": "1", "city": "" } }] }',
  ],
  ['one that is there', '{ "valueSets": [{ "name": "a", "values": { "city": "1" } }] }', '', null],
  ['a file that can’t be read', '{ "valueSets": [', '', null],
  ['a file that holds something else', '[]', '', null],
  ['a file that says a thing twice', '{ "secrets": [], "secrets": [] }', '', null],
  [
    'a prompt that the file does not name yet',
    lines('{', '  "prompts": {', '    "B": {}', '  }', '}'),
    'A',
    lines(
      '{',
      '  "prompts": {',
      '    "B": {},',
      '    "A": {',
      '      "valueSets": [',
      '        {',
      '          "name": "default",',
      '          "values": {',
      '            "city": ""',
      '          }',
      '        }',
      '      ]',
      '    }',
      '  }',
      '}',
    ),
  ],
];

for (const [name, before, identity, after] of cases) {
  test(name, () => assert.equal(added(before, identity), after));
}

for (const before of [
  '',
  '{}',
  '{ "prompts": {} }',
  '{ "prompts": { "b": {} } }',
  '{ "prompts": { "A": { "secrets": [] } } }',
]) {
  test(`a prompt inside its file gets its own: ${before}`, () => {
    const { notes, problems } = readSidecar(added(before, 'A') ?? '');
    assert.deepEqual(problems, []);
    assert.deepEqual(notes.get('A')?.valueSets, [
      { name: 'default', values: { city: '' }, testMessage: null },
    ]);
  });
}
