import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { mostTerms } from '../../../../src/adapters/literals/longSums.ts';
import { findPrompts } from '../../../../src/adapters/sources/findPrompts.ts';

/** Code with its string that is not read marked «so», the mark no part of it, and the reason. */
type Row = readonly [marked: string, reason: string | null];

const sum = (terms: number): string => Array.from({ length: terms }, () => '"Say hello"').join(' + ');

const python: readonly Row[] = [
  ['a_prompt = «t»"Say {word} to me"', 'template-string'],
  ["a_prompt = «rt»'''Say {word} to me'''", 'template-string'],
  ['# prompt\ntext = «t»"Say {word} to me"', 'template-string'],
  ['# prompt\na_prompt = «t»"Say {word} to me"', 'template-string'],
  ['def a():\n    send(prompt=«"Say \\N{GREEK SMALL LETTER RHO} hello"»)', 'character-name'],
  ['a_prompt = ("Say " «f"\\N{GREEK SMALL LETTER RHO} {word}"»)', 'character-name'],
  ['a_prompt = "Say " + word + «"\\N{GREEK SMALL LETTER RHO}"»', 'character-name'],
  ['a_prompt = t', null],
  ['a_title = t"Say {word} to me"', null],
  ['a_prompt = make(t"Say {word} to me")', null],
  ['a_prompt = rb"Say \\N{RHO} hello"', null],
  ['a_prompt = "Say hello', null],
  ['a_prompt = make("Say hello")', null],
];

const script: readonly Row[] = [
  ['const prompt = «shout`Say hello to me`»;', 'tag'],
  // A comment says that it is one, but not what the tag does.
  ['// prompt\nsend(«shout`Say hello to me`»);', 'tag'],
  ['const text = /* prompt */ «lib.shout`Say hello to me`»;', 'tag'],
  ['const text = /* prompt */ «html`<p>Say hello</p>`»;', 'tag'],
  ['const text = /* prompt */ "Say " + shout`hello`;', null],
  ['const text = /* prompt */ String.raw`Say hello to me`;', null],
  ['const text = /* prompt */ outdent`Say hello to me`;', null],
  ['const prompt = "Say " + «shout`hello`» + word;', null],
  ["import { dedent } from 'ts-dedent';\nconst prompt = «dedent`Say hello to me`»;", 'tag'],
  ["const { dedent } = require('ts-dedent');\nconst prompt = «dedent`Say hello to me`»;", 'tag'],
  ["import { outdent } from 'outside';\nconst prompt = «outdent`Say hello to me`»;", 'tag'],
  ["import dedent from 'dedent';\nimport a from 'a';\nconst prompt = dedent`Say hello to me`;", null],
  ['const Prompt = styled.div`color: red`;', null],
  ['const prompt = css`color: red`;', null],
  ['const title = shout`Say hello to me`;', null],
];

function check(languageId: string, path: string, rows: readonly Row[]): void {
  suite(`strings of ${languageId} that are not read`, () => {
    for (const [marked, reason] of rows) {
      test(marked, () => {
        const text = marked.replace(/[«»]/g, '');
        const options = { sensitivity: 'strict', sidecar: null, models: [] } as const;
        const { problems } = findPrompts({ path, languageId, text }, options);
        const span = { start: marked.indexOf('«'), end: marked.indexOf('»') - 1 };
        const note = { kind: 'unread-string', reason, severity: 'note', span };
        assert.deepEqual(problems, reason === null ? [] : [note]);
      });
    }
  });
}

check('python', '/w/a.py', python);
check('typescript', '/w/a.ts', script);

for (const [path, languageId, head] of [
  ['/w/a.py', 'python', 'a_prompt = '],
  ['/w/a.py', 'python', '# prompt\ntext = '],
  ['/w/a.ts', 'typescript', 'const prompt = '],
  ['/w/a.ts', 'typescript', '// prompt\nconst text = '],
] as const) {
  const found = (terms: number) => {
    const options = { sensitivity: 'strict', sidecar: null, models: [] } as const;
    const text = `${head}${sum(terms)}\n`;
    const { prompts, problems } = findPrompts({ path, languageId, text }, options);
    return [
      prompts.map(({ messages }) => messages[0]?.text.text.length),
      problems.map((problem) => problem.kind === 'unread-string' && problem.reason),
    ];
  };
  test(`a sum of ${mostTerms} strings after ${JSON.stringify(head)} in ${path} is read`, () => {
    assert.deepEqual(found(mostTerms), [[mostTerms * 'Say hello'.length], []]);
  });
  for (const terms of [2_000, 9_000]) {
    test(`a sum of ${terms} strings after ${JSON.stringify(head)} in ${path} is told to be too long`, () => {
      assert.deepEqual(found(terms), [[], ['long-sum']]);
    });
  }
}
