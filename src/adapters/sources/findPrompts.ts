import { completed, documentPrompts } from '../../core/prompt/documentPrompts.ts';
import type { FoundPrompt } from '../../core/prompt/foundPrompt.ts';
import { readFrontMatter } from '../../core/prompt/frontMatter.ts';
import type { Problem } from '../../core/prompt/problem.ts';
import { frontMatterSpan, promptKindOf } from '../../core/prompt/promptDocument.ts';
import { readSidecar, type Sidecar } from '../../core/prompt/sidecar.ts';
import type { ModelInfo } from '../../core/request/model.ts';
import { type CodeDocument, parseSteps } from '../literals/codeDocument.ts';
import { codePromptSteps } from '../literals/codePrompts.ts';
import { codeLanguageOf } from '../literals/languages.ts';
import type { Sensitivity } from '../literals/names.ts';
import { readYaml } from '../readYaml.ts';
import { allAtOnce, inTurns, type Steps } from '../turns.ts';

/** A document in which prompts are looked for. */
export interface SourceDocument {
  readonly path: string;
  /** VS Code’s language id. */
  readonly languageId: string;
  readonly text: string;
  /** The text parsed, where the caller keeps it from version to version. */
  readonly code?: CodeDocument;
}

/** What a search takes into account beside the document. */
export interface SearchOptions {
  readonly sensitivity: Sensitivity;
  /** Text of the file `<prompt>.tuner.json` beside it, or null. */
  readonly sidecar: string | null;
  /** The models that there are. */
  readonly models: readonly ModelInfo[];
}

/** The prompts of a document, and what is wrong with it and with the file beside it. */
export interface FoundPrompts {
  readonly prompts: readonly FoundPrompt[];
  /** Problems of the document; an error among them keeps its prompts from being sent. */
  readonly problems: readonly Problem[];
  /** Problems of the file beside it; places are those of that file. */
  readonly sidecarProblems: readonly Problem[];
}

const noSidecar: Sidecar = { notes: new Map(), problems: [] };

/** Finds the prompts of a document: the document itself, its fenced blocks, the literals of its code. */
export function findPrompts(document: SourceDocument, options: SearchOptions): FoundPrompts {
  return allAtOnce(searchSteps(document, options));
}

/** Finds the prompts of a document in turns; null as soon as they are not wanted any more. */
export function findInTurns(
  document: SourceDocument,
  options: SearchOptions,
  isWanted: () => boolean,
): Promise<FoundPrompts | null> {
  return inTurns(searchSteps(document, options), isWanted);
}

function* searchSteps(document: SourceDocument, options: SearchOptions): Steps<FoundPrompts> {
  const kind = promptKindOf(document);
  const { text } = document;
  const { notes, problems: sidecarProblems } =
    options.sidecar === null ? noSidecar : readSidecar(options.sidecar);
  const yaml = frontMatterSpan(text, kind);
  const read = yaml === null ? null : readYaml(text.slice(yaml.start, yaml.end), yaml.start);
  const frontMatter = readFrontMatter(read?.node ?? null, kind);
  // Other programs write front matter into Markdown too, by rules of their own.
  const isOurs = kind !== 'markdown' && kind !== 'claude-md';
  const problems = [...(read?.problems ?? []), ...frontMatter.problems].map(
    (problem): Problem => (isOurs ? problem : { ...problem, severity: 'warning' }),
  );
  const context = { frontMatter, notes, models: options.models };
  const language = kind === 'code' ? codeLanguageOf(document.languageId) : null;
  if (language === null) return { prompts: documentPrompts(text, kind, context), problems, sidecarProblems };
  const code = document.code ?? (yield* parseSteps(language, text));
  const found = yield* codePromptSteps(code, options.sensitivity);
  const prompts: FoundPrompt[] = [];
  for (const prompt of found.prompts) {
    prompts.push(completed(prompt, context));
    yield;
  }
  return { prompts, problems: [...problems, ...found.problems], sidecarProblems };
}
