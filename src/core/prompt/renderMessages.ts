import type { Turn } from '../request/wireRequest.ts';
import { fillText } from './fillText.ts';
import type { PromptMessage } from './foundPrompt.ts';

/** The messages of a prompt with their variables filled. */
export interface RenderedMessages {
  /** Null where no message is a system prompt. */
  readonly system: string | null;
  readonly turns: readonly Turn[];
  /** Names without a value, each once. */
  readonly missing: readonly string[];
}

/** Between two system prompts of one request. */
const systemSeparator = '\n\n';

/** Fills the messages; those of one role that follow each other make one turn, as the API would make of them itself. */
export function renderMessages(
  messages: readonly PromptMessage[],
  values: ReadonlyMap<string, string>,
): RenderedMessages {
  const system: string[] = [];
  const turns: Turn[] = [];
  const missing = new Set<string>();
  for (const message of messages) {
    const filled = fillText(message.text, values);
    for (const name of filled.missing) missing.add(name);
    if (message.role === 'system') {
      system.push(filled.text);
      continue;
    }
    const { role } = message;
    const block = { type: 'text', text: filled.text } as const;
    const last = turns.at(-1);
    if (last?.role === role) turns[turns.length - 1] = { role, content: [...last.content, block] };
    else turns.push({ role, content: [block] });
  }
  return { system: system.length === 0 ? null : system.join(systemSeparator), turns, missing: [...missing] };
}

/** The messages with the one role that they all have exchanged; those of several roles stay as they are. */
export function asRole(
  messages: readonly PromptMessage[],
  role: 'user' | 'system',
): readonly PromptMessage[] {
  return canSwitchRole(messages) ? messages.map((message) => ({ ...message, role })) : messages;
}

/** Whether a prompt can be sent as the other role: it is one text, without turns. */
export function canSwitchRole(messages: readonly PromptMessage[]): boolean {
  return messages.length === 1 && messages[0]?.role !== 'assistant';
}
