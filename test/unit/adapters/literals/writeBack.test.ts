import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseCode } from '../../../../src/adapters/literals/codeDocument.ts';
import { promptLiterals } from '../../../../src/adapters/literals/codeLiterals.ts';
import type { CodeLanguage } from '../../../../src/adapters/literals/languages.ts';
import { writeBack, writeBackEdits } from '../../../../src/adapters/literals/writeBack.ts';
import { applyEdits, type TextEdit } from '../../../../src/core/prompt/mappedText.ts';

/** A literal, the text that its string shall become, and the literal after that, or why there is none. */
type Row = readonly [before: string, text: string, after: string | 'hole' | 'not-expressible'];

const python: readonly Row[] = [
  ['"Say hello to me"', 'Say hello', '"Say hello"'],
  ['"Say hello"', 'Say "hello"', '"Say \\"hello\\""'],
  ["'Say hello'", "Say 'hello'", "'Say \\'hello\\''"],
  ['"Say hello"', 'Say\nhello\\', '"Say\\nhello\\\\"'],
  ['"Say \\u00e9 and hello"', 'Say é and goodbye', '"Say \\u00e9 and goodbye"'],
  ['"Say\\thello"', 'Sayhello', '"Sayhello"'],
  ['"\\0 is said"', '\u{0}7 is said', '"\\x007 is said"'],
  ['"""Say hello\nto me"""', 'Say "hello"\nto "me"', '"""Say "hello"\nto "me\\""""'],
  ['"""Say hello"""', 'Say """hello"""', '"""Say \\"\\"\\"hello\\"\\"\\""""'],
  ['"""Say \\\nhello to me"""', 'Say hello', '"""Say \\\nhello"""'],
  ['f"Say {word} to me"', 'Tell {word} to you', 'f"Tell {word} to you"'],
  ['f"Say {word} to me"', 'Say {word} to {me}', 'f"Say {word} to {{me}}"'],
  ['f"Say {word} to me"', 'Say it to me', 'hole'],
  ['f"{a}{b} is said"', '{a} and {b} is said', 'f"{a} and {b} is said"'],
  ['f"Say {a} and {b}"', 'Say {b} and {a}', 'hole'],
  [
    '"Say {word} to {{me}}".format(word=x)',
    'Say {word} to {me}, {now}',
    '"Say {word} to {{me}}, {{now}}".format(word=x)',
  ],
  [
    '("Say "\n  # aloud\n  "hello "\n  "to me")',
    'Say goodbye to me',
    '("Say "\n  # aloud\n  "goodbye "\n  "to me")',
  ],
  ['("Say "\n  "hello "\n  "to me")', 'Say this', '("Say "\n  "this"\n  "")'],
  ['"Say " + word + " to me"', 'Say {word} to you', '"Say " + word + " to you"'],
  ['"Say " + a + b + " to me"', 'Say {a} and {b} to me', 'not-expressible'],
  ['r"Say \\d hello"', 'Say \\d goodbye', 'r"Say \\d goodbye"'],
  ['r"Say hello"', 'Say "hello"', 'not-expressible'],
  ['r"Say hello"', 'Say\nhello', 'not-expressible'],
  ['r"""Say hello"""', 'Say "hello" now', 'r"""Say "hello" now"""'],
  ['"Say %s, 100%%" % word', 'Tell %s, 50%', '"Tell %s, 50%%" % word'],
  ['"Say %s to me" % word', 'Say %d to me', 'hole'],
  ['"\\n".join(["Say", "hello"])', 'Say it\nand\nhello', '"\\n".join(["Say it\\nand", "hello"])'],
  ['"\\n".join(["Say", "", "hello"])', 'Say\nit\nhello', '"\\n".join(["Say", "it", "hello"])'],
  ['"\\n".join(["Say", "hello"])', 'Say hello', 'not-expressible'],
  ['"Say \\N{BULLET} hello"', 'Say • it', '"Say \\N{BULLET} it"'],
  [
    'cleandoc("""\n    Say hello\n      to me\n    """)',
    'Say hello\n  to you\nand me',
    'cleandoc("""\n    Say hello\n      to you\n    and me\n    """)',
  ],
  [
    'textwrap.dedent("""\n    Say hello\n      to me\n    """)',
    '\nSay hello\n  to you\nand me\n',
    'textwrap.dedent("""\n    Say hello\n      to you\n    and me\n    """)',
  ],
  [
    'dedent("""\\\n    Say hello\n\n    to me""")',
    'Say hello to me',
    'dedent("""\\\n    Say hello to me""")',
  ],
  [
    'dedent("""\n    One\n    Two\n    Three\n    """).strip()',
    'One\nThree',
    'dedent("""\n    One\n    Three\n    """).strip()',
  ],
  [
    'dedent("""\n    One\n    Two\n    """).strip()',
    'Zero\nOne\nTwo\nThree',
    'dedent("""\n    Zero\n    One\n    Two\n    Three\n    """).strip()',
  ],
  ['dedent("""\n    One\n    Two\n    """).strip()', ' One\nTwo', 'not-expressible'],
  ['dedent("""\n    One two\n    """)', '\n  One two\n', 'not-expressible'],
];

