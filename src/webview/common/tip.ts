import { html, nothing, type TemplateResult } from 'lit';
import type { FigureId } from '../protocol.ts';
import { unbroken } from './unbroken.ts';

/** A small box with a sentence beside what it explains; its parent has the class `tipped` and shows it. */
export function tip(
  id: string,
  sentence: string,
  more: { readonly figure: FigureId; readonly label: string } | null,
): TemplateResult | typeof nothing {
  if (sentence === '') return nothing;
  const button = more
    ? html`<button type="button" class="link" data-explain=${more.figure}>${more.label}</button>`
    : nothing;
  return html`<span class="tip"><span id=${id}>${unbroken(sentence)}</span> ${button}</span>`;
}
