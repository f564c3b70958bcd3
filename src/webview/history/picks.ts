import { html, nothing, type TemplateResult } from 'lit';
import type { PickView } from '../historyView.ts';

/** A line that shows what is looked at, and picks another. */
export function pickLine({ id, label, value, hover }: PickView): TemplateResult {
  return html`<button type="button" class="pick" data-pick=${id} title=${hover || nothing}>
    <span class="visually-hidden">${label}: </span>
    <span class="pick-value">${value}</span>
    <span class="codicon codicon-chevron-down" aria-hidden="true"></span>
  </button>`;
}

/** The filters of the list of runs. */
export function filterChips(views: readonly PickView[], label: string): TemplateResult | typeof nothing {
  if (views.length === 0) return nothing;
  return html`<ul class="chips" aria-label=${label}>
    ${views.map(
      ({ id, label: name, value, hover, active }) =>
        html`<li>
          <button type="button" class="chip ${active ? 'changed' : ''}" data-pick=${id} title=${hover || nothing}>
            <span class="chip-label">${name}</span> <span class="chip-value">${value}</span>
          </button>
        </li>`,
    )}
  </ul>`;
}
