import { formatCost, formatRate, formatSeconds, formatTokens } from '../../core/format.ts';
import { costOf } from '../../core/request/cost.ts';
import type { Price } from '../../core/request/prices.ts';
import { metricsOf } from '../../core/run/metrics.ts';
import type { RunRecord } from '../../core/run/record.ts';
import { totalInputTokens } from '../../core/run/usage.ts';

/** The numbers of a run as a Markdown table, for a pull request or a note. */
export function runNumbers(record: RunRecord, price: Price | null): string {
  const { state, request } = record;
  const metrics = metricsOf(state);
  const cells: readonly (readonly [string, string])[] = [
    ['Model', state.model ?? request.body.model],
    ['End', state.endState ?? ''],
    ['TTFT', formatSeconds(metrics.ttftMs)],
    ['First text', formatSeconds(metrics.firstTextMs)],
    ['TTLT', formatSeconds(metrics.ttltMs)],
    ['tok/s', formatRate(metrics.otps)],
    ['Input (billed)', formatTokens(totalInputTokens(state.usage))],
    ['Output (billed)', state.usageFinal ? formatTokens(state.usage.outputTokens) : '–'],
    ['Cost', formatCost(state.usageFinal ? costOf(state.usage, price) : null)],
    ['Attempts', String(state.attempts.length)],
    ...(state.simulated ? [['Simulated', 'yes'] as const] : []),
  ];
  const row = (values: readonly string[]) => `| ${values.join(' | ')} |`;
  return [
    row(cells.map(([name]) => name)),
    row(cells.map(() => '---')),
    row(cells.map(([, value]) => value.replaceAll('|', '\\|'))),
  ].join('\n');
}
