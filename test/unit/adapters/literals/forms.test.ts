import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseCode } from '../../../../src/adapters/literals/codeDocument.ts';
import { promptLiterals } from '../../../../src/adapters/literals/codeLiterals.ts';
import type { CodeLanguage } from '../../../../src/adapters/literals/languages.ts';

/** A literal’s source and the text that the program sees; null where it is not read. */
type Row = readonly [source: string, text: string | null, ...variables: string[]];

const python: readonly Row[] = [
  ['"Say hello"', 'Say hello'],
  ['\'Say "hello"\'', 'Say "hello"'],
  ['"""Say\nhello"""', 'Say\nhello'],
  ["'''Say 'hello' now'''", "Say 'hello' now"],
  ['u"Say hello"', 'Say hello'],
  ['"Say\\thello\\x21\\u00e9\\U0001F600\\101\\0"', 'Say\thello!é😀A\0'],
  ['"Say \\\nhello"', 'Say hello'],
  ['"""\\\nSay hello\\\n"""', 'Say hello'],
  ['"Say \\d hello"', 'Say \\d hello'],
  ['r"Say \\n \\" hello"', 'Say \\n \\" hello'],
  ['R"""Say\\\nhello"""', 'Say\\\nhello'],
  ['"Say \\N{BULLET} hello"', 'Say • hello'],
  ['"Say \\N{em dash} hello"', 'Say — hello'],
  ['f"Say \\N{BULLET} {word}"', 'Say • {word}', 'word f-string'],
  ['r"Say \\N{BULLET} hello"', 'Say \\N{BULLET} hello'],
  ['"Say \\N{GREEK SMALL LETTER RHO} hello"', null],
  ['"Say \\N hello"', null],
  ['t"Say {word} to me"', null],
  ['b"Say hello"', null],
  ['rb"Say hello"', null],
  ['"Say hello', null],
  ['"Say " "hello"', 'Say hello'],
  ['("Say "\n  # aloud\n  \'hello\')', 'Say hello'],
  ['"Say " \\\n  "hello"', 'Say hello'],
  ['"Say " + "hello"', 'Say hello'],
  ['("Say " + ("hello" + " you"))', 'Say hello you'],
  ['"Say " + word + " to me"', 'Say {word} to me', 'word expression'],
  ['"Say " + str(count) + " to me"', 'Say {count} to me', 'count expression'],
  ['first + second + "Say hello"', '{first + second}Say hello', 'first + second expression'],
  ['"Say hello" * 3', null],
  ['"Say %s to me" % word', 'Say %s to me', 'word percent'],
  ['"Say %s to %-5.2f" % (word, user.me)', 'Say %s to %-5.2f', 'word percent', 'user.me percent'],
  ['"Say %s to %s" % pair', 'Say %s to %s', 'pair[0] percent', 'pair[1] percent'],
  ['"Say %(word)s to %(me)r" % values', 'Say %(word)s to %(me)r', 'word percent', 'me percent'],
  ['("Say %s, " "100%% now") % (word,)', 'Say %s, 100% now', 'word percent'],
  ['"Well, " + "say %s" % word + " now"', 'Well, say %s now', 'word percent'],
  ['"Say %s to %s" % (word,)', null],
  ['"Say %s to me" % (*words,)', null],
  ['"Say %(word)s to %s" % values', null],
  ['"Say %(word)s to me" % (word,)', null],
  ['"Say %*d to me" % (width, count)', null],
  ['"Say 100%, to me" % word', null],
  ['"Say hello" % ()', null],
  ['f"Say {word} to %s" % me', null],
  ['"Say " + b"hello"', null],
  ['f"Say {word} to me"', 'Say {word} to me', 'word f-string'],
  ['f"Say {user.name!r:>{width}} to me"', 'Say {user.name!r:>{width}} to me', 'user.name f-string'],
  ['f"Say {d[\'a:b\']} to me"', "Say {d['a:b']} to me", "d['a:b'] f-string"],
  ['f"Say {word=} to me"', 'Say {word=} to me', 'word= f-string'],
  ['f"Say {{word}} to me"', 'Say {word} to me'],
  ['f"Say {{{word}}} to me"', 'Say {{word}} to me', 'word f-string'],
  ['F"""Say {\n  word\n} to me"""', 'Say { word } to me', 'word f-string'],
  ['rf"Say \\d {word}"', 'Say \\d {word}', 'word f-string'],
  ['f"Say \\{word} to me"', null],
  ['f"Say } to me"', null],
  ['"Say " f"{word}" " {to} me"', 'Say {word} {to} me', 'word f-string'],
  ['"Say {{word}} to me"', 'Say {{word}} to me', 'word mustache'],
  ['"Say {word} to me"', 'Say {word} to me'],
  ['"Say {word} to {{me}}".format(word=x)', 'Say {word} to {me}', 'word format'],
  ['"Say {} to {}".format(word, me)', 'Say {} to {}', 'word format', 'me format'],
  ['"Say {0:>5} to {me!r}".format(word, me=1)', 'Say {0:>5} to {me!r}', 'word format', 'me format'],
  ['"Say { to me".format()', null],
  ['"Say " + "{word} now".format(word=x)', 'Say {word} now', 'word format'],
  ['textwrap.dedent("""\n    Say\n      hello\n    now\n    """)', '\nSay\n  hello\nnow\n'],
  ['dedent("""\\\n    Say\n\n  \n    hello""")', 'Say\n\n\nhello'],
  ['dedent("""Say\n    hello""")', 'Say\n    hello'],
  ['dedent("""\n\tSay\n\t hello""")', '\nSay\n hello'],
  ['dedent(f"""\n    Say {word}\n    now""").strip()', 'Say {word}\nnow', 'word f-string'],
  ['"  Say hello ".strip()', 'Say hello'],
  ['"  Say hello ".lstrip()', 'Say hello '],
  ['"  Say hello ".rstrip()', '  Say hello'],
  ['"\\n".join(["Say hello", "to me"])', 'Say hello\nto me'],
  ['" ".join(("Say", \'hello\',))', 'Say hello'],
  ['", ".join([\n  "Say",  # aloud\n  "",\n  f"{word}",\n])', 'Say, , {word}', 'word f-string'],
  ['"".join([word, " is said"])', '{word} is said', 'word expression'],
  ['" ".join(["Say hello"] + words)', null],
  ['" ".join(["Say hello", *words])', null],
  ['" ".join(f"Say {word}" for word in words)', null],
  ['space.join(["Say", "hello"])', null],
  ['f"{space}".join(["Say", "hello"])', null],
  ['" ".join(["Say", b"hello"])', null],
  ['inspect.cleandoc("""\n    Say\n      hello\n\n    now\n  """)', 'Say\n  hello\n\nnow'],
  ['cleandoc("""  Say\n    hello\n       \n    now""")', 'Say\nhello\n   \nnow'],
  ['cleandoc("""Say\n\thello""")', null],
  ['"Say hello".upper()', null],
  ['"xSay hello".strip("x")', null],
  ['clean("Say hello")', null],
];

