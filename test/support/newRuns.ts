import type { NewRun } from '../../src/core/history/historyRun.ts';
import type { WireRequest } from '../../src/core/request/wireRequest.ts';
import type { RunPrompt, RunRecord } from '../../src/core/run/record.ts';
import { type Attempt, initialRun, type RunState } from '../../src/core/run/state.ts';
import type { Usage } from '../../src/core/run/usage.ts';

/** What a test says of a run that is handed to the history; the rest is a complete run. */
export interface NewRunFacts {
  readonly id?: string;
  /** Ms since 1970. */
  readonly startedAt?: number;
  readonly key?: string;
  readonly prompt?: Partial<RunPrompt>;
  readonly text?: string;
  readonly answer?: string;
  readonly model?: string;
  readonly body?: Partial<WireRequest>;
  readonly ttftMs?: number;
  readonly record?: Partial<RunRecord>;
  readonly state?: Partial<RunState>;
  readonly usage?: Partial<Usage>;
  readonly attempts?: number;
  readonly commit?: string | null;
  readonly storeText?: boolean;
}

/** The document that prompts of the tests stand in. */
export const testUri = 'file:///project/greet.prompt.md';

const attempt: Attempt = {
  startedAt: 1_000,
  connectMs: 12.5,
  connectedAt: 1_012.5,
  reused: false,
  sentAt: 1_013,
  sentApproximate: false,
  headersAt: 1_200,
  failedAt: null,
  failure: null,
  retryInMs: null,
};

const usage: Usage = {
  inputTokens: 40,
  cacheCreationTokens: 0,
  cacheReadTokens: 0,
  outputTokens: 120,
  thinkingTokens: 0,
  webSearchRequests: null,
  webFetchRequests: null,
  serviceTier: 'standard',
  speed: null,
};

/** A finished run as the window hands it to the history. */
export function newRun(facts: NewRunFacts = {}): NewRun {
  const { text = 'Greet the reader.', answer = 'Good day.', key = testUri, ttftMs = 400 } = facts;
  const model = facts.model ?? 'claude-haiku-5-5';
  return {
    record: {
      id: facts.id ?? 'run',
      startedAt: facts.startedAt ?? 1_800_000_000_000,
      prompt: {
        key,
        title: 'greet.prompt.md',
        role: 'user',
        text,
        place: { uri: testUri, spans: null },
        ...facts.prompt,
      },
      request: {
        body: {
          model,
          max_tokens: 4_096,
          messages: [{ role: 'user', content: [{ type: 'text', text }] }],
          stream: true,
          ...facts.body,
        },
        version: null,
      },
      origin: 'https://api.anthropic.com',
      baseUrl: 'https://api.anthropic.com',
      keySource: 'store',
      place: 'local',
      cold: false,
      concurrent: false,
      sample: false,
      hostDelayMs: 3.25,
      ...facts.record,
      state: {
        ...initialRun,
        attempts: Array.from({ length: facts.attempts ?? 1 }, () => attempt),
        blocks: [{ index: 0, kind: 'text', name: null, text: answer, open: false }],
        spans: [{ kind: 'text', startedAt: 1_013 + ttftMs, endedAt: 3_000 }],
        messages: 1,
        model,
        requestId: 'req_test',
        serverMs: 150,
        usage: { ...usage, ...facts.usage },
        usageFinal: true,
        stopReason: 'end_turn',
        firstTokenAt: 1_013 + ttftMs,
        firstTextAt: 1_013 + ttftMs,
        lastTextAt: 2_990,
        lastDeltaAt: 2_990,
        firstTextCharacters: 5,
        textCharacters: 500,
        textDeltas: 40,
        longestGapMs: 80.5,
        aliveAt: 3_000,
        stoppedAt: 3_000,
        endedAt: 3_001,
        endState: 'complete',
        ...facts.state,
      },
    },
    cost: 0.0005,
    commit: facts.commit ?? null,
    modified: facts.commit === undefined || facts.commit === null ? null : false,
    storeText: facts.storeText ?? true,
  };
}
