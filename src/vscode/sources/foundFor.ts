import type * as vscode from 'vscode';
import type { FoundPrompt, PromptMessage } from '../../core/prompt/foundPrompt.ts';
import { sameText } from '../../core/prompt/mappedText.ts';
import type { Problem } from '../../core/prompt/problem.ts';
import { promptKindOf } from '../../core/prompt/promptDocument.ts';
import { variablesOf, withTemplateVariables } from '../../core/prompt/variables.ts';
import { withText } from '../../core/prompt/withText.ts';
import { openedDocument } from '../openedDocument.ts';
import type { Prompt } from '../prompt.ts';
import { type DocumentPrompts, foundIn, foundInText } from './foundIn.ts';
import { textOfFound } from './promptParts.ts';
import { sidecarUri } from './sidecars.ts';

/** What was found of a prompt in its document. */
export interface FoundFor {
  /** Null where nothing but the text is known. */
  readonly found: FoundPrompt | null;
  /** What keeps it from being sent, each with the document that it is in. */
  readonly errors: readonly { readonly uri: vscode.Uri; readonly problem: Problem }[];
}

/**
 * Turns, variables and parameters of a prompt. Its text is the prompt's own, which may be another than what stands in
 * the document: what belongs to it is found as if it stood there.
 */
export async function foundFor(prompt: Prompt): Promise<FoundFor> {
  const document = await openedDocument(prompt.uri);
  if (document === null) return { found: null, errors: [] };
  const { anchor, text } = prompt;
  const all = await foundIn(document);
  const errors = errorsOf(document.uri, all);
  if (anchor.kind === 'spans') return { found: selected(document, text), errors: [] };
  const identity = anchor.kind === 'part' ? anchor.identity : '';
  const there = named(all, identity);
  const source = document.getText();
  if (there === null || textOfFound(there, source) === text) return { found: there, errors };
  if (there.kind === 'code') return { found: withText(there, text), errors };
  const { start, end } = there.span;
  const spliced = await foundInText(document, source.slice(0, start) + text + source.slice(end));
  return { found: named(spliced, identity) ?? there, errors };
}

function named({ prompts }: Pick<DocumentPrompts, 'prompts'>, identity: string): FoundPrompt | null {
  return prompts.find((prompt) => prompt.identity === identity) ?? null;
}

function errorsOf(uri: vscode.Uri, { problems, sidecarProblems }: DocumentPrompts): FoundFor['errors'] {
  const beside = sidecarUri(uri) ?? uri;
  return [
    ...problems.map((problem) => ({ uri, problem })),
    ...sidecarProblems.map((problem) => ({ uri: beside, problem })),
  ].filter(({ problem }) => problem.severity === 'error');
}

/** A selection has the variables of its text; in code it is text alone, whatever braces mean there. */
function selected({ languageId, uri }: vscode.TextDocument, text: string): FoundPrompt | null {
  const kind = promptKindOf({ languageId, path: uri.path });
  if (kind === 'code') return null;
  const span = { start: 0, end: text.length };
  const messages: readonly PromptMessage[] = [
    { role: 'user', text: withTemplateVariables(sameText(text, 0)), span },
  ];
  return {
    kind,
    role: 'user',
    identity: '',
    span,
    call: null,
    messages,
    variables: variablesOf(messages, { secrets: new Set(), presets: new Map() }),
    parameters: [],
    unread: [],
    valueSets: [],
    testMessage: null,
    assertions: [],
  };
}
