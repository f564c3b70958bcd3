import { bodySpan, type PromptKind } from '../prompt/promptDocument.ts';
import type { TokenCounter } from '../tokens/rawInput.ts';

/** Where the tokens of a skill, an agent or a file of instructions weigh; raw tokens of the local tokenizer. */
export interface Weights {
  /** Always loaded, so that the model knows when to use the rest; null where there is none. */
  readonly description: number | null;
  /** Loaded when it is used. */
  readonly body: number;
}

/** Counts the description in the front matter and the body apart. */
export function weightsOf(text: string, kind: PromptKind, count: TokenCounter): Weights {
  const description = descriptionOf(text, kind);
  const { start, end } = bodySpan(text, kind);
  return {
    description: description === '' ? null : count(description),
    body: start === end ? 0 : count(text.slice(start, end)),
  };
}

/** The description in the front matter, on one line without quotation marks; empty where there is none. */
export function descriptionOf(text: string, kind: PromptKind): string {
  const head = text.slice(0, bodySpan(text, kind).start);
  const match = /^description:[ \t]*(.*(?:\r?\n(?:[ \t]+.*|[ \t]*(?=\r?\n[ \t])))*)/m.exec(head);
  const value = (match?.[1] ?? '').replace(/^[>|][+-]?\d?[ \t]*(?=\r?\n)/, '');
  const line = value.replace(/\s+/g, ' ').trim();
  const quoted = /^(["'])(.*)\1$/.exec(line);
  return quoted?.[2] ?? line;
}
