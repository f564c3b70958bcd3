import { assertNever } from '../assertNever.ts';
import type { Assertion } from '../prompt/assertions.ts';
import type { Json, PreparedRequest } from '../request/wireRequest.ts';
import type { RunState } from '../run/state.ts';
import { textOf } from '../run/state.ts';
import { mismatchOf } from './jsonSchema.ts';
import { countSentences } from './sentences.ts';
import { type MatchText, TooSlow } from './tooSlow.ts';

/** Why an assertion does not hold. */
export type AssertionFault =
  | { readonly kind: 'missing' | 'present' | 'no-match' | 'not-json' }
  /** It could not be decided in time, so it does not hold. */
  | { readonly kind: 'too-slow' }
  /** The JSON at this path, as a JSON pointer, does not fit this keyword of the schema. */
  | { readonly kind: 'mismatch'; readonly path: string; readonly keyword: string }
  | { readonly kind: 'sentences'; readonly count: number };

/** An assertion as one answer was checked for it. */
export interface AssertionResult {
  readonly assertion: Assertion;
  /** Null where it holds. */
  readonly fault: AssertionFault | null;
}

/** Checks an answer for everything that is asked of it, in its order. */
export function checkAnswer(
  assertions: readonly Assertion[],
  text: string,
  matches: MatchText,
): readonly AssertionResult[] {
  return assertions.map((assertion) => ({ assertion, fault: faultOf(assertion, text, matches) }));
}

/** What is checked of a run: its answer, with the beginning that the request may have given it. */
export function checkedText({ body }: PreparedRequest, state: RunState): string {
  const last = body.messages.at(-1);
  const begun = last?.role === 'assistant' ? last.content : [];
  const beginning = begun.map((block) =>
    'text' in block && typeof block.text === 'string' ? block.text : '',
  );
  return beginning.join('') + textOf(state);
}

/** The result without anything of the person's own words. */
export function withoutAssertionText({ assertion, fault }: AssertionResult): AssertionResult {
  return { assertion: withoutText(assertion), fault: fault === null ? null : withoutPath(fault) };
}

/** A path names keys of the person's schema. */
export function withoutPath(fault: AssertionFault): AssertionFault {
  return fault.kind === 'mismatch' ? { ...fault, path: '' } : fault;
}

/** An assertion that says what kind it is, and no more. */
export function withoutText(assertion: Assertion): Assertion {
  switch (assertion.type) {
    case 'json-schema':
      return { type: assertion.type, value: {} };
    case 'max-sentences':
      return assertion;
    default:
      return { type: assertion.type, value: '' };
  }
}

function faultOf(assertion: Assertion, text: string, matches: MatchText): AssertionFault | null {
  try {
    return faultIn(assertion, text, matches);
  } catch (error) {
    if (error instanceof TooSlow) return { kind: 'too-slow' };
    throw error;
  }
}

function faultIn(assertion: Assertion, text: string, matches: MatchText): AssertionFault | null {
  switch (assertion.type) {
    case 'contains':
      return text.includes(assertion.value) ? null : { kind: 'missing' };
    case 'not-contains':
      return text.includes(assertion.value) ? { kind: 'present' } : null;
    case 'regex':
      return matches(assertion.value, text) ? null : { kind: 'no-match' };
    case 'json-schema': {
      const json = jsonIn(text);
      if (json === undefined) return { kind: 'not-json' };
      const mismatch = mismatchOf(assertion.value, json, matches);
      return mismatch === null ? null : { kind: 'mismatch', ...mismatch };
    }
    case 'max-sentences': {
      const count = countSentences(text);
      return count <= assertion.value ? null : { kind: 'sentences', count };
    }
    default:
      return assertNever(assertion);
  }
}

function jsonIn(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
