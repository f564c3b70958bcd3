/** Billed token counts of one response, as the API reports them; null where it did not say. */
export interface Usage {
  readonly inputTokens: number | null;
  readonly cacheCreationTokens: number | null;
  readonly cacheReadTokens: number | null;
  readonly outputTokens: number | null;
  /** Part of `outputTokens` spent on thinking. */
  readonly thinkingTokens: number | null;
  readonly webSearchRequests: number | null;
  readonly webFetchRequests: number | null;
  readonly serviceTier: string | null;
  /** `standard` or `fast`. */
  readonly speed: string | null;
}

/** Usage before any response said something. */
export const noUsage: Usage = {
  inputTokens: null,
  cacheCreationTokens: null,
  cacheReadTokens: null,
  outputTokens: null,
  thinkingTokens: null,
  webSearchRequests: null,
  webFetchRequests: null,
  serviceTier: null,
  speed: null,
};

/** Overlays a later report on an earlier one: counts are cumulative, so the last non-null wins and nothing is added. */
export function mergeUsage(earlier: Usage, later: Usage): Usage {
  return {
    inputTokens: later.inputTokens ?? earlier.inputTokens,
    cacheCreationTokens: later.cacheCreationTokens ?? earlier.cacheCreationTokens,
    cacheReadTokens: later.cacheReadTokens ?? earlier.cacheReadTokens,
    outputTokens: later.outputTokens ?? earlier.outputTokens,
    thinkingTokens: later.thinkingTokens ?? earlier.thinkingTokens,
    webSearchRequests: later.webSearchRequests ?? earlier.webSearchRequests,
    webFetchRequests: later.webFetchRequests ?? earlier.webFetchRequests,
    serviceTier: later.serviceTier ?? earlier.serviceTier,
    speed: later.speed ?? earlier.speed,
  };
}

/** All input tokens: uncached + written to the cache + read from it; null while the uncached count is unknown. */
export function totalInputTokens(usage: Usage): number | null {
  if (usage.inputTokens === null) return null;
  return usage.inputTokens + (usage.cacheCreationTokens ?? 0) + (usage.cacheReadTokens ?? 0);
}
