import { html, nothing, type TemplateResult } from 'lit';
import { tip } from '../common/tip.ts';
import type { ChipView } from '../protocol.ts';

/** The parameters of the next run; a press picks another value. */
export function chips(views: readonly ChipView[], label: string): TemplateResult | typeof nothing {
  if (views.length === 0) return nothing;
  return html`<ul class="chips" aria-label=${label}>${views.map(chip)}</ul>`;
}

function chip({ id, label, value, hover, changed, omitted }: ChipView): TemplateResult {
  const tipId = `tip-chip-${id}`;
  return html`<li class="tipped">
    <button
      type="button"
      class="chip ${changed ? 'changed' : ''} ${omitted ? 'omitted' : ''}"
      data-chip=${id}
      aria-describedby=${hover === '' ? nothing : tipId}
    ><span class="chip-label">${label}</span> <span class="chip-value">${value}</span></button>
    ${tip(tipId, hover, null)}
  </li>`;
}
