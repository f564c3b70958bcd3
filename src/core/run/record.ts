import type { AssertionResult } from '../assertions/checkAnswer.ts';
import type { UnreadReason } from '../prompt/foundPrompt.ts';
import type { PreparedRequest } from '../request/wireRequest.ts';
import type { RunState } from './state.ts';

/** Where a prompt stood: its document, and the spans of it when it was no whole document. */
export interface PromptPlace {
  readonly uri: string;
  /** UTF-16 offsets, end exclusive, in order; null for the whole document. */
  readonly spans: readonly { readonly start: number; readonly end: number }[] | null;
  /** What a prompt that was found inside its document is called there; absent for documents and selections. */
  readonly part?: string;
}

/** A part of a prompt or of its call that was not sent. */
export interface NotSent {
  /** The parameter, or the words of the source; empty where these are not kept. */
  readonly name: string;
  readonly reason: UnreadReason;
}

/** The prompt that a run came from. */
export interface RunPrompt {
  /** Identity of the prompt across its edits. */
  readonly key: string;
  readonly title: string;
  readonly role: 'user' | 'system';
  /** The prompt's text as the person had written it. */
  readonly text: string;
  /** Null for a sample. */
  readonly place: PromptPlace | null;
  /** The value set that its variables were filled from; absent where there was none. */
  readonly valueSet?: string;
  /** Names of the secret variables, whose values the record does not hold; absent where there were none. */
  readonly secrets?: readonly string[];
  /** Absent where all was sent. */
  readonly notSent?: readonly NotSent[];
}

/** The prompt without any of its words; what was not sent keeps names such as `tools` and `**options`. */
export function withoutPromptText(prompt: RunPrompt): RunPrompt {
  const { notSent, ...others } = prompt;
  const named = notSent?.map((part) => (/^[\w.*-]+$/.test(part.name) ? part : { ...part, name: '' }));
  return { ...others, text: '', ...(named === undefined ? {} : { notSent: named }) };
}

/** Where a run stands in the comparison that it was made for. */
export interface RunOfComparison {
  readonly id: string;
  readonly arm: string;
  readonly block: number;
}

/** One run with everything needed to show it again; plain JSON. What can be derived from `state` is not stored. */
export interface RunRecord {
  readonly id: string;
  /** Wall-clock time of the start, ms since 1970: only to say when, never to measure. */
  readonly startedAt: number;
  readonly prompt: RunPrompt;
  readonly request: PreparedRequest;
  /** Scheme, host and port that the request went to. */
  readonly origin: string;
  /** The same with the path of a gateway, without a trailing slash. */
  readonly baseUrl: string;
  readonly keySource: 'store' | 'environment' | null;
  /** Where the extension host ran: `local`, or VS Code's name of the remote such as `ssh-remote`. */
  readonly place: string;
  /** First request of its extension host. */
  readonly cold: boolean;
  /** Another run was under way at the same time, in any window. */
  readonly concurrent: boolean;
  /** A recorded example, not a run of the person's own. */
  readonly sample: boolean;
  /** Longest time in ms that the host's event loop was held up after *sent*; null while unknown. */
  readonly hostDelayMs: number | null;
  /** What its answer was checked for; absent where there was nothing to check. */
  readonly assertions?: readonly AssertionResult[];
  /** Absent outside of a comparison. */
  readonly comparison?: RunOfComparison;
  readonly state: RunState;
}