const script: readonly Row[] = [
  ['"Say hello"', 'Say hello'],
  ['\'Say "hello"\'', 'Say "hello"'],
  ["'Say\\thello\\x21\\u00e9\\u{1F600}\\0\\'\\\n now'", "Say\thello!é😀\0' now"],
  ["'Say \\d hello'", 'Say d hello'],
  ["'Say hell\\157'", 'Say hello'],
  ['"Say hello', null],
  ['`Say\nhello`', 'Say\nhello'],
  ['`Say \\`hello\\` \\${now}\\\n then`', 'Say `hello` ${now} then'],
  ['`Say ${word} to me`', 'Say ${word} to me', 'word template-literal'],
  ['`Say ${ user.name } to $me`', 'Say ${ user.name } to $me', 'user.name template-literal'],
  [
    '`Say ${words.map((w) => `<${w}>`).join(", ")}`',
    'Say ${words.map((w) => `<${w}>`).join(", ")}',
    'words.map((w) => `<${w}>`).join(", ") template-literal',
  ],
  ['`Say {{word}} to me`', 'Say {{word}} to me', 'word mustache'],
  ['`Say \\101`', null],
  ['`Say \\u{110000}`', null],
  ['"Say " + "hello"', 'Say hello'],
  ['("Say " + (`hello` + " you"))', 'Say hello you'],
  ['"Say " + word + " to me"', 'Say ${word} to me', 'word expression'],
  ['first + second + " is said"', '${first + second} is said', 'first + second expression'],
  ['"Say " + String(count)', 'Say ${count}', 'count expression'],
  ['"Say hello" - 1', null],
  ['String.raw`Say \\n ${word}`', 'Say \\n ${word}', 'word template-literal'],
  ['dedent`\n    Say\n      ${word}\n\n    now\n  `', 'Say\n  ${word}\n\nnow', 'word template-literal'],
  ['dedent`\n    Say \\`hello\\` \\\n      now\\nthen\n  `', 'Say `hello` now\nthen'],
  ['dedent("  Say\\n  hello")', 'Say\nhello'],
  // It takes as many characters as the first line has spaces, whatever they are.
  ['outdent`\n    Say\n      ${word}\n  now\n\n  `', 'Say\n  ${word}\nw\n', 'word template-literal'],
  [
    'outdent`\n  ${word}\n  is\\n  said ${word}\n  `',
    '${word}\nis\nsaid ${word}',
    'word template-literal',
    'word template-literal',
  ],
  ['outdent`Say\n  hello`', 'Say\nhello'],
  ['outdent`Say ${word}\n  hello`', 'Say ${word}\n  hello', 'word template-literal'],
  ['outdent`  \n\tSay \\`hello\\`\n`', 'Say `hello`'],
  ['outdent.string("\\n  Say\\n  hello\\n")', 'Say\nhello'],
  ['outdent`\n  ${outdent}\n    Say hello`', null],
  ['outdent({ trimLeadingNewline: false })`\n  Say hello`', null],
  ['`\n  Say hello\n`.trim()', 'Say hello'],
  ['" Say hello ".trimStart()', 'Say hello '],
  ['" Say hello ".trimEnd()', ' Say hello'],
  ['["Say hello", `to ${word}`].join("\\n")', 'Say hello\nto ${word}', 'word template-literal'],
  ['["Say hello", word, "to me"].join(" ")', 'Say hello ${word} to me', 'word expression'],
  ['[\n  "Say",\n  // Aloud.\n  "hello",\n].join(\' \')', 'Say hello'],
  ['["Say hello", , "to me"].join(" ")', null],
  ['["Say hello", ...words].join(" ")', null],
  ['["Say hello", null].join(" ")', null],
  ['["Say hello", word].join(space)', null],
  ['["Say hello"].concat(words).join(" ")', null],
  ['["Say hello", word].filter(Boolean).join(" ")', null],
  ['[word, me].join(" ")', null],
  ['sql`Say hello`', null],
  ['"Say hello".toUpperCase()', null],
];

