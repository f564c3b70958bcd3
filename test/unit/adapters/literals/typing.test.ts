import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { type CodeDocument, editCode, parseCode } from '../../../../src/adapters/literals/codeDocument.ts';
import { codePromptSteps } from '../../../../src/adapters/literals/codePrompts.ts';
import { allAtOnce } from '../../../../src/adapters/turns.ts';
import { applyEdits, type TextEdit } from '../../../../src/core/prompt/mappedText.ts';
import { programText } from '../../../bench/sources/programText.ts';
import { randomSeed } from '../../randomSeed.ts';

/** What is typed: a letter into a word, a line where one is blank, a line out again, a whole prompt away. */
type Stroke = (text: string, share: number) => TextEdit | null;

const lines: readonly string[] = [
  '# prompt\ntext = "Hello"',
  'a_prompt = f"Say hello to {name}"',
  'SYSTEM = ("Be " "very " "brief, and kind")',
  'client.messages.create(model=m, system=SYSTEM, messages=[{"role": "user", "content": "Hi"}])',
  '"""A docstring about a prompt"""',
  'm = "claude-haiku-5-5"',
];

const strokes: readonly Stroke[] = [
  (text, share) => insertAt(text, share, /\w(?=\w*\b)/g, 1, 'x'),
  (text, share) => insertAt(text, share, /^(?=\n\S)/gm, 0, 'one = 1'),
  ...lines.map(
    (line): Stroke =>
      (text, share) =>
        insertAt(text, share, /^(?=\nclass )/gm, 0, `\n${line}\n`),
  ),
  (text, share) => {
    const found = pick(text, share, /^\S.*\n/gm);
    return found === null ? null : { start: found.index, end: found.index + found[0].length, text: '' };
  },
  (text, share) => {
    const found = pick(text, share, /(?<=_prompt = """)[^"]+/g);
    return found === null ? null : { start: found.index, end: found.index + 5, text: 'Now' };
  },
];

const promptsOf = (document: CodeDocument) => allAtOnce(codePromptSteps(document, 'strict')).prompts;

function pick(text: string, share: number, pattern: RegExp): RegExpExecArray | null {
  const found = [...text.matchAll(pattern)];
  return found[Math.floor(share * found.length)] ?? null;
}

function insertAt(
  text: string,
  share: number,
  pattern: RegExp,
  offset: number,
  inserted: string,
): TextEdit | null {
  const found = pick(text, share, pattern);
  if (found === null) return null;
  return { start: found.index + offset, end: found.index + offset, text: inserted };
}

const typing = fc.array(
  fc.tuple(fc.nat(strokes.length - 1), fc.double({ min: 0, max: 0.999, noNaN: true })),
  {
    minLength: 1,
    maxLength: 12,
  },
);

suite(`typing (SEED=${randomSeed})`, () => {
  test('after every stroke the same is found as in the text read anew', () => {
    const start = programText('python', 150, { prompts: true });
    fc.assert(
      fc.property(typing, (sequence) => {
        let document: CodeDocument = parseCode('python', start);
        promptsOf(document);
        for (const [kind, share] of sequence) {
          const edit = strokes[kind]?.(document.text, share) ?? null;
          if (edit === null) continue;
          document = editCode(document, [edit]);
          assert.deepEqual(promptsOf(document), promptsOf(parseCode('python', document.text)));
        }
      }),
      { seed: randomSeed, numRuns: 60 },
    );
  });

  test('a text is parsed when one of the words comes into it, wherever', () => {
    let document = parseCode('python', 'a = 1\nb = "Say hello to me"\nc = 2\n');
    const identities = () => promptsOf(document).map(({ identity }) => identity);
    const type = (...edits: readonly TextEdit[]): void => {
      document = editCode(document, edits);
    };
    type({ start: 0, end: 1, text: 'romp' }, { start: 29, end: 30, text: 'd' });
    assert.deepEqual([document.tree.length, identities()], [0, []]);
    type({ start: 9, end: 10, text: 'p' });
    type({ start: 10, end: 10, text: 'rompt' });
    assert.deepEqual(identities(), ['prompt']);
  });

  test('several edits at once are one version', () => {
    const text = programText('typescript', 200, { prompts: true });
    const edits = [...text.matchAll(/content/g)].map(({ index }) => ({
      start: index,
      end: index + 7,
      text: 'system',
    }));
    const next = editCode(parseCode('typescript', text), edits);
    assert.equal(next.text, applyEdits(text, edits));
    assert.deepEqual(promptsOf(next), promptsOf(parseCode('typescript', next.text)));
  });
});
