import { html, nothing, type TemplateResult } from 'lit';
import { buttons } from '../common/buttons.ts';
import { unbroken } from '../common/unbroken.ts';
import type { HintView, OutputStrings } from '../protocol.ts';

/** What could be shorter next time, with its fix. */
export function hint(view: HintView | null, strings: OutputStrings): TemplateResult | typeof nothing {
  if (view === null) return nothing;
  return html`<section class="hint" aria-label=${strings.hint}>
    <span class="codicon codicon-lightbulb" aria-hidden="true"></span>
    <p>${unbroken(view.text)}${view.detail === null ? nothing : html` <span class="note">${unbroken(view.detail)}</span>`}</p>
    <div class="hint-buttons">${buttons(view.buttons)}</div>
  </section>`;
}
