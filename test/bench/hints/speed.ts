import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import retextEnglish from 'retext-english';
import retextSimplify from 'retext-simplify';
import { unified } from 'unified';
import writeGood from 'write-good';
import { lint } from '../../../src/core/hints/lint.ts';
import { Linter } from '../../../src/core/hints/linter.ts';
import type { LintOptions } from '../../../src/core/hints/options.ts';
import type { TokenCounter } from '../../../src/core/tokens/rawInput.ts';
import { projectRoot } from '../../support/paths.ts';
import { atMost, type Figure, medianOf, reported } from '../figure.ts';
import { type CollectedPrompt, longDocument } from './prompts.ts';

const plain: LintOptions = { kind: 'prompt', rules: {}, model: null, count: null };
const keystrokes = 60;

/**
 * Times of whole prompts beside two other linters, of 100 KB, of a keystroke in it, and of texts made to be slow. Of
 * several rounds the least counts: what else the machine does only adds to it.
 */
export async function speed(
  prompts: readonly CollectedPrompt[],
  count: TokenCounter,
): Promise<readonly Figure[]> {
  const text = longDocument(prompts);
  // The first count of a text is the one that a person waits for; later ones find most of it counted.
  for (const prompt of prompts) lint(prompt.text, plain);
  const counted = msOf(() => lint(text, { ...plain, count }));
  return [
    ...perPrompt(prompts, count),
    atMost('100 KB, without counting', Math.min(...times(9, () => lint(text, plain))), 'ms', 15),
    atMost('100 KB, every saving counted for the first time', counted, 'ms', 60),
    ...keystroke(text, count),
    ...Object.entries(pathological).map(([name, hostile]) =>
      atMost(name, Math.min(...times(3, () => lint(hostile, { ...plain, count }))), 'ms', 100),
    ),
    ...(await engineSize()),
  ];
}

function perPrompt(prompts: readonly CollectedPrompt[], count: TokenCounter): readonly Figure[] {
  const simplify = unified().use(retextEnglish).use(retextSimplify);
  const linters: Readonly<Record<string, (text: string) => unknown>> = {
    'without counting': (text) => lint(text, plain),
    'savings counted': (text) => lint(text, { ...plain, count }),
    'write-good': (text) => writeGood(text),
    'retext-simplify': (text) => simplify.runSync(simplify.parse(text)),
  };
  return Object.entries(linters).flatMap(([name, run]) => {
    const found = prompts.map(({ text }) => Math.min(...times(3, () => run(text)))).sort((a, b) => a - b);
    const p95 = found[Math.ceil(found.length * 0.95) - 1] ?? Number.NaN;
    const own = name === 'without counting' || name === 'savings counted';
    return [
      reported(`a prompt, ${name}: median`, medianOf(found), 'ms'),
      own ? atMost(`a prompt, ${name}: p95`, p95, 'ms', 5) : reported(`a prompt, ${name}: p95`, p95, 'ms'),
    ];
  });
}

function keystroke(text: string, count: TokenCounter): readonly Figure[] {
  return [plain, { ...plain, count }].flatMap((options) => {
    const linter = new Linter();
    const found = Array.from({ length: keystrokes }, (_, i) => {
      const at = Math.floor((text.length / keystrokes) * (i + 0.5));
      const rounds = ['x', 'y', 'z'].map((key) => {
        const typed = `${text.slice(0, at)}${key}${text.slice(at)}`;
        linter.lint(text, options);
        return msOf(() => linter.lint(typed, options));
      });
      return Math.min(...rounds);
    }).sort((a, b) => a - b);
    const name = `a keystroke in 100 KB, ${options.count === null ? 'without counting' : 'savings counted'}`;
    const p95 = found[Math.ceil(keystrokes * 0.95) - 1] ?? Number.NaN;
    return [atMost(`${name}: median`, medianOf(found), 'ms', 2), reported(`${name}: p95`, p95, 'ms')];
  });
}

const pathological: Readonly<Record<string, string>> = {
  "'a' × 100,000": 'a'.repeat(100_000),
  'one line of 1 MB': 'word and more, '.repeat(70_000),
  'one line of phrases, 300 KB': 'in order to make sure that you '.repeat(10_000),
  'nested quotes': '“"\''.repeat(30_000),
  'nested block quotes': `${'> '.repeat(10_000)}deep`,
  'fences that never close': '```\n> ~~~\n'.repeat(5_000),
  '10,000 bullets': '- item that is used in it\n'.repeat(10_000),
  'lone surrogates': '\ud800 in order to \udc00'.repeat(5_000),
  'braces and tags': '{{<a {%'.repeat(10_000),
  'stars and spaces': `${'*'.repeat(50_000)}${' '.repeat(50_000)}x`,
  '100,000 line breaks': '\n'.repeat(100_000),
};

/** Size of the engine as it ships, plain and as it is in the package. */
async function engineSize(): Promise<readonly Figure[]> {
  const { outputFiles } = await build({
    stdin: {
      contents: ['lint', 'linter', 'fixAll'].map((file) => `export * from './${file}.ts';`).join('\n'),
      resolveDir: join(projectRoot, 'src/core/hints'),
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'node22',
    supported: { 'regexp-unicode-property-escapes': true },
    write: false,
  });
  const [engine] = outputFiles;
  if (engine === undefined) throw new Error('esbuild made no file.');
  return [
    atMost('engine, minified', engine.contents.length / 1024, 'KB', 60),
    reported('engine, minified and compressed', gzipSync(engine.contents).length / 1024, 'KB'),
  ];
}

function times(rounds: number, run: () => unknown): readonly number[] {
  return Array.from({ length: rounds }, () => msOf(run));
}

function msOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
