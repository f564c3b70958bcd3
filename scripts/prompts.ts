import './requireNode.js';
import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { parseCode } from '../src/adapters/literals/codeDocument.ts';
import { promptLiterals } from '../src/adapters/literals/codeLiterals.ts';
import { codeLanguageOf } from '../src/adapters/literals/languages.ts';
import { writeBack } from '../src/adapters/literals/writeBack.ts';
import { type FoundPrompts, findPrompts, type SourceDocument } from '../src/adapters/sources/findPrompts.ts';
import type { FoundPrompt } from '../src/core/prompt/foundPrompt.ts';
import { applyEdits } from '../src/core/prompt/mappedText.ts';
import type { Problem } from '../src/core/prompt/problem.ts';
import { sidecarPath } from '../src/core/prompt/sidecar.ts';
import { fallbackCatalogue } from '../src/core/request/catalogue.ts';

const usage = `Usage: npm run -s prompts -- [--relaxed] --json FILE…       one JSON line a prompt: what would be found and sent
       npm run -s prompts -- [--relaxed] FILE…              the same for people, with sources and what is not sent
       npm run -s prompts -- --rewrite NAME FILE < TEXT     the file, with TEXT as the string of the prompt NAME`;

// The language ids that VS Code gives these files.
const languages: Readonly<Record<string, string>> = {
  '.py': 'python',
  '.pyi': 'python',
  '.ts': 'typescript',
  '.mts': 'typescript',
  '.cts': 'typescript',
  '.tsx': 'typescriptreact',
  '.js': 'javascript',
  '.mjs': 'javascript',
  '.cjs': 'javascript',
  '.jsx': 'javascriptreact',
  '.md': 'markdown',
  '.txt': 'plaintext',
  '.prompty': 'plaintext',
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    relaxed: { type: 'boolean', default: false },
    rewrite: { type: 'string' },
  },
});
const sensitivity = values.relaxed ? 'relaxed' : 'strict';

function load(path: string): SourceDocument {
  const languageId = languages[extname(path).toLowerCase()] ?? 'unknown';
  return { path, languageId, text: readFileSync(path, 'utf8') };
}

/** Prints the prompts of a file; what is wrong goes to stderr, and with an error nothing of the file would be sent. */
function show(path: string): void {
  const document = load(path);
  const beside = sidecarPath(path);
  const sidecar = existsSync(beside) ? readFileSync(beside, 'utf8') : null;
  const found = findPrompts(document, { sensitivity, sidecar, models: fallbackCatalogue });
  report(path, document.text, found.problems);
  report(beside, sidecar ?? '', found.sidecarProblems);
  if (isBroken(found)) {
    process.exitCode = 1;
    return;
  }
  for (const prompt of found.prompts) {
    console.log(values.json ? JSON.stringify(jsonOf(path, prompt)) : forPeople(path, document.text, prompt));
  }
}

function isBroken({ problems, sidecarProblems }: FoundPrompts): boolean {
  return [...problems, ...sidecarProblems].some(({ severity }) => severity === 'error');
}

function report(path: string, text: string, problems: readonly Problem[]): void {
  for (const { severity, span, ...problem } of problems) {
    console.error(`${path}:${position(text, span.start)}: ${severity}: ${JSON.stringify(problem)}`);
  }
}

function jsonOf(file: string, { span, kind, messages, variables, parameters }: FoundPrompt) {
  return {
    file,
    start: span.start,
    end: span.end,
    kind,
    messages: messages.map(({ role, text }) => ({ role, content: text.text })),
    variables,
    parameters: Object.fromEntries(parameters.map(({ name, value }) => [name, value])),
  };
}

function forPeople(path: string, text: string, prompt: FoundPrompt): string {
  const { span, identity, role, messages, variables, parameters, unread, valueSets } = prompt;
  const at = (start: number): string => `line ${position(text, start).replace(':', ', column ')}`;
  return [
    `${path}${identity === '' ? '' : ` › ${identity}`} as ${role}, ${at(span.start)}`,
    ...messages.map((message) => `  ${message.role}: ${JSON.stringify(message.text.text)}`),
    ...variables.map(
      ({ name, syntax, secret }) => `  variable ${name} (${syntax}${secret ? ', secret' : ''})`,
    ),
    ...parameters.map(
      ({ name, value, source, span: { start } }) =>
        `  ${name} ${JSON.stringify(value)} (${source}${source === 'sidecar' ? '' : `, ${at(start)}`})`,
    ),
    ...unread.map(({ name, reason, start }) => `  not sent: ${name} (${reason}, ${at(start)})`),
    ...valueSets.map(({ name }) => `  value set ${name}`),
  ].join('\n');
}

function position(text: string, offset: number): string {
  const before = text.slice(0, offset);
  return `${before.split('\n').length}:${offset - before.lastIndexOf('\n')}`;
}

/** Prints a file in which one literal’s string has become the text of stdin. */
function rewrite(name: string, path: string): void {
  const { languageId, text } = load(path);
  const language = codeLanguageOf(languageId);
  if (language === null) throw new Error('only strings in code can be rewritten');
  const document = parseCode(language, text);
  const found = promptLiterals(document, sensitivity).find(({ identity }) => identity === name);
  if (found === undefined) throw new Error(`there is no prompt ${name} in it`);
  const written = writeBack(document, found.literal, readFileSync(0, 'utf8'));
  if ('refused' in written) throw new Error(`the string can’t become this text (${written.refused})`);
  process.stdout.write(applyEdits(text, written.edits));
}

const [first, ...others] = positionals;
if (first === undefined || (values.rewrite !== undefined && others.length > 0)) {
  console.error(usage);
  process.exitCode = 2;
} else {
  for (const path of positionals) {
    try {
      if (values.rewrite === undefined) show(path);
      else rewrite(values.rewrite, path);
    } catch (error) {
      console.error(`Cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 2;
    }
  }
}
