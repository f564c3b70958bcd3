import type { PromptMessage, Unread } from './foundPrompt.ts';
import { type MappedText, sameText, sliceMapped } from './mappedText.ts';
import type { Role, Span } from './promptDocument.ts';
import { openFences } from './promptFences.ts';
import { withTemplateVariables } from './variables.ts';

/** How a document marks who speaks: lines such as `user:`, comments such as `<!-- role: user -->`, or not at all. */
export type TurnMarks = 'blocks' | 'comments' | 'none';

/** The messages of a text, and the blocks of roles that can’t be sent. */
export interface Turns {
  readonly messages: readonly PromptMessage[];
  readonly unread: readonly Unread[];
}

interface Mark extends Span {
  readonly role: string;
}

// As the runtime of Prompty reads it: a `#` may stand before, attributes in brackets behind the role.
const block =
  /^[ \t]*(?:#[ \t]*)?(system|developer|user|assistant|function|tool)(?:\[[^\]\n]*\])?[ \t]*:[ \t]*\r?$/gim;
const comment = /^[ \t]*<!--[ \t]*role:[ \t]*([\w-]+)[ \t]*-->[ \t]*\r?$/gim;

const roleOfWord: Readonly<Record<string, PromptMessage['role']>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  assistant: 'assistant',
};

/**
 * Cuts a text into turns at its marks. A turn has no white space around it, an empty one is none; what stands before the
 * first mark has the role `first`. Without any mark the text is one message, just as it is. `body` maps to the source.
 */
export function turnsOf(body: MappedText, marks: TurnMarks, first: Role): Turns {
  const found = marksIn(body.text, marks);
  const parts = [{ role: first as string, end: 0 }, ...found].map(({ role, end }, index) => ({
    role,
    start: end,
    end: found[index]?.start ?? body.text.length,
  }));
  const messages: PromptMessage[] = [];
  const unread: Unread[] = [];
  for (const part of parts) {
    const { start, end } = found.length === 0 ? part : trimmed(body.text, part);
    if (start >= end) continue;
    const text = sliceMapped(body, start, end);
    const span = { start: text.pieces[0]?.start ?? 0, end: text.pieces.at(-1)?.end ?? 0 };
    const role = Object.hasOwn(roleOfWord, part.role) ? roleOfWord[part.role] : undefined;
    if (role === undefined) unread.push({ name: part.role, reason: 'role', ...span });
    else messages.push({ role, text: withTemplateVariables(text), span });
  }
  return { messages, unread };
}

/** The messages of a text of the source that begins at `start`. */
export function turnsAt(text: string, start: number, marks: TurnMarks, first: Role): Turns {
  return turnsOf(sameText(text, start), marks, first);
}

function marksIn(text: string, marks: TurnMarks): readonly Mark[] {
  if (marks === 'none') return [];
  const pattern = marks === 'blocks' ? block : comment;
  const found = Array.from(text.matchAll(pattern), (match) => ({
    role: (match[1] ?? '').toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
  if (found.length === 0 || marks === 'blocks') return found;
  const fences = openFences(text);
  return found.filter(({ start }) => !fences.some((fence) => fence.start <= start && start < fence.end));
}

function trimmed(text: string, span: Span): Span {
  const part = text.slice(span.start, span.end);
  const start = span.start + part.length - part.trimStart().length;
  return { start, end: Math.max(start, span.end - (part.length - part.trimEnd().length)) };
}
