import type { FoundPrompt, PromptMessage, VariableUse } from './foundPrompt.ts';

/** The message of a prompt that is its own text: in a call the one at its place, else the only one; null where it has turns. */
export function ownMessage({ span, messages }: FoundPrompt): PromptMessage | null {
  const own = messages.find((message) => message.span.start === span.start && message.span.end === span.end);
  return own ?? (messages.length === 1 ? (messages[0] ?? null) : null);
}

/** A prompt in code with another text in its place, such as that of an earlier version: what it fills in is found by how it is written. */
export function withText(prompt: FoundPrompt, text: string): FoundPrompt {
  const own = ownMessage(prompt);
  if (own === null || own.text.text === text) return prompt;
  const written = new Map(
    own.text.variables.map((use) => [own.text.text.slice(use.start, use.end), use] as const),
  );
  const changed: PromptMessage = { ...own, text: { text, pieces: [], variables: usesIn(text, written) } };
  return { ...prompt, messages: prompt.messages.map((message) => (message === own ? changed : message)) };
}

function usesIn(text: string, written: ReadonlyMap<string, VariableUse>): readonly VariableUse[] {
  const uses = Array.from(written, ([words, use]) => {
    const found: VariableUse[] = [];
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
      found.push({ ...use, start: at, end: at + words.length });
    }
    return found;
  }).flat();
  uses.sort((a, b) => a.start - b.start || b.end - a.end);
  const outermost: VariableUse[] = [];
  for (const use of uses) if ((outermost.at(-1)?.end ?? 0) <= use.start) outermost.push(use);
  return outermost;
}
