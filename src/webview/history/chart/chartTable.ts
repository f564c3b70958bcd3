import { html, nothing, type TemplateResult } from 'lit';
import { absent } from '../../../core/format.ts';
import { unbroken } from '../../common/unbroken.ts';
import type { HistoryStrings } from '../../historyProtocol.ts';
import type { ChartView } from '../../historyView.ts';

/** What the chart shows, as a table: the newest run first, medians and baseline below. */
export function chartTable(view: ChartView, metric: string, strings: HistoryStrings): TemplateResult {
  const lines = [...view.steps.map(({ hover }) => hover), ...(view.floor === null ? [] : [view.floor.hover])];
  return html`<div class="chart-table" tabindex="0" role="region" aria-label=${view.description}>
    <table>
      <thead>
        <tr>
          <th scope="col">${strings.columnWhen}</th>
          <th scope="col" class="number">${metric}</th>
          <th scope="col">${strings.columnVersion}</th>
          <th scope="col">${strings.columnCounted}</th>
        </tr>
      </thead>
      <tbody>
        ${view.points.toReversed().map(
          ({ run, when, value, version, leftOut, hover }) =>
            html`<tr>
              <td><button type="button" class="link" data-run=${run} title=${hover}>${when}</button></td>
              <td class="number">${value}</td>
              <td>${version === null ? absent : `v${version}`}</td>
              <td>${leftOut ? strings.no : strings.yes}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${lines.length === 0 ? nothing : html`<ul>${lines.map((line) => html`<li>${unbroken(line)}</li>`)}</ul>`}
  </div>`;
}
