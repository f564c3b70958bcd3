import { html, nothing, type TemplateResult } from 'lit';
import { unbroken } from '../common/unbroken.ts';
import type { AssertionsView } from '../protocol.ts';

/** What the answer was checked for, in the order of the prompt’s file. */
export function assertions(view: AssertionsView | null): TemplateResult | typeof nothing {
  if (view === null) return nothing;
  return html`<section class="assertions" aria-labelledby="assertions-title">
    <h2 id="assertions-title">${view.title}</h2>
    <ul>
      ${view.rows.map(({ text, fault }) =>
        fault === null
          ? html`<li><span class="codicon codicon-check" role="img" aria-label=${view.heldLabel}></span>${text}</li>`
          : html`<li class="failed"><span class="codicon codicon-error" role="img" aria-label=${view.failedLabel}></span>${text}: ${unbroken(fault)}</li>`,
      )}
    </ul>
  </section>`;
}
