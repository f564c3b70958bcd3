import {
  type HistoryActionId,
  historyActionIds,
  type MetricId,
  maxIdLength,
  maxRuns,
  metricIds,
  type PickId,
  pickIds,
  type RunActionId,
  runActionIds,
  type VersionActionId,
  versionActionIds,
} from './historyIds.ts';
import type { HistoryToHost } from './historyProtocol.ts';
import { isOneOf } from './oneOf.ts';
import { type FigureId, figureIds } from './protocol.ts';

/** The message if it has one of the shapes of {@link HistoryToHost}, else null: what a page says is not trusted. */
export function parseHistoryMessage(message: unknown): HistoryToHost | null {
  if (typeof message !== 'object' || message === null) return null;
  const { type, action, runs, run, version, prompt, pick, metric, list, after, figure } = message as Record<
    string,
    unknown
  >;
  switch (type) {
    case 'ready':
    case 'more-prompts':
      return { type };
    case 'action':
      return isOneOf<HistoryActionId>(historyActionIds, action) ? { type, action } : null;
    case 'run-action':
      return isOneOf<RunActionId>(runActionIds, action) && areIds(runs) && runs.length > 0
        ? { type, action, runs }
        : null;
    case 'version-action':
      return isOneOf<VersionActionId>(versionActionIds, action) && isId(version)
        ? { type, action, version }
        : null;
    case 'pick':
      return isOneOf<PickId>(pickIds, pick) ? { type, pick } : null;
    case 'metric':
      return isOneOf<MetricId>(metricIds, metric) ? { type, metric } : null;
    case 'open-run':
      return isId(run) ? { type, run } : null;
    case 'open-prompt':
      return isId(prompt) ? { type, prompt } : null;
    case 'select':
      return areIds(runs) ? { type, runs } : null;
    case 'more-rows':
      return isId(list) && isId(after) ? { type, list, after } : null;
    case 'explain':
      return isOneOf<FigureId>(figureIds, figure) ? { type, figure } : null;
    default:
      return null;
  }
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= maxIdLength;
}

function areIds(value: unknown): value is readonly string[] {
  // Copied first: `every` passes over the holes of an array.
  return Array.isArray(value) && value.length <= maxRuns && [...value].every(isId);
}
