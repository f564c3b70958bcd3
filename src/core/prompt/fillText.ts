import type { PromptText } from './foundPrompt.ts';

/** A text with its variables filled. */
export interface FilledText {
  readonly text: string;
  /** Names without a value, each once; they stand in the text as they were written. */
  readonly missing: readonly string[];
}

/** Puts the values into the text; a value is text, whatever it holds, and is never looked at again. */
export function fillText(prompt: PromptText, values: ReadonlyMap<string, string>): FilledText {
  const missing = new Set<string>();
  let filled = '';
  let at = 0;
  for (const { name, start, end } of prompt.variables) {
    const value = values.get(name);
    if (value === undefined) missing.add(name);
    filled += prompt.text.slice(at, start) + (value ?? prompt.text.slice(start, end));
    at = end;
  }
  return { text: filled + prompt.text.slice(at), missing: [...missing] };
}

/** The values as they may be shown and stored: of a secret one its name, such as `«api_key»`. */
export function shownValues(
  values: ReadonlyMap<string, string>,
  secrets: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  return new Map(Array.from(values, ([name, value]) => [name, secrets.has(name) ? `«${name}»` : value]));
}
