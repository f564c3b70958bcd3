import { assertNever } from '../assertNever.ts';
import { leastCachedTokens } from '../request/caching.ts';
import { efforts, type ModelInfo } from '../request/model.ts';
import { hasThinking, metricsOf } from '../run/metrics.ts';
import type { RunRecord } from '../run/record.ts';
import { timelineOf } from '../run/timeline.ts';
import { totalInputTokens } from '../run/usage.ts';

/** What can make a run faster, in the order in which equal shares stand. */
export const leverIds = [
  'model',
  'shorter-answer',
  'effort',
  'thinking',
  'caching',
  'shorter-prompt',
] as const;

/** One of {@link leverIds}. */
export type LeverId = (typeof leverIds)[number];

/** A lever and the time of this run that it could act on: a fact, no saving. */
export interface Lever {
  readonly id: LeverId;
  /** What it touches, in ms from sent to the last token. */
  readonly ms: number;
  /** The same as a share of the run's TTLT, 0 … 1. */
  readonly share: number;
}

/** A run's time by what it went to, from sent to the last token; ms. */
export interface LatencyParts {
  readonly waitMs: number;
  readonly thinkingMs: number;
  readonly writingMs: number;
  readonly totalMs: number;
}

/** Where the time of a whole run went; null where it did not come to its last token. */
export function latencyParts({ state }: RunRecord): LatencyParts | null {
  const totalMs = metricsOf(state).ttltMs;
  if (totalMs === null || totalMs <= 0) return null;
  const sums = { wait: 0, thinking: 0, text: 0, other: 0 };
  for (const { part, startMs, endMs } of timelineOf(state, state.endedAt ?? 0)) {
    if (part !== 'connect' && part !== 'retry') sums[part] += endMs - startMs;
  }
  return {
    waitMs: sums.wait,
    thinkingMs: sums.thinking,
    writingMs: sums.text + sums.other,
    totalMs,
  };
}

/**
 * The levers of “Reducing latency” (platform.claude.com) and the API's newer ones that fit a run, the one that touches
 * most of its time first; empty for a run that did not come to its end.
 * @param model null where it is not known
 */
export function leversOf(record: RunRecord, model: ModelInfo | null): readonly Lever[] {
  const parts = latencyParts(record);
  if (parts === null) return [];
  return leverIds
    .map((id) => ({ id, ms: touchedMs(id, record, model, parts) }))
    .filter(({ ms }) => ms > 0)
    .map(({ id, ms }) => ({ id, ms, share: Math.min(1, ms / parts.totalMs) }))
    .toSorted((a, b) => b.ms - a.ms);
}

function touchedMs(
  id: LeverId,
  { state, request }: RunRecord,
  model: ModelInfo | null,
  { waitMs, thinkingMs, writingMs, totalMs }: LatencyParts,
): number {
  switch (id) {
    case 'model':
      return totalMs;
    case 'shorter-answer':
      return writingMs;
    case 'effort':
      return canLower(effortOf(request.body.output_config), model) ? thinkingMs + writingMs : 0;
    case 'thinking':
      return hasThinking(state) && model?.thinking?.off !== null ? thinkingMs : 0;
    case 'caching': {
      const cached = (state.usage.cacheReadTokens ?? 0) > 0;
      const tokens = totalInputTokens(state.usage) ?? 0;
      return !cached && tokens >= leastCachedTokens(request.body.model) ? waitMs : 0;
    }
    case 'shorter-prompt':
      return waitMs;
    default:
      return assertNever(id);
  }
}

function effortOf(config: unknown): string | null {
  const { effort = null } = (config ?? {}) as { readonly effort?: unknown };
  return typeof effort === 'string' ? effort : null;
}

// Without a word of ours the model uses its own default, which is never the lowest.
function canLower(effort: string | null, model: ModelInfo | null): boolean {
  const levels = model?.efforts ?? [];
  return levels.length > 1 && (effort === null || effort !== efforts.find((level) => levels.includes(level)));
}
