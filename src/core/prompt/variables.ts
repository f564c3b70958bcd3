import type { PromptMessage, PromptText, Unread, Variable, VariableUse } from './foundPrompt.ts';
import type { MappedText } from './mappedText.ts';
import { predefinedNames } from './predefinedNames.ts';
import type { Span } from './promptDocument.ts';
import { isSecretName } from './secretNames.ts';

// The dollar keeps `${{ … }}` of workflow files out, the third brace what other template languages do not escape.
const mustache = /(?<![${])\{\{[ \t]*([\p{L}_][\p{L}\p{N}_.-]*)[ \t]*\}\}(?!\})/gu;
const editor = /\$\{(?:input:([^:}\s]+)(?::([^}\n]*))?|([A-Za-z/]+)(?::[^}\n]*)?)\}/g;
const logic = /\{%[^\n]*?%\}|(?<!\$)\{\{(?:[#/>^!&{]|[^{}\n|]*\|)[^{}\n]*\}\}\}?/g;

/** Finds the variables of a document's text: `{{name}}`, `${input:name:placeholder}` and the names that VS Code fills. */
export function withTemplateVariables(mapped: MappedText): PromptText {
  const variables = [...mustacheUses(mapped.text), ...editorUses(mapped.text)];
  return { ...mapped, variables: variables.sort((a, b) => a.start - b.start) };
}

/** The uses of `{{name}}` in a text. */
export function mustacheUses(text: string): readonly VariableUse[] {
  return Array.from(text.matchAll(mustache), (match) => ({
    name: match[1] ?? '',
    syntax: 'mustache',
    placeholder: null,
    ...spanOf(match),
  }));
}

function editorUses(text: string): readonly VariableUse[] {
  return Array.from(text.matchAll(editor), (match): VariableUse | null => {
    const [whole, input, placeholder, name] = match;
    if (input !== undefined) {
      return { name: input, syntax: 'input', placeholder: placeholder ?? null, ...spanOf(match) };
    }
    // A scope (`${workspaceFolder:name}`, `${env:NAME}`) makes another value, so it is part of the name.
    return predefinedNames.has(name ?? '')
      ? { name: whole.slice(2, -1), syntax: 'predefined', placeholder: null, ...spanOf(match) }
      : null;
  }).filter((use) => use !== null);
}

/** What a text holds of a template language that only its own engine could fill; `text` begins at `start` of the source. */
export function templateLogic(text: string, start: number): readonly Unread[] {
  return Array.from(text.matchAll(logic), (match) => ({
    name: match[0],
    reason: 'template-logic',
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

/** What a file says of its variables, beside their names. */
export interface VariableFacts {
  readonly secrets: ReadonlySet<string>;
  readonly presets: ReadonlyMap<string, string>;
}

/** The variables of the messages, each once, in the order of their first use. */
export function variablesOf(
  messages: readonly PromptMessage[],
  { secrets, presets }: VariableFacts,
): readonly Variable[] {
  return namesIn(messages).map((use) => ({
    ...use,
    preset: presets.get(use.name) ?? null,
    secret: secrets.has(use.name) || isSecretName(use.name),
  }));
}

type Named = Pick<Variable, 'name' | 'syntax' | 'placeholder'>;

// The prompts of one call share its messages.
const known = new WeakMap<readonly PromptMessage[], readonly Named[]>();

function namesIn(messages: readonly PromptMessage[]): readonly Named[] {
  const before = known.get(messages);
  if (before !== undefined) return before;
  const found = new Map<string, Named>();
  for (const { name, syntax, placeholder } of messages.flatMap(({ text }) => text.variables)) {
    const first = found.get(name);
    found.set(name, {
      name,
      syntax: first?.syntax ?? syntax,
      placeholder: first?.placeholder ?? placeholder,
    });
  }
  const names = [...found.values()];
  known.set(messages, names);
  return names;
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}
