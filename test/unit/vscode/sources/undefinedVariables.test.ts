import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { findPrompts } from '../../../../src/adapters/sources/findPrompts.ts';
import { undefinedVariables } from '../../../../src/vscode/sources/undefinedVariables.ts';

interface Row {
  readonly path: string;
  readonly languageId: string;
  /** What is told stands in «these», which are no part of the text. */
  readonly marked: string;
  readonly known?: readonly string[];
}

const rows: readonly Row[] = [
  {
    path: 'a.prompt.md',
    languageId: 'prompt',
    marked: 'Name «{{a}}», {{b}}, «{{a}}» and ${input:c}.',
    known: ['b'],
  },
  {
    path: 'a.prompty',
    languageId: 'prompty',
    marked: 'system:\nBe «{{a}}»\n\nuser:\nName «{{b}}» for {{api_key}}\n',
  },
  {
    path: 'a.ts',
    languageId: 'typescript',
    marked:
      "a.messages.create({ system: 'Be «{{a}}»', messages: [{ role: 'user', content: 'Name «{{a}}», «{{b}}»' }] });",
  },
];

suite('variables without a value', () => {
  for (const { path, languageId, marked, known = [] } of rows) {
    test(marked, () => {
      const text = marked.replace(/[«»]/g, '');
      const { prompts } = findPrompts(
        { path, languageId, text },
        { sensitivity: 'strict', sidecar: null, models: [] },
      );
      const filling = {
        set: null,
        known: new Map(known.map((name) => [name, { value: '', source: 'asked' } as const])),
      };
      const told = prompts.flatMap((prompt) =>
        undefinedVariables(prompt, filling).map(({ use, message }) => {
          const { pieces } = prompt.messages[message]?.text ?? { pieces: [] };
          const piece = pieces.find(({ at, length }) => at <= use.start && use.start < at + length);
          return piece === undefined ? -1 : piece.start + use.start - piece.at;
        }),
      );
      // Each mark before it moved a place by one.
      const wanted = Array.from(marked.matchAll(/«/g), ({ index }, count) => index - 2 * count);
      assert.deepEqual(told, wanted);
    });
  }
});
