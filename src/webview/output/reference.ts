import { html, nothing, type TemplateResult } from 'lit';
import { diffText } from '../common/diffText.ts';
import { unbroken } from '../common/unbroken.ts';
import type { OutputStrings, ReferenceView } from '../protocol.ts';

/** How the answer differs from the reference. */
export function reference(
  view: ReferenceView | null,
  { onlyHere, onlyInReference }: OutputStrings,
): TemplateResult | typeof nothing {
  if (view === null) return nothing;
  const { title, text, parts } = view;
  return html`<section class="reference">
    <h2>${title}</h2>
    <p class="note">${unbroken(text)}</p>
    ${parts.length === 0 ? nothing : diffText(title, parts, { added: onlyHere, removed: onlyInReference })}
  </section>`;
}
