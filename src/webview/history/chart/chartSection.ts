import { html, nothing, svg, type TemplateResult } from 'lit';
import { unbroken } from '../../common/unbroken.ts';
import type { HistoryStrings } from '../../historyProtocol.ts';
import type { ChartView, HistoryView } from '../../historyView.ts';
import { chartTable } from './chartTable.ts';
import type { RunChart } from './runChart.ts';

/** One metric over the runs, as chart or as table, with the choice of the metric. */
export function chartSection(
  { metrics, chart: view }: HistoryView,
  strings: HistoryStrings,
  chart: RunChart,
  table: boolean,
): TemplateResult | typeof nothing {
  if (metrics.length === 0) return nothing;
  const choices = metrics.map(
    ({ id, label }) =>
      html`<button type="button" class="tab" data-metric=${id} aria-pressed=${id === view?.metric}>${label}</button>`,
  );
  return html`<section class="trend">
    <div class="trend-head">
      <div class="metrics" role="group" aria-label=${strings.metric}>${choices}</div>
      ${tableToggle(strings, table)}
    </div>
    ${view === null ? nothing : content(view, metrics, strings, chart, table)}
  </section>`;
}

function tableToggle(strings: HistoryStrings, table: boolean): TemplateResult {
  const other = table ? strings.asChart : strings.asTable;
  return html`<button type="button" class="icon" data-toggle-table title=${other} aria-label=${other}>
    <span class="codicon ${table ? 'codicon-graph-scatter' : 'codicon-table'}" aria-hidden="true"></span>
  </button>`;
}

function content(
  view: ChartView,
  metrics: HistoryView['metrics'],
  strings: HistoryStrings,
  chart: RunChart,
  table: boolean,
): TemplateResult {
  if (view.points.length === 0) return html`<p class="note">${unbroken(view.description)}</p>`;
  const metric = metrics.find(({ id }) => id === view.metric)?.label ?? '';
  return html`
    ${table ? chartTable(view, metric, strings) : [chart.element, legend(view, strings)]}
    ${view.note === null ? nothing : html`<p class="note">${unbroken(view.note)}</p>`}
  `;
}

function legend({ points, steps, floor }: ChartView, strings: HistoryStrings): TemplateResult {
  const dot = (name: string) => svg`<circle class=${name} cx="8" cy="5" r="3.5"></circle>`;
  const line = (name: string) => svg`<line class=${name} x1="0" y1="5" x2="16" y2="5"></line>`;
  const items = [
    { shown: points.some(({ leftOut }) => !leftOut), mark: dot('dot'), words: strings.legendRun, hover: '' },
    {
      shown: points.some(({ leftOut }) => leftOut),
      mark: dot('left-out'),
      words: strings.legendLeftOut,
      hover: '',
    },
    { shown: steps.length > 0, mark: line('median'), words: strings.legendMedian, hover: '' },
    { shown: floor !== null, mark: line('floor'), words: strings.legendFloor, hover: floor?.hover ?? '' },
  ].filter(({ shown }) => shown);
  return html`<ul class="chart-legend" aria-hidden="true">
    ${items.map(
      ({ mark, words, hover }) =>
        html`<li title=${hover || nothing}><svg class="mark" width="16" height="10">${mark}</svg>${words}</li>`,
    )}
  </ul>`;
}
