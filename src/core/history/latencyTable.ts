import { absent } from '../format.ts';
import { formatInUnit, metricUnits } from './metricFormat.ts';
import type { RunMetricId } from './runMetric.ts';
import type { GroupSummary } from './summary.ts';

/** A group of the table. */
export interface LatencyTableGroup {
  readonly name: string;
  /** Runs that are counted, and all runs. */
  readonly counted: number;
  readonly of: number;
  readonly summary: GroupSummary;
}

/** The words of the table. */
export interface LatencyTableWords {
  readonly group: string;
  /** Heading of the runs, which stand as `15` or `15/19`. */
  readonly runs: string;
  readonly p95: string;
  /** In which numbers are written, such as `de`. */
  readonly language: string;
  readonly metrics: Readonly<Record<RunMetricId, string>>;
}

/** A table as texts. */
export interface TextTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Groups and their medians with the ± by which runs vary, one row a group; times with their p95 behind them where a
 * group has twenty runs. First text is there where any group thought.
 */
export function latencyTable(groups: readonly LatencyTableGroup[], words: LatencyTableWords): TextTable {
  const thinks = groups.some(({ summary }) => summary.leads === 'first-text');
  const ids: readonly RunMetricId[] = [
    ...(thinks ? (['first-text'] as const) : []),
    'ttft',
    'ttlt',
    'otps',
    'input-tokens',
    'output-tokens',
    'cost-per-1000',
  ];
  const columns = ids.map((id) => {
    const isTime = metricUnits[id] === 'ms';
    const p95 = isTime && groups.some(({ summary }) => summary.metrics[id].p95 !== null);
    return { id, p95 };
  });
  const cells = ({ metrics }: GroupSummary) =>
    columns.flatMap(({ id, p95 }) => [
      middle(metrics[id], id, words.language),
      ...(p95 ? [formatInUnit(metrics[id].p95, metricUnits[id], words.language)] : []),
    ]);
  return {
    head: [
      words.group,
      words.runs,
      ...columns.flatMap(({ id, p95 }) => [
        words.metrics[id],
        ...(p95 ? [`${words.metrics[id]} ${words.p95}`] : []),
      ]),
    ],
    rows: groups.map(({ name, counted, of, summary }) => [
      name,
      counted === of ? String(of) : `${counted}/${of}`,
      ...cells(summary),
    ]),
  };
}

function middle(
  { median, spread }: GroupSummary['metrics'][RunMetricId],
  id: RunMetricId,
  language: string,
): string {
  const unit = metricUnits[id];
  if (median === null) return absent;
  return spread === null
    ? formatInUnit(median, unit, language)
    : `${formatInUnit(median, unit, language)} ± ${formatInUnit(spread, unit, language)}`;
}
