import { html, nothing, svg, type TemplateResult } from 'lit';
import { fold } from '../common/fold.ts';
import { unbroken } from '../common/unbroken.ts';
import type { ArmTableView, CompareRunsView, CompareStrings, InputTableView } from '../compareProtocol.ts';
import { armClass, armShape } from './armShapes.ts';

/** The arms as a real table. */
export function arms(view: ArmTableView | null): TemplateResult | typeof nothing {
  if (view === null) return nothing;
  const keeps = view.rows.some(({ keep }) => keep !== null);
  return html`<div class="table-box" tabindex="0" role="region" aria-label=${view.caption}>
    <table class="arms">
      <caption>${unbroken(view.caption)}</caption>
      <thead>
        <tr>
          <td></td>
          ${view.heads.map((head) => html`<th scope="col">${head}</th>`)}
          ${keeps ? html`<td></td>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${view.rows.map(
          ({ name, label, cells, keep }, at) => html`<tr data-arm=${name}>
            <th scope="row">${mark(at)}<b>${name}</b> ${label}</th>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
            ${
              keeps
                ? html`<td class="keep">${
                    keep === null
                      ? nothing
                      : html`<vscode-button secondary data-keep=${name}>${keep}</vscode-button>`
                  }</td>`
                : nothing
            }
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** The inputs as a real table. */
export function inputs(view: InputTableView | null): TemplateResult | typeof nothing {
  if (view === null) return nothing;
  return html`<div class="table-box" tabindex="0" role="region" aria-label=${view.caption}>
    <table class="inputs">
      <caption>${unbroken(view.caption)}</caption>
      <thead>
        <tr>
          <td></td>
          ${view.heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${view.rows.map(
          ({ label, cells }) => html`<tr>
            <th scope="row">${label}</th>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** All runs, each of which can be opened; folded, since the strip shows them too. */
export function runs(
  view: CompareRunsView | null,
  strings: CompareStrings,
  open: boolean,
): TemplateResult | typeof nothing {
  if (view === null) return nothing;
  return fold(
    'runs',
    view.title,
    open,
    html`<div class="table-box" tabindex="0" role="region" aria-label=${view.title}>
      <table class="runs">
        <thead>
          <tr>${view.heads.map((head) => html`<th scope="col">${head}</th>`)}<td></td></tr>
        </thead>
        <tbody>
          ${view.rows.map(
            ({ run, arm, cells, leftOut }, at) => html`<tr class=${leftOut ? 'left-out' : ''}>
              <th scope="row">${arm}</th>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
              <td>
                <button type="button" class="link" data-run=${run} aria-label="${strings.openRun} ${at + 1}: ${arm}">
                  ${strings.openRun}
                </button>
              </td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`,
  );
}

function mark(at: number): TemplateResult {
  return html`<svg class="arm-mark ${armClass(at)}" aria-hidden="true">${svg`<g transform="translate(7 7)">${armShape(at)}</g>`}</svg>`;
}
