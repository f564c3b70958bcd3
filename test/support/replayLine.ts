import { runRequest } from '../../src/adapters/claude/runRequest.ts';
import type { PreparedRequest } from '../../src/core/request/wireRequest.ts';
import { metricsOf } from '../../src/core/run/metrics.ts';
import { reduceRun } from '../../src/core/run/reduceRun.ts';
import { initialRun, textOf, thinkingOf } from '../../src/core/run/state.ts';
import type { Usage } from '../../src/core/run/usage.ts';

/** What the adapter made of one replayed stream, in the API's own spelling where the API has one. */
export interface ReplayLine {
  readonly file: string;
  readonly text: string;
  readonly thinking: string;
  readonly stopReason: string | null;
  readonly endState: string | null;
  /** Kind of the failure, where the run failed. */
  readonly failure?: string;
  readonly usage: Readonly<Record<string, unknown>>;
  readonly ttftMs: number | null;
  readonly ttfvtMs: number | null;
  readonly ttltMs: number | null;
  /** Number of deltas by the API's delta type. */
  readonly deltas: Readonly<Record<string, number>>;
}

/** The request that replays send; what it asks does not matter. */
export const replayRequest: PreparedRequest = {
  body: {
    model: 'claude-haiku-5-5',
    max_tokens: 1024,
    messages: [{ role: 'user', content: [{ type: 'text', text: 'Replay.' }] }],
  },
  version: null,
};

/** Makes one request to a replay server and tells what came of it. */
export async function replayLine(file: string, origin: string): Promise<ReplayLine> {
  let state = initialRun;
  const deltas: Record<string, number> = {};
  await runRequest(
    replayRequest,
    { baseUrl: origin, auth: 'none', key: null, headers: {} },
    {
      signal: new AbortController().signal,
      silence: { noticeMs: 10_000, endMs: 60_000 },
      maxAttempts: 1,
      emit: (event) => {
        state = reduceRun(state, event);
      },
      onWireEvent: (event) => {
        const { type, delta } = event as { type?: unknown; delta?: { type?: unknown } };
        if (type !== 'content_block_delta' || typeof delta?.type !== 'string') return;
        deltas[delta.type] = (deltas[delta.type] ?? 0) + 1;
      },
    },
  );
  const { ttftMs, firstTextMs, ttltMs } = metricsOf(state);
  return {
    file,
    text: textOf(state),
    thinking: thinkingOf(state),
    stopReason: state.stopReason,
    endState: state.endState,
    ...(state.failure === null ? {} : { failure: state.failure.kind }),
    usage: wireUsage(state.usage),
    ttftMs,
    ttfvtMs: firstTextMs,
    ttltMs,
    deltas,
  };
}

/** Usage as the API spells it; what it did not say is absent. */
function wireUsage(usage: Usage): Readonly<Record<string, unknown>> {
  return present({
    input_tokens: usage.inputTokens,
    cache_creation_input_tokens: usage.cacheCreationTokens,
    cache_read_input_tokens: usage.cacheReadTokens,
    output_tokens: usage.outputTokens,
    service_tier: usage.serviceTier,
    output_tokens_details: orNull(present({ thinking_tokens: usage.thinkingTokens })),
    server_tool_use: orNull(
      present({ web_search_requests: usage.webSearchRequests, web_fetch_requests: usage.webFetchRequests }),
    ),
  });
}

function present(members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null));
}

function orNull(members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | null {
  return Object.keys(members).length === 0 ? null : members;
}
