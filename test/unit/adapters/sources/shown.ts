import { findPrompts } from '../../../../src/adapters/sources/findPrompts.ts';
import type { FoundPrompt } from '../../../../src/core/prompt/foundPrompt.ts';
import { fallbackCatalogue } from '../../../../src/core/request/catalogue.ts';

/** All of a prompt, in words that a test can write down: places as the source that stands there. */
export interface ShownPrompt {
  readonly id: string;
  readonly kind: string;
  readonly role: string;
  readonly source: string;
  readonly messages: readonly string[];
  readonly variables: readonly string[];
  readonly parameters: readonly string[];
  readonly unread: readonly string[];
}

/** A test’s expectation: what it leaves out is empty. */
export type Expected = Pick<ShownPrompt, 'id' | 'kind' | 'role' | 'source' | 'messages'> &
  Partial<ShownPrompt>;

/** The whole expectation. */
export function whole(expected: readonly Expected[]): readonly ShownPrompt[] {
  return expected.map((prompt) => ({ variables: [], parameters: [], unread: [], ...prompt }));
}

/** What is found in a document, shown. */
export function shownPrompts(
  document: { readonly path: string; readonly languageId: string; readonly text: string },
  sensitivity: 'strict' | 'relaxed' = 'strict',
): readonly ShownPrompt[] {
  const { prompts } = findPrompts(document, { sensitivity, sidecar: null, models: fallbackCatalogue });
  return prompts.map((prompt) => shown(document.text, prompt));
}

function shown(text: string, prompt: FoundPrompt): ShownPrompt {
  const { identity, kind, role, span, messages, variables, parameters, unread } = prompt;
  const at = ({ start, end }: { readonly start: number; readonly end: number }): string =>
    text.slice(start, end);
  return {
    id: identity,
    kind,
    role,
    source: at(span),
    messages: messages.map((message) => `${message.role}: ${message.text.text}`),
    variables: variables.map(({ name, syntax, placeholder, preset, secret }) =>
      [
        `${name} ${syntax}`,
        ...(placeholder === null ? [] : [`(${placeholder})`]),
        ...(preset === null ? [] : [`= ${preset}`]),
        ...(secret ? ['secret'] : []),
      ].join(' '),
    ),
    parameters: parameters.map(
      ({ name, value, source, span: place }) => `${name} ${JSON.stringify(value)} (${source}: ${at(place)})`,
    ),
    unread: unread.map(({ name, reason, ...place }) => `${name}: ${reason} (${at(place)})`),
  };
}