const typescript: readonly Row[] = [
  ['"Say hello" as const', 'Say hello'],
  ['`Say hello` satisfies string', 'Say hello'],
  ['"Say hello"!', 'Say hello'],
];

function check(language: CodeLanguage, head: string, tail: string, rows: readonly Row[]): void {
  suite(`literals of ${language}`, () => {
    for (const [source, text, ...variables] of rows) {
      for (const lineEnd of source.includes('\n') ? ['\n', '\r\n'] : ['\n']) {
        test(`${source}${lineEnd === '\n' ? '' : ' (CRLF)'}`, () => {
          const code = `${head}${source}${tail}`.replaceAll('\n', lineEnd);
          const found = promptLiterals(parseCode(language, code), 'strict');
          assert.deepEqual(
            found.map(({ literal }) => [
              literal.text.text,
              ...literal.text.variables.map(({ name, syntax }) => `${name} ${syntax}`),
            ]),
            text === null ? [] : [[text, ...variables]],
          );
        });
      }
    }
  });
}

check('python', 'a_prompt = ', '\n', python);
check('javascript', 'const prompt = ', ';\n', script);
check('typescriptreact', 'const prompt = ', ';\n', [...script, ...typescript]);

suite('strings of JSX attributes', () => {
  const rows: readonly Row[] = [
    ['"Say hello"', 'Say hello'],
    ["'Say &quot;hello&quot; &amp; &#33;&#x21;'", 'Say "hello" & !!'],
    ['"Say \\n hello"', 'Say \\n hello'],
    ['"Say &bull; hello"', null],
    ['"Say\nhello"', null],
    ['{`Say ${word}`}', 'Say ${word}', 'word template-literal'],
    ['{"Say " + "hello"}', 'Say hello'],
  ];
  for (const [source, text, ...variables] of rows) {
    test(source, () => {
      const found = promptLiterals(parseCode('javascriptreact', `x = <Chat prompt=${source} />;`), 'strict');
      assert.deepEqual(
        found.map(({ literal }) => [
          literal.text.text,
          ...literal.text.variables.map(({ name, syntax }) => `${name} ${syntax}`),
        ]),
        text === null ? [] : [[text, ...variables]],
      );
    });
  }
});

suite('sums of many literals', () => {
  for (const [terms, expected] of [
    [250, 251],
    // Deeper than the parser goes: not read, rather than read in part.
    [5_000, undefined],
  ] as const) {
    test(`${terms} terms`, () => {
      const sum = Array.from({ length: terms }, (_, n) => `"line ${n}\\n"`).join(' + ');
      const [found] = promptLiterals(parseCode('python', `prompt = (${sum})\n`), 'strict');
      assert.equal(found?.literal.text.text.split('\n').length, expected);
    });
  }
});
