import fc from 'fast-check';
import type { CodeLanguage } from '../../../../src/adapters/literals/languages.ts';

/** A program whose variable `prompt` is a random expression of literals. */
export interface RandomProgram {
  readonly language: CodeLanguage;
  readonly source: string;
  /** Where the expression stands. */
  readonly start: number;
  readonly end: number;
  /** What the program sees, every hole as `«name»`. */
  readonly value: string;
  /** Whether the quotes can hold any text: not so in raw strings. */
  readonly holdsAnything: boolean;
}

/** Source and the text that it stands for. */
type Atom = readonly [source: string, value: string];

const letters = fc
  .string({ unit: fc.constantFrom(...'abz 07.,:;#%&<é日'), minLength: 1, maxLength: 6 })
  .map((text): Atom => [text, text]);
const both = fc.constantFrom<Atom>(
  ['\\n', '\n'],
  ['\\t', '\t'],
  ['\\\\', '\\'],
  ["\\'", "'"],
  ['\\"', '"'],
  ['\\x41', 'A'],
  ['\\u00e9', 'é'],
  ['\\\n', ''],
  ['😀', '😀'],
);
const pythonOnly = fc.constantFrom<Atom>(
  ['\\U0001F600', '😀'],
  ['\\101', 'A'],
  ['\\000', '\0'],
  ['\\d', '\\d'],
  ['\\%', '\\%'],
  ['\\a', '\u{7}'],
);
const scriptOnly = fc.constantFrom<Atom>(['\\u{1F600}', '😀'], ['\\d', 'd'], ['\\0x', '\0x'], ['\\v', '\v']);
const braces = fc.constantFrom<Atom>(['{', '{'], ['}', '}'], ['{a}', '{a}']);
const doubled = fc.constantFrom<Atom>(['{{', '{'], ['}}', '}'], ['{{a}}', '{a}']);
const fields = fc.constantFrom<Atom>(
  ['{name}', '«name»'],
  ['{ name }', '«name»'],
  ['{user.name!r:>10}', '«user.name»'],
  ['{d["k"]}', '«d["k"]»'],
);
const interpolations = fc.constantFrom<Atom>(
  ['$' + '{name}', '«name»'],
  ['$' + '{ user.name }', '«user.name»'],
  ['$' + '{f(`a`)}', '«f(`a`)»'],
);
const lines = fc.constantFrom<Atom>(['\n', '\n'], ['\n  ', '\n  ']);

interface Token {
  readonly source: string;
  readonly value: string;
  readonly holdsAnything: boolean;
}

function token(open: string, close: string, atoms: readonly fc.Arbitrary<Atom>[], raw = false) {
  return fc.array(fc.oneof(...atoms), { maxLength: 8 }).map(
    (parts): Token => ({
      source: open + parts.map(([source]) => source).join('') + close,
      value: parts.map(([, value]) => value).join(''),
      holdsAnything: !raw,
    }),
  );
}

// Other quotes stand for themselves; between three, so does one alone.
const quotesIn = (quote: string): fc.Arbitrary<Atom> =>
  quote.length === 3
    ? fc.constantFrom<Atom>(["'a", "'a"], ['"a', '"a'])
    : fc.constantFrom<Atom>(quote === '"' ? ["'", "'"] : ['"', '"']);

const pythonToken = fc
  .tuple(fc.constantFrom('"', "'", '"""', "'''"), fc.constantFrom('', 'u', 'f', 'F', 'r', 'Rf'))
  .chain(([quote, prefix]) => {
    const isRaw = /r/i.test(prefix);
    const isFormat = /f/i.test(prefix);
    return token(
      prefix + quote,
      quote,
      [
        letters,
        quotesIn(quote),
        ...(isRaw ? [fc.constantFrom<Atom>(['\\d', '\\d'], ['\\\\', '\\\\'])] : [both, pythonOnly]),
        ...(isFormat ? [doubled, fields] : [braces]),
        ...(quote.length === 3 ? [lines] : []),
      ],
      isRaw,
    );
  });

const scriptToken = fc
  .constantFrom('"', "'", '`')
  .chain((quote) =>
    quote === '`'
      ? token('`', '`', [
          letters,
          both,
          scriptOnly,
          braces,
          lines,
          interpolations,
          fc.constant<Atom>(["'", "'"]),
        ])
      : token(quote, quote, [letters, both, scriptOnly, braces, quotesIn(quote)]),
  );

