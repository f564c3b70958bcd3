import type { BarePrompt } from '../../core/prompt/documentPrompts.ts';
import type { Problem } from '../../core/prompt/problem.ts';
import type { Steps } from '../turns.ts';
import { callOf } from './callOf.ts';
import type { CodeDocument } from './codeDocument.ts';
import { literalSteps, type PromptLiteral } from './codeLiterals.ts';
import { nodeWithSpan } from './literalAt.ts';
import type { Sensitivity } from './names.ts';
import { type PromptCall, readCall } from './promptCall.ts';

/** The prompts of a document in code, and notes on strings that would be prompts if they were read. */
export interface CodePrompts {
  readonly prompts: readonly BarePrompt[];
  readonly problems: readonly Problem[];
}

/**
 * The prompts of a document in code. One that sits in a call of the Messages API is sent with what that call says; any
 * other is sent alone.
 */
export function* codePromptSteps(document: CodeDocument, sensitivity: Sensitivity): Steps<CodePrompts> {
  const source = { text: document.text, isPython: document.language === 'python' };
  const calls = new Map<number, PromptCall>();
  const prompts: BarePrompt[] = [];
  const literals = yield* literalSteps(document, sensitivity);
  for (const found of literals.prompts) {
    yield;
    const { role, identity, literal } = found;
    const node = nodeWithSpan(document, literal.span);
    const call = node === null ? null : callOf(source, node);
    const read = call === null ? null : (calls.get(call.from) ?? readCall(source, call));
    if (call !== null && read !== null) calls.set(call.from, read);
    // An answer by itself, as in examples that a program puts together, is nothing to run.
    if (read === null && role === 'assistant') continue;
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
  const problems = literals.unread.map(
    ({ reason, start, end }): Problem => ({
      kind: 'unread-string',
      reason,
      severity: 'note',
      span: { start, end },
    }),
  );
  return { prompts, problems };
}

function alone({ role, literal }: PromptLiteral): BarePrompt['messages'][number] {
  return { role, text: literal.text, span: literal.span };
}
