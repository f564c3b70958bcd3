import type uPlot from 'uplot';
import type { ChartView } from '../../historyProtocol.ts';
import type { ChartColors } from './chartColors.ts';
import { stretches } from './layout.ts';

/** Draws floor, medians and dots on the canvas, above the grid. */
export function drawRuns(plot: uPlot, chart: ChartView, colors: ChartColors): void {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio;
  const x = (index: number) => plot.valToPos(index, 'x', true);
  const y = (value: number) => plot.valToPos(value, 'y', true);
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top - 6 * ratio, bbox.width, bbox.height + 12 * ratio);
  ctx.clip();
  if (chart.floor !== null) {
    line(ctx, bbox.left, bbox.left + bbox.width, y(chart.floor.y), colors.floor, ratio, [5, 4]);
  }
  drawDots(plot, chart, colors, x, y);
  const medians = new Map(chart.steps.map((step) => [step.version, step.y]));
  for (const { version, start, end } of stretches(chart.points)) {
    const median = medians.get(version);
    if (median !== undefined)
      line(ctx, x(start - 0.45), x(end + 0.45), y(median), colors.median, 2 * ratio, []);
    if (start > 0) boundary(plot, x(start - 0.5), colors.grid, ratio);
    name(ctx, `v${version}`, x(start - 0.5), x(end + 0.5), bbox.top, colors, ratio);
  }
  ctx.restore();
}

function drawDots(
  plot: uPlot,
  { points }: ChartView,
  colors: ChartColors,
  x: (index: number) => number,
  y: (value: number) => number,
): void {
  const { ctx } = plot;
  const ratio = devicePixelRatio;
  const spacing = plot.bbox.width / Math.max(1, points.length);
  const radius = Math.min(3.5, Math.max(2, spacing / ratio / 2)) * ratio;
  const top = plot.scales.y?.max ?? Number.POSITIVE_INFINITY;
  ctx.lineWidth = 1.25 * ratio;
  ctx.strokeStyle = colors.leftOut;
  ctx.fillStyle = colors.dot;
  // Where dots lie upon each other, it shows how many.
  ctx.globalAlpha = spacing < 3 * ratio ? 0.5 : 1;
  points.forEach((point, index) => {
    ctx.beginPath();
    if (point.y > top) arrow(ctx, x(index), y(top), radius * 1.4);
    else ctx.arc(x(index), y(point.y), radius, 0, 2 * Math.PI);
    if (point.leftOut) ctx.stroke();
    else ctx.fill();
  });
  ctx.globalAlpha = 1;
}

// A run above the end of the axis points beyond it.
function arrow(ctx: CanvasRenderingContext2D, x: number, top: number, size: number): void {
  ctx.moveTo(x, top);
  ctx.lineTo(x + size, top + 1.6 * size);
  ctx.lineTo(x - size, top + 1.6 * size);
  ctx.closePath();
}

function line(
  ctx: CanvasRenderingContext2D,
  from: number,
  to: number,
  y: number,
  color: string,
  width: number,
  dash: readonly number[],
): void {
  ctx.beginPath();
  ctx.strokeStyle = color;
  ctx.lineWidth = width;
  ctx.setLineDash(dash.map((length) => length * devicePixelRatio));
  ctx.moveTo(from, y);
  ctx.lineTo(to, y);
  ctx.stroke();
  ctx.setLineDash([]);
}

function boundary(plot: uPlot, x: number, color: string, ratio: number): void {
  const { ctx, bbox } = plot;
  ctx.beginPath();
  ctx.strokeStyle = color;
  ctx.lineWidth = ratio;
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
}

function name(
  ctx: CanvasRenderingContext2D,
  text: string,
  from: number,
  to: number,
  top: number,
  colors: ChartColors,
  ratio: number,
): void {
  ctx.font = colors.font.replace('11px', `${11 * ratio}px`);
  if (ctx.measureText(text).width + 4 * ratio > to - from) return;
  ctx.fillStyle = colors.label;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'top';
  ctx.fillText(text, (from + to) / 2, top - 4 * ratio);
}