function expression(one: fc.Arbitrary<Token>, joints: readonly string[], hole: Token) {
  return fc
    .tuple(
      one,
      fc.array(
        fc.tuple(
          fc.constantFrom(...joints),
          fc.oneof({ weight: 4, arbitrary: one }, { weight: 1, arbitrary: fc.constant(hole) }),
        ),
        { maxLength: 3 },
      ),
    )
    .map(([first, more]): Token => {
      const tokens = [first, ...more.map(([, next]) => next)];
      let source = first.source;
      // Only literals can stand side by side without a sign.
      more.forEach(([joint, next], index) => {
        const isBare = joint.trim() === '' && (next === hole || tokens[index] === hole);
        source += (isBare ? ' + ' : joint) + next.source;
      });
      return {
        source: `(${source})`,
        value: tokens.map(({ value }) => value).join(''),
        // Two holes side by side leave no place for text between them.
        holdsAnything: tokens.every((each) => each.holdsAnything && each !== hole),
      };
    });
}

const other: Token = { source: 'other', value: '«other»', holdsAnything: false };

/** Tokens joined from a list; what stands between them is no place to write. */
function list(one: fc.Arbitrary<Token>, hole: Token, write: (items: string, separator: string) => string) {
  const separators = fc.constantFrom<Atom>(['" "', ' '], ['"\\n"', '\n'], ["''", '']);
  const commas = fc.constantFrom(', ', ',\n  ');
  const items = fc.tuple(one, fc.array(fc.oneof(one, fc.constant(hole)), { maxLength: 3 }));
  return fc.tuple(items, separators, commas).map(([[first, more], [separator, text], comma]): Token => {
    const tokens = [first, ...more];
    return {
      source: write(tokens.map(({ source }) => source).join(comma), separator),
      value: tokens.map(({ value }) => value).join(text),
      holdsAnything: false,
    };
  });
}

const expressions: Readonly<Record<'python' | 'script', fc.Arbitrary<Token>>> = {
  python: fc.oneof(
    { weight: 4, arbitrary: expression(pythonToken, [' ', '\n  ', ' + '], other) },
    {
      weight: 1,
      arbitrary: list(pythonToken, other, (items, separator) => `${separator}.join([${items}])`),
    },
  ),
  script: fc.oneof(
    { weight: 4, arbitrary: expression(scriptToken, [' + ', '\n  + '], other) },
    {
      weight: 1,
      arbitrary: list(scriptToken, other, (items, separator) => `[${items}].join(${separator})`),
    },
  ),
};

const around: Readonly<Record<'python' | 'script', readonly string[]>> = {
  python: ['', '# a comment\n', 'x = 1\n', 'def f():\n    return {"a": 1}\n'],
  script: ['', '// a comment\n', 'const x = 1;\n', 'function f() { return { a: 1 }; }\n'],
};

/** Random programs of Python, JavaScript and TypeScript, with either kind of line breaks. */
export const programs: fc.Arbitrary<RandomProgram> = fc
  .constantFrom<CodeLanguage>('python', 'javascript', 'typescript', 'typescriptreact')
  .chain((language) => {
    const family = language === 'python' ? 'python' : 'script';
    const code = fc.constantFrom(...around[family]);
    return fc
      .tuple(code, expressions[family], code, fc.constantFrom('\n', '\r\n'))
      .map(([before, literal, after, lineBreak]): RandomProgram => {
        const [head, tail] = family === 'python' ? ['prompt = ', '\n'] : ['const prompt = ', ';\n'];
        const withBreaks = (text: string): string => text.replaceAll('\n', lineBreak);
        const start = withBreaks(before + head).length;
        const own = withBreaks(literal.source);
        return {
          language,
          source: withBreaks(before + head) + own + withBreaks(tail + after),
          start,
          end: start + own.length,
          value: literal.value,
          holdsAnything: literal.holdsAnything,
        };
      });
  });

/** Random texts of all that is hard to write between quotes. */
export const hardTexts: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      'a',
      '7',
      ' ',
      '\n',
      '\t',
      '\r',
      '"',
      "'",
      '"""',
      "'''",
      '`',
      '\\',
      '\\n',
      '{',
      '}',
      '{{',
      '$',
      '$' + '{',
      '\0',
      '\u{7f}',
      '\u{2028}',
      'é',
      '😀',
      '&',
      '\\N',
      '«',
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
