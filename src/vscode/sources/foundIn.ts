import * as vscode from 'vscode';
import type { CodeDocument } from '../../adapters/literals/codeDocument.ts';
import type { FoundPrompts } from '../../adapters/sources/findPrompts.ts';
import type { FoundPrompt } from '../../core/prompt/foundPrompt.ts';
import { frontMatterSpan, isPromptDocument, promptKindOf } from '../../core/prompt/promptDocument.ts';
import { promptWords } from '../../core/prompt/promptWords.ts';
import { fallbackCatalogue } from '../../core/request/catalogue.ts';
import { codeLanguages } from '../documentSchemes.ts';
import { loadSources } from '../lazy.ts';
import { readSetting } from '../settings.ts';
import { sidecarText } from './sidecars.ts';

/** The prompts of a version of a document. */
export interface DocumentPrompts extends FoundPrompts {
  readonly version: number;
}

/** The longest document in which prompts are looked for: UTF-16 units. */
const longestSearched = 1_000_000;

interface Kept {
  readonly version: number;
  readonly sidecar: string | null;
  readonly sensitivity: string;
  readonly found: DocumentPrompts;
}

const kept = new WeakMap<vscode.TextDocument, Kept>();
const parsed = new WeakMap<vscode.TextDocument, CodeDocument>();
const searches = new WeakMap<vscode.TextDocument, Promise<DocumentPrompts>>();

/** How readily strings of a document in code are taken for prompts. */
export function sensitivityFor({ uri }: vscode.TextDocument) {
  return readSetting(vscode.workspace.getConfiguration(undefined, uri), 'promptTuner.sources.code');
}

/** Whether there can be a prompt in a document; told without a parser, which is loaded only where there can. */
export function mayHoldPrompt(document: vscode.TextDocument): boolean {
  const { languageId } = document;
  if (isPromptDocument(promptKindOf({ languageId, path: document.uri.path }))) return true;
  if (!codeLanguages.includes(languageId) || sensitivityFor(document) === 'off') return false;
  return promptWords.test(document.getText());
}

/**
 * The prompts of a document as it stands, and what is wrong with it and with the file beside it. Models are those of the
 * built-in table; what only an origin knows stays unread.
 */
export function foundIn(document: vscode.TextDocument): Promise<DocumentPrompts> {
  const search = () => searched(document);
  // One after the other: who comes second takes what the first one found.
  const found = (searches.get(document) ?? Promise.resolve()).then(search, search);
  searches.set(document, found);
  return found;
}

async function searched(document: vscode.TextDocument): Promise<DocumentPrompts> {
  for (;;) {
    const found = await searchedVersion(document);
    if (found !== null) return found;
  }
}

/** Null where the document changed meanwhile. */
async function searchedVersion(document: vscode.TextDocument): Promise<DocumentPrompts | null> {
  const text = document.getText();
  const { version, languageId } = document;
  if (text.length > longestSearched || !mayHoldPrompt(document)) {
    return { version, prompts: [], problems: [], sidecarProblems: [] };
  }
  const sidecar = await sidecarText(document.uri);
  const { findInTurns } = await loadSources();
  const sensitivity = sensitivityFor(document) === 'relaxed' ? 'relaxed' : 'strict';
  const before = kept.get(document);
  if (before?.version === version && before.sidecar === sidecar && before.sensitivity === sensitivity) {
    return before.found;
  }
  const code = await parsedCode(document);
  const isCurrent = () => document.version === version;
  if (!isCurrent()) return null;
  const source = { path: document.uri.path, languageId, text, ...(code === null ? {} : { code }) };
  const options = { sensitivity, sidecar, models: fallbackCatalogue } as const;
  const prompts = await findInTurns(source, options, isCurrent);
  if (prompts === null) return null;
  const found = { version, ...prompts };
  kept.set(document, { version, sidecar, sensitivity, found });
  return found;
}

// What a document would have to hold to say anything of the model.
const modelWords = /model|thinking/i;

/**
 * The prompt that a document as a whole is, where its front matter or the file beside it may say what model it runs with;
 * else null, which is told without a parser.
 */
export async function wholeFoundIn(document: vscode.TextDocument): Promise<FoundPrompt | null> {
  const { languageId, uri } = document;
  const text = document.getText();
  const yaml = frontMatterSpan(text, promptKindOf({ languageId, path: uri.path }));
  const said = yaml === null ? '' : text.slice(yaml.start, yaml.end);
  if (!modelWords.test(said) && !modelWords.test((await sidecarText(uri)) ?? '')) return null;
  const { prompts } = await foundIn(document);
  return prompts.find(({ identity }) => identity === '') ?? null;
}

/** What would be found if the document had this text; code is parsed anew. */
export async function foundInText(document: vscode.TextDocument, text: string): Promise<FoundPrompts> {
  const { findPrompts } = await loadSources();
  const { languageId, uri } = document;
  const sidecar = await sidecarText(uri);
  const source = { path: uri.path, languageId, text };
  return findPrompts(source, { sensitivity: 'strict', sidecar, models: fallbackCatalogue });
}

/** A document in code parsed as it stands; what was parsed of the version before is taken over. */
export async function parsedCode(document: vscode.TextDocument): Promise<CodeDocument | null> {
  const { keepParsed } = await loadSources();
  for (;;) {
    const { version, languageId } = document;
    const isCurrent = () => document.version === version;
    const before = parsed.get(document) ?? null;
    const code = await keepParsed(languageId, document.getText(), before, isCurrent);
    if (!isCurrent()) continue;
    if (code !== null) parsed.set(document, code);
    return code;
  }
}