const script: readonly Row[] = [
  ["'Say hello'", "Say 'hello'\n", "'Say \\'hello\\'\\n'"],
  ['"Say hello"', 'Say\u{2028}hello', '"Say\\u2028hello"'],
  ['`Say hello`', 'Say `hello` ${now}', '`Say \\`hello\\` \\${now}`'],
  ['`Say $ and {`', 'Say ${', '`Say \\${`'],
  ['`Say ${word} to me`', 'Say\n${word} to you', '`Say\n${word} to you`'],
  ['`Say $${word} to me`', 'Say ${word} to me', '`Say ${word} to me`'],
  ['`Say ${word} to me`', 'Say $${word} to me', '`Say $${word} to me`'],
  ['`Say ${word} to me`', 'Say $' + '{other} to me', 'hole'],
  ['"Say " + word + " to me"', 'Tell ${word} to me', '"Tell " + word + " to me"'],
  ['String.raw`Say it \\d`', 'Say it \\w', 'String.raw`Say it \\w`'],
  ['String.raw`Say it`', 'Say `it`', 'not-expressible'],
  [
    'dedent`\n    Say hello\n    to me\n  `',
    'Say `hello`\nto ${you}',
    'dedent`\n    Say \\`hello\\`\n    to \\${you}\n  `',
  ],
  ['dedent`\n    Say hello\n  `', 'Say \\n hello', 'not-expressible'],
  [
    'outdent`\n    Say hello\n    ${word}\n  `',
    'Say `hello`\n\nto me\n${word}',
    'outdent`\n    Say \\`hello\\`\n\n    to me\n    ${word}\n  `',
  ],
  ['`\n  Say hello\n`.trim()', 'Say hello to me', '`\n  Say hello to me\n`.trim()'],
];

const jsx: readonly Row[] = [
  ['"Say hello"', 'Say "hello" & &amp; more\n', '"Say &quot;hello&quot; & &amp;amp; more&#10;"'],
  ["'Say &lt;b&gt; now'", "Say <b> 'now'", "'Say &lt;b&gt; &apos;now&apos;'"],
];

function check(language: CodeLanguage, head: string, tail: string, rows: readonly Row[]): void {
  suite(`written back into ${language}`, () => {
    for (const [before, text, after] of rows) {
      for (const lineEnd of before.includes('\n') || text.includes('\n') ? ['\n', '\r\n'] : ['\n']) {
        test(`${before} → ${JSON.stringify(text)}${lineEnd === '\n' ? '' : ' (CRLF)'}`, () => {
          const withEnds = (code: string): string => code.replaceAll('\n', lineEnd);
          const document = parseCode(language, withEnds(`\n${head}${before}${tail}\n`));
          const [found] = promptLiterals(document, 'strict');
          assert.ok(found !== undefined);
          const written = writeBack(document, found.literal, text);
          const result = 'refused' in written ? written.refused : applyEdits(document.text, written.edits);
          const isRefused = after === 'hole' || after === 'not-expressible';
          assert.equal(result, isRefused ? after : withEnds(`\n${head}${after}${tail}\n`));
        });
      }
    }
  });
}

check('python', 'a_prompt = ', '', python);
check('typescript', 'const prompt = ', ';', script);
check('javascriptreact', 'x = <Chat prompt=', ' />;', jsx);

suite('several edits at once', () => {
  const code = 'prompt = f"Say \\"hello\\" to {name}, and \\u0073ay it loud"\n';
  const rows: Readonly<Record<string, readonly [edits: readonly TextEdit[], after: string]>> = {
    'each stays small': [
      [
        { start: 0, end: 3, text: 'Tell' },
        { start: 23, end: 23, text: 'then ' },
      ],
      'prompt = f"Tell \\"hello\\" to {name}, then and \\u0073ay it loud"\n',
    ],
    'one touches the hole': [[{ start: 17, end: 20, text: '' }], 'hole'],
    'one lies inside the hole': [[{ start: 18, end: 18, text: 'x' }], 'hole'],
    'one stands before the hole': [
      [{ start: 15, end: 15, text: 'dear ' }],
      'prompt = f"Say \\"hello\\" to dear {name}, and \\u0073ay it loud"\n',
    ],
  };
  for (const [name, [edits, after]] of Object.entries(rows)) {
    test(name, () => {
      const document = parseCode('python', code);
      const [found] = promptLiterals(document, 'strict');
      assert.equal(found?.literal.text.text, 'Say "hello" to {name}, and say it loud');
      const written = writeBackEdits(document, found.literal, edits);
      assert.equal('refused' in written ? written.refused : applyEdits(code, written.edits), after);
    });
  }
});
