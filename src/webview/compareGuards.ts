import { type Preference, preferences } from '../core/compare/blind.ts';
import { type PrimaryMetric, primaryMetrics } from '../core/compare/comparison.ts';
import { runCounts } from '../core/compare/plan.ts';
import {
  type CompareActionId,
  type CompareToHost,
  compareActionIds,
  maxCompareIdLength,
} from './compareProtocol.ts';
import { isOneOf } from './oneOf.ts';

/** The message if it has one of the shapes of {@link CompareToHost}, else null: what a page says is not trusted. */
export function parseCompareMessage(message: unknown): CompareToHost | null {
  if (typeof message !== 'object' || message === null) return null;
  const { type, action, runs, metric, at, arm, run, preference } = message as Record<string, unknown>;
  switch (type) {
    case 'ready':
      return { type };
    case 'action':
      return isOneOf<CompareActionId>(compareActionIds, action) ? { type, action } : null;
    case 'runs': {
      const count = runCounts.find((known) => known === runs);
      return count === undefined ? null : { type, runs: count };
    }
    case 'metric':
      return isOneOf<PrimaryMetric>(primaryMetrics, metric) ? { type, metric } : null;
    case 'input':
      return typeof at === 'number' && Number.isInteger(at) && at >= 0 ? { type, at } : null;
    case 'keep':
      return isId(arm) ? { type, arm } : null;
    case 'open-run':
      return isId(run) ? { type, run } : null;
    case 'prefer':
      return isOneOf<Preference>(preferences, preference) ? { type, preference } : null;
    default:
      return null;
  }
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= maxCompareIdLength;
}
