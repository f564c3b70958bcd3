import type uPlot from 'uplot';
import { assertNever } from '../../../core/assertNever.ts';
import { formatCost, formatRate, formatSeconds, formatTokens } from '../../../core/format.ts';
import type { ChartView } from '../../historyView.ts';
import { pageLanguage } from '../age.ts';
import { type ChartColors, chartFontSize } from './chartColors.ts';
import { timeTicks } from './layout.ts';

const labelWidth = 56;

/** The axes: runs evenly spaced with their days or times below, values of the metric at the left. */
export function chartAxes(chart: () => ChartView, colors: () => ChartColors): uPlot.Axis[] {
  const font = `${chartFontSize}px ${colors().fontFamily}`;
  const shared: uPlot.Axis = {
    font,
    stroke: () => colors().label,
    border: { show: false },
    ticks: { show: false },
  };
  const ticks = (plot: uPlot) => timeTicks(chart().points, plot.width / labelWidth - 1, timeFormat());
  return [
    {
      ...shared,
      size: 24,
      // Below the 0 of the other axis, not beside it.
      gap: 8,
      grid: { show: false },
      splits: (plot) => ticks(plot).map(({ index }) => index),
      values: (plot) => ticks(plot).map(({ label }) => label),
    },
    {
      ...shared,
      size: (plot, values) => widest(plot, values, font),
      gap: 5,
      space: 26,
      grid: { stroke: () => colors().grid, width: 1 },
      values: (_plot, splits) => splits.map((value) => (value === 0 ? '0' : formatValue(chart(), value))),
    },
  ];
}

function widest({ ctx }: uPlot, values: readonly string[] | null, font: string): number {
  ctx.save();
  ctx.font = font;
  const widths = (values ?? []).map((text) => ctx.measureText(text).width);
  ctx.restore();
  return Math.ceil(Math.max(20, ...widths) + 8);
}

function formatValue({ unit }: ChartView, value: number): string {
  switch (unit) {
    case 'ms':
      return formatSeconds(value, pageLanguage());
    case 'tokens-per-second':
      return formatRate(value, pageLanguage());
    case 'tokens':
      return formatTokens(value, pageLanguage());
    case 'dollars':
      return formatCost(value, pageLanguage());
    default:
      return assertNever(unit);
  }
}

function timeFormat(): { day(at: number): string; time(at: number): string } {
  const day = new Intl.DateTimeFormat(pageLanguage(), { day: 'numeric', month: 'short' });
  const time = new Intl.DateTimeFormat(pageLanguage(), { hour: '2-digit', minute: '2-digit' });
  return { day: (at) => day.format(at), time: (at) => time.format(at) };
}
