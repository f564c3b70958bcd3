import { html, nothing, type TemplateResult } from 'lit';
import type { HistoryStrings } from '../../historyProtocol.ts';
import type { RunListView } from '../../historyView.ts';
import { actionIcon } from '../icons.ts';
import { filterChips } from '../picks.ts';
import type { RunList } from './runList.ts';

/** The list of runs with its filters, and what can be done with those that are selected. */
export function runSection(
  view: RunListView | null,
  strings: HistoryStrings,
  list: RunList,
): TemplateResult | typeof nothing {
  if (view === null) return nothing;
  const { length } = list.selected;
  const actions = view.actions.filter(({ least, most }) => length >= least && length <= most);
  const clear =
    view.clear === null
      ? nothing
      : html`<button type="button" class="link" data-action=${view.clear.action}>${view.clear.label}</button>`;
  return html`<section class="runs" aria-labelledby="runs-title">
    <div class="runs-head">
      <div class="runs-title">
        <h2 id="runs-title">${length === 0 ? view.title : strings.selected.replace('{0}', String(length))}</h2>
        <span class="icons">
          ${
            length === 0
              ? nothing
              : actions.map(
                  ({ action, label }) =>
                    html`<button type="button" class="icon" data-run-action=${action} title=${label} aria-label=${label}>
                      <span class="codicon ${actionIcon(action)}" aria-hidden="true"></span>
                    </button>`,
                )
          }
        </span>
      </div>
      <div class="filters">${filterChips(view.filters, strings.filters)} ${clear}</div>
      ${list.isEmpty ? nothing : columns(strings)}
    </div>
    ${view.empty === null ? nothing : html`<p class="note">${view.empty}</p>`}
    ${list.isEmpty ? nothing : list.element}
  </section>`;
}

function columns(strings: HistoryStrings): TemplateResult {
  return html`<div class="row columns" aria-hidden="true">
    <span></span>
    <span class="number">${strings.columnTtft}</span>
    <span class="number">${strings.columnTtlt}</span>
    <span class="number">${strings.columnOutput}</span>
    <span class="number age">${strings.columnAge}</span>
  </div>`;
}
