import type { BarePrompt } from '../../core/prompt/documentPrompts.ts';
import type { CodeDocument } from './codeDocument.ts';
import { type PromptLiteral, promptLiterals } from './codeLiterals.ts';
import { nodeWithSpan } from './literalAt.ts';
import type { Sensitivity } from './names.ts';
import { callAround, type PromptCall, readCall } from './promptCall.ts';

/**
 * The prompts of a document in code. One that sits in a call of the Messages API is sent with what that call says; any
 * other is sent alone.
 */
export function codePrompts(document: CodeDocument, sensitivity: Sensitivity): readonly BarePrompt[] {
  const source = { text: document.text, isPython: document.language === 'python' };
  const calls = new Map<number, PromptCall>();
  return promptLiterals(document, sensitivity).map((found): BarePrompt => {
    const { role, identity, literal } = found;
    const node = nodeWithSpan(document, literal.span);
    const call = node === null ? null : callAround(document.text, node);
    const read = call === null ? null : (calls.get(call.from) ?? readCall(source, call));
    if (call !== null && read !== null) calls.set(call.from, read);
    return {
      kind: 'code',
      role: role === 'system' ? 'system' : 'user',
      identity,
      span: literal.span,
      call: read?.span ?? null,
      messages: read === null ? [alone(found)] : read.messages,
      parameters: read?.parameters ?? [],
      unread: read?.unread ?? [],
    };
  });
}

function alone({ role, literal }: PromptLiteral): BarePrompt['messages'][number] {
  return { role, text: literal.text, span: literal.span };
}
