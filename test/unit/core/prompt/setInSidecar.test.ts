import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { setInSidecar } from '../../../../src/core/prompt/setInSidecar.ts';

suite('a parameter in the file beside a prompt', () => {
  const rows: readonly (readonly [before: string, identity: string, after: string | null])[] = [
    ['', '', '{\n  "parameters": {\n    "cache": "all"\n  }\n}\n'],
    ['{}', '', '{\n  "parameters": {\n    "cache": "all"\n  }\n}'],
    ['{"secrets": []}', '', '{"secrets": [], "parameters": {\n    "cache": "all"\n  }}'],
    [
      '{\n  "parameters": {\n    "effort": "low"\n  }\n}',
      '',
      '{\n  "parameters": {\n    "effort": "low",\n    "cache": "all"\n  }\n}',
    ],
    ['{"parameters": {"cache": "system"}}', '', '{"parameters": {"cache": "all"}}'],
    [
      '',
      'SYSTEM',
      '{\n  "prompts": {\n    "SYSTEM": {\n      "parameters": {\n        "cache": "all"\n      }\n    }\n  }\n}\n',
    ],
    [
      '{"prompts": {"SYSTEM": {"parameters": {}}}}',
      'SYSTEM',
      '{"prompts": {"SYSTEM": {"parameters": {\n        "cache": "all"\n      }}}}',
    ],
    ['{"parameters": []}', '', null],
    ['{"parameters": ', '', null],
    ['[]', '', null],
    ['{"secrets": [], "secrets": []}', '', null],
  ];
  for (const [before, identity, after] of rows) {
    test(`${before} for “${identity}”`, () => {
      const edit = setInSidecar(before, identity, 'cache', 'all');
      const text = edit === null ? null : before.slice(0, edit.start) + edit.text + before.slice(edit.end);
      assert.equal(text, after);
      if (text !== null) JSON.parse(text);
    });
  }
});
