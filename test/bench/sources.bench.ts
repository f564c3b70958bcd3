import { build } from 'esbuild';
import { type CodeDocument, editCode, parseCode } from '../../src/adapters/literals/codeDocument.ts';
import type { CodeLanguage } from '../../src/adapters/literals/languages.ts';
import { findPrompts } from '../../src/adapters/sources/findPrompts.ts';
import { applyEdits, type TextEdit } from '../../src/core/prompt/mappedText.ts';
import { fallbackCatalogue } from '../../src/core/request/catalogue.ts';
import { projectRoot } from '../support/paths.ts';
import { atMost, type Bench, type Figure, medianOf, reported } from './figure.ts';
import { type FirstOpen, firstOpen } from './sources/firstOpen.ts';
import { callsText, messagesText, programText } from './sources/programText.ts';

const lines = 10_000;
const keystrokes = 200;
const opens = 10;
const firstOpens = 5;
const options = { sensitivity: 'strict', sidecar: null, models: fallbackCatalogue } as const;

/** How long it takes to find the prompts of a file of code, when it is opened and at each keystroke. */
export const bench: Bench = {
  name: 'sources',
  title: `prompts in code: generated files of ${lines.toLocaleString('en')} lines, parse and search together, in processor time`,
  async run() {
    return [
      ...(await languageFigures('TypeScript', 'typescript', 'service.ts')),
      ...(await languageFigures('Python', 'python', 'service.py')),
      searchOf('1,000 calls with the same names', callsText(1_000)),
      searchOf('a call of 2,000 messages', messagesText(2_000)),
      await parserSize(),
    ];
  },
};

async function languageFigures(
  what: string,
  language: CodeLanguage,
  path: string,
): Promise<readonly Figure[]> {
  const withPrompts = programText(language, lines, { prompts: true });
  const without = programText(language, lines, { prompts: false });
  const search = (code: CodeDocument): number =>
    findPrompts({ path, languageId: language, text: code.text, code }, options).prompts.length;
  const open = (
    text: string,
  ): { readonly document: CodeDocument; readonly ms: number; readonly found: number } => {
    const start = process.threadCpuUsage();
    const document = parseCode(language, text);
    const found = search(document);
    return { document, ms: since(start), found };
  };
  const firsts: FirstOpen[] = [];
  for (let round = 0; round < firstOpens; round++) {
    firsts.push(await firstOpen({ path, languageId: language, text: withPrompts }));
  }
  const times = Array.from({ length: opens }, () => open(withPrompts).ms);
  const first = open(withPrompts);
  const typed = typeInto(first.document, search);
  const empty = open(without);
  const typedEmpty = typeInto(empty.document, search);
  const plain = open(without.replaceAll('system', 'device'));
  const typedPlain = typeInto(plain.document, search);
  if (empty.found !== 0) throw new Error(`${what}: ${empty.found} prompts where there is none`);
  return [
    reported(`${what}: prompts in the file`, first.found, ''),
    reported(
      `${what}: first parse of a process, median of ${firstOpens}`,
      medianOf(firsts.map(({ parseMs }) => parseMs)),
      'ms',
    ),
    reported(
      `${what}: first parse and search of a process, median of ${firstOpens}`,
      medianOf(firsts.map(({ ms }) => ms)),
      'ms',
    ),
    atMost(
      `${what}: its longest turn, median of ${firstOpens}`,
      medianOf(firsts.map(({ longestTurnMs }) => longestTurnMs)),
      'ms',
      20,
    ),
    atMost(`${what}: parse and search, mean of ${opens}`, mean(times), 'ms', 100),
    atMost(`${what}: a keystroke, mean of ${typed.count}`, typed.ms, 'ms', 5),
    atMost(`${what} without a prompt: a keystroke, mean of ${typedEmpty.count}`, typedEmpty.ms, 'ms', 1),
    reported(`${what} without any of the words: first look`, plain.ms, 'ms'),
    atMost(
      `${what} without any of the words: a keystroke, mean of ${typedPlain.count}`,
      typedPlain.ms,
      'ms',
      1,
    ),
  ];
}

/** What would take seconds if each prompt were looked at for each other one. */
function searchOf(what: string, text: string): Figure {
  const [languageId, path] = ['python', 'service.py'] as const;
  const code = parseCode(languageId, text);
  const start = process.threadCpuUsage();
  findPrompts({ path, languageId, text, code }, options);
  return atMost(`Python: search of ${what}`, since(start), 'ms', 1_000);
}

interface Typing {
  readonly count: number;
  /** A keystroke’s mean; the clock is too coarse for one. */
  readonly ms: number;
}

/**
 * Keystrokes all over a document: a letter goes into a word and comes out again, each time the new text is parsed and
 * searched. The editor has the text at hand, so making it is not counted.
 */
function typeInto(document: CodeDocument, search: (code: CodeDocument) => number): Typing {
  const times: number[] = [];
  let current = document;
  const type = (edit: TextEdit): void => {
    const text = Buffer.from(applyEdits(current.text, [edit])).toString();
    const start = process.threadCpuUsage();
    current = editCode(current, [edit], text);
    search(current);
    times.push(since(start));
  };
  for (let stroke = 0; stroke < keystrokes; stroke++) {
    const wanted = Math.floor((document.text.length * ((stroke * 37) % keystrokes)) / keystrokes);
    const at = Math.max(0, document.text.indexOf('total', wanted)) + 3;
    type({ start: at, end: at, text: 'x' });
    type({ start: at, end: at + 1, text: '' });
  }
  return { count: times.length, ms: mean(times) };
}

/** What the chunk with the parsers and the readers adds to the package, loaded with the first document in code. */
async function parserSize(): Promise<Figure> {
  const { outputFiles } = await build({
    absWorkingDir: projectRoot,
    entryPoints: ['src/adapters/sources/findPrompts.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    mainFields: ['module', 'main'],
    write: false,
    logLevel: 'silent',
  });
  return reported('chunk with the parsers', (outputFiles[0]?.contents.length ?? 0) / 1_000, 'kB');
}

// Of the thread alone: what else the machine does is not counted.
function since(start: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1_000;
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
