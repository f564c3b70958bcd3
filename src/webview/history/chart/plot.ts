import UPlot from 'uplot';
import type { ChartView } from '../../historyView.ts';
import { chartAxes } from './axes.ts';
import { type ChartColors, chartColors } from './chartColors.ts';
import { drawRuns, namesHeight } from './drawRuns.ts';
import { axisTop } from './layout.ts';

const height = 150;
// How near to the pointer a dot is one of those it may mean: CSS pixels.
const reach = 4;

/** The drawn chart, with a cursor that goes from run to run. */
export class Plot {
  private chart: ChartView;
  private colors: ChartColors;
  private readonly plot: UPlot;

  /** `pointed` is told the position of the run at the cursor, or null. */
  constructor(box: HTMLElement, chart: ChartView, pointed: (index: number | null) => void) {
    this.chart = chart;
    this.colors = chartColors(box);
    const options: UPlot.Options = {
      width: Math.max(1, box.clientWidth),
      height,
      padding: [namesHeight, 18, 0, 0],
      legend: { show: false },
      cursor: {
        y: false,
        drag: { x: false, y: false, setScale: false },
        dataIdx: (plot, _series, nearest) => nearestTo(plot, this.chart, nearest),
        points: { size: 11, width: 2, fill: 'transparent', stroke: () => this.colors.median },
      },
      scales: {
        x: { time: false, range: () => [-0.5, this.chart.points.length - 0.5] },
        y: { range: () => [0, this.top()] },
      },
      axes: chartAxes(
        () => this.chart,
        () => this.colors,
      ),
      series: [{}, { paths: () => null, points: { show: false } }],
      hooks: {
        draw: [(plot) => drawRuns(plot, this.chart, this.colors)],
        setCursor: [(plot) => pointed(pointedAt(plot))],
      },
    };
    this.plot = new UPlot(options, this.data(), box);
    new ResizeObserver(() => this.resize(box.clientWidth)).observe(box);
  }

  show(chart: ChartView): void {
    if (chart === this.chart) return;
    this.chart = chart;
    this.plot.setData(this.data());
  }

  /** Takes the theme's colours anew. */
  recolor(box: Element): void {
    this.colors = chartColors(box);
    this.plot.redraw(false, true);
  }

  /** Moves the cursor to a run, or takes it away. */
  point(index: number | null): void {
    const y = index === null ? undefined : this.data()[1][index];
    if (index === null || y === undefined || y === null) this.plot.setCursor({ left: -10, top: -10 });
    else this.plot.setCursor({ left: this.plot.valToPos(index, 'x'), top: this.plot.valToPos(y, 'y') });
  }

  private resize(width: number): void {
    if (width > 0 && width !== this.plot.width) this.plot.setSize({ width, height });
  }

  private top(): number {
    const { points, steps, floor } = this.chart;
    const counted = points.filter(({ leftOut }) => !leftOut);
    const seen = counted.length > 0 ? counted : points;
    const lines = steps.map(({ y }) => y);
    return axisTop(
      seen.map(({ y }) => y),
      floor === null ? lines : [...lines, floor.y],
    );
  }

  private data(): [number[], number[]] {
    const top = this.top();
    return [this.chart.points.map((_, index) => index), this.chart.points.map(({ y }) => Math.min(y, top))];
  }
}

function pointedAt(plot: UPlot): number | null {
  return (plot.cursor.left ?? -1) < 0 ? null : (plot.cursor.idxs?.[1] ?? null);
}

// Where runs stand closer than the pointer is wide, the height decides.
function nearestTo(plot: UPlot, { points }: ChartView, nearest: number): number {
  const { left = -1, top = -1 } = plot.cursor;
  if (left < 0) return nearest;
  const distance = (index: number) => {
    const y = Math.min(points[index]?.y ?? 0, plot.scales.y?.max ?? 0);
    return Math.hypot(plot.valToPos(index, 'x') - left, plot.valToPos(y, 'y') - top);
  };
  const width = Math.abs(plot.valToPos(1, 'x') - plot.valToPos(0, 'x'));
  const aside = Math.floor(reach / Math.max(width, 0.01));
  let best = nearest;
  for (let index = nearest - aside; index <= nearest + aside; index++) {
    if (index >= 0 && index < points.length && distance(index) < distance(best)) best = index;
  }
  return best;
}
