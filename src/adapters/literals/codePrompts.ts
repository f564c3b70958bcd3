import type { BarePrompt } from '../../core/prompt/documentPrompts.ts';
import type { Steps } from '../turns.ts';
import type { CodeDocument } from './codeDocument.ts';
import { type PromptLiteral, promptLiteralSteps } from './codeLiterals.ts';
import { nodeWithSpan } from './literalAt.ts';
import type { Sensitivity } from './names.ts';
import { callAround, type PromptCall, readCall } from './promptCall.ts';

/**
 * The prompts of a document in code. One that sits in a call of the Messages API is sent with what that call says; any
 * other is sent alone.
 */
export function* codePromptSteps(
  document: CodeDocument,
  sensitivity: Sensitivity,
): Steps<readonly BarePrompt[]> {
  const source = { text: document.text, isPython: document.language === 'python' };
  const calls = new Map<number, PromptCall>();
  const prompts: BarePrompt[] = [];
  for (const found of yield* promptLiteralSteps(document, sensitivity)) {
    yield;
    const { role, identity, literal } = found;
    const node = nodeWithSpan(document, literal.span);
    const call = node === null ? null : callAround(document.text, node);
    const read = call === null ? null : (calls.get(call.from) ?? readCall(source, call));
    if (call !== null && read !== null) calls.set(call.from, read);
    prompts.push({
      kind: 'code',
      role: role === 'system' ? 'system' : 'user',
      identity,
      span: literal.span,
      call: read?.span ?? null,
      messages: read === null ? [alone(found)] : read.messages,
      parameters: read?.parameters ?? [],
      unread: read?.unread ?? [],
    });
  }
  return prompts;
}

function alone({ role, literal }: PromptLiteral): BarePrompt['messages'][number] {
  return { role, text: literal.text, span: literal.span };
}
