import { html, nothing, type TemplateResult } from 'lit';
import { fold } from '../common/fold.ts';
import { unbroken } from '../common/unbroken.ts';
import type { DetailView } from '../protocol.ts';

/** Everything else that is known of the run. */
export function details(
  views: readonly DetailView[],
  title: string,
  open: boolean,
): TemplateResult | typeof nothing {
  if (views.length === 0) return nothing;
  const rows = views.map(({ label, value }) => html`<dt>${label}</dt><dd>${unbroken(value)}</dd>`);
  return fold('details', title, open, html`<dl>${rows}</dl>`);
}
