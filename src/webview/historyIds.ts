import type { FigureId } from './protocol.ts';

/** What a press in the side panel can ask of the host without naming a run or a version. */
export const historyActionIds = [
  'run',
  'set-api-key',
  'open-samples',
  'open-settings',
  'show-log',
  'reload',
  'toggle-left-out',
  'toggle-simulated',
  'measure-baseline',
  'compare',
  'clear-filters',
  'dismiss-notice',
  'undo',
  'dismiss-undo',
] as const;

/** One of {@link historyActionIds}. */
export type HistoryActionId = (typeof historyActionIds)[number];

/** What can be done with selected runs. */
export const runActionIds = [
  'diff-runs',
  'run-again',
  'show-comparison',
  'label',
  'copy-runs',
  'delete',
] as const;

/** One of {@link runActionIds}. */
export type RunActionId = (typeof runActionIds)[number];

/** What can be done with a version of the prompt's text. */
export const versionActionIds = [
  'diff-version',
  'restore-version',
  'set-reference',
  'clear-reference',
] as const;

/** One of {@link versionActionIds}. */
export type VersionActionId = (typeof versionActionIds)[number];

/** What the host asks in a quick pick. */
export const pickIds = ['scope', 'group', 'model', 'state', 'time'] as const;

/** One of {@link pickIds}. */
export type PickId = (typeof pickIds)[number];

/** The numbers that the chart can show, one at a time. */
export const metricIds = [
  'ttft',
  'first-text',
  'ttlt',
  'otps',
  'output-tokens',
  'cost',
] as const satisfies readonly FigureId[];

/** One of {@link metricIds}. */
export type MetricId = (typeof metricIds)[number];

/** The longest id of a run, a version, a prompt or a list: characters. */
export const maxIdLength = 100;

/** Most runs that a message names; no more can be selected. */
export const maxRuns = 1_000;
