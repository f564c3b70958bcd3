import { element } from '../../common/dom.ts';
import { unbroken } from '../../common/unbroken.ts';
import type { ChartView, PointView } from '../../historyView.ts';
import { onThemeChange } from './chartColors.ts';
import { Plot } from './plot.ts';

const keySteps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -10,
  PageDown: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** The chart with its cursor, and below it the run at the cursor in words. */
export class RunChart {
  readonly element = element('div', 'chart-box');
  private readonly chart = element('div', 'chart');
  private readonly reading = element('p', 'reading');
  private readonly open: (run: string) => void;
  private plot: Plot | null = null;
  private view: ChartView | null = null;
  private pointed: string | null = null;

  constructor(open: (run: string) => void) {
    this.open = open;
    this.chart.tabIndex = 0;
    this.chart.setAttribute('role', 'application');
    this.reading.setAttribute('aria-live', 'polite');
    this.element.append(this.chart, this.reading);
    this.chart.addEventListener('keydown', (event) => this.keyPressed(event));
    this.chart.addEventListener('click', () => this.openPointed());
    this.chart.addEventListener('blur', () => this.point(null));
    onThemeChange(() => this.plot?.recolor(this.chart));
  }

  show(view: ChartView, name: string): void {
    const before = this.pointed;
    this.view = view;
    this.chart.setAttribute('aria-label', `${view.description} ${name}`);
    // Only an element of the document has a width and colours.
    if (!this.chart.isConnected) return;
    this.plot ??= new Plot(this.chart, view, (index) => this.pointAt(index));
    this.plot.show(view);
    const place = view.points.findIndex(({ run }) => run === before);
    if (before !== null) this.point(place < 0 ? null : place);
  }

  private get points(): readonly PointView[] {
    return this.view?.points ?? [];
  }

  private keyPressed(event: KeyboardEvent): void {
    const step = keySteps[event.key];
    if (event.key === 'Enter') this.openPointed();
    else if (event.key === 'Escape') this.point(null);
    else if (step !== undefined) this.point(this.placeAfter(step));
    else return;
    event.preventDefault();
  }

  private placeAfter(step: number): number {
    const last = this.points.length - 1;
    const place = this.points.findIndex(({ run }) => run === this.pointed);
    // Without a cursor the newest run comes first.
    const next = place < 0 && Number.isFinite(step) ? last : place + step;
    return Math.max(0, Math.min(last, next));
  }

  private point(index: number | null): void {
    this.plot?.point(index);
    this.pointAt(index);
  }

  private pointAt(index: number | null): void {
    const point = index === null ? undefined : this.points[index];
    this.pointed = point?.run ?? null;
    const words = unbroken(point?.hover ?? '');
    if (this.reading.textContent !== words) this.reading.textContent = words;
  }

  private openPointed(): void {
    if (this.pointed !== null) this.open(this.pointed);
  }
}
