import type uPlot from 'uplot';
import type { ChartView } from '../../historyView.ts';
import { type ChartColors, chartFontSize } from './chartColors.ts';
import { stretches } from './layout.ts';

/** Room for the names of versions above the drawing: CSS pixels. */
export const namesHeight = 16;

/** What the parts of the drawing need; lengths are in pixels of the canvas, of which a CSS pixel has `ratio`. */
interface Drawing {
  readonly ctx: CanvasRenderingContext2D;
  readonly bbox: uPlot.BBox;
  readonly ratio: number;
  readonly colors: ChartColors;
  /** The highest value on the axis. */
  readonly top: number;
  x(index: number): number;
  y(value: number): number;
}

/** Draws baseline, dots and medians on the canvas, above the grid. */
export function drawRuns(plot: uPlot, chart: ChartView, colors: ChartColors): void {
  const { ctx, bbox, scales } = plot;
  const ratio = devicePixelRatio;
  const drawing: Drawing = {
    ctx,
    bbox,
    ratio,
    colors,
    top: scales.y?.max ?? 0,
    x: (index) => plot.valToPos(index, 'x', true),
    y: (value) => plot.valToPos(value, 'y', true),
  };
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top - namesHeight * ratio, bbox.width, bbox.height + (namesHeight + 6) * ratio);
  ctx.clip();
  if (chart.floor !== null) drawFloor(drawing, chart.floor.y);
  drawDots(drawing, chart);
  drawVersions(drawing, chart);
  ctx.restore();
}

function drawFloor({ ctx, bbox, ratio, colors, y }: Drawing, floor: number): void {
  ctx.strokeStyle = colors.floor;
  ctx.lineWidth = ratio;
  ctx.setLineDash([5 * ratio, 4 * ratio]);
  line(ctx, bbox.left, y(floor), bbox.left + bbox.width, y(floor));
  ctx.setLineDash([]);
}

function drawDots({ ctx, bbox, ratio, colors, top, x, y }: Drawing, { points }: ChartView): void {
  const spacing = bbox.width / ratio / points.length;
  const radius = Math.min(3.5, Math.max(2, spacing / 2)) * ratio;
  ctx.lineWidth = 1.25 * ratio;
  ctx.strokeStyle = colors.leftOut;
  ctx.fillStyle = colors.dot;
  // Where dots lie upon each other, it shows how many.
  ctx.globalAlpha = spacing < 3 ? 0.5 : 1;
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

function drawVersions(drawing: Drawing, { points, steps }: ChartView): void {
  const { ctx, bbox, ratio, colors, x, y } = drawing;
  const medians = new Map<number | null, number>(steps.map((step) => [step.version, step.y]));
  for (const { version, start, end } of stretches(points)) {
    const median = medians.get(version);
    if (median !== undefined) {
      ctx.strokeStyle = colors.median;
      ctx.lineWidth = 2 * ratio;
      line(ctx, x(start - 0.45), y(median), x(end + 0.45), y(median));
    }
    if (start > 0) {
      ctx.strokeStyle = colors.grid;
      ctx.lineWidth = ratio;
      line(ctx, x(start - 0.5), bbox.top, x(start - 0.5), bbox.top + bbox.height);
    }
    if (version !== null) drawName(drawing, `v${version}`, x(start - 0.5), x(end + 0.5));
  }
}

function drawName({ ctx, bbox, ratio, colors }: Drawing, text: string, from: number, to: number): void {
  ctx.font = `${chartFontSize * ratio}px ${colors.fontFamily}`;
  if (ctx.measureText(text).width + 4 * ratio > to - from) return;
  ctx.fillStyle = colors.label;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'bottom';
  ctx.fillText(text, (from + to) / 2, bbox.top - 2 * ratio);
}

function line(ctx: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.stroke();
}
