import { html, nothing, type TemplateResult } from 'lit';
import type { FigureView } from '../protocol.ts';
import { tip } from './tip.ts';
import { unbroken } from './unbroken.ts';

/** The words around the numbers. */
export interface FigureWords {
  /** Names the group of the leading numbers. */
  readonly figures: string;
  readonly learnMore: string;
}

/** Numbers side by side, each with its meaning on hover and focus. */
export function figures(
  kind: 'figures' | 'tokens',
  views: readonly FigureView[],
  words: FigureWords,
): TemplateResult | typeof nothing {
  if (views.length === 0) return nothing;
  return html`<section class=${kind} aria-label=${kind === 'figures' ? words.figures : nothing}>
    ${views.map((view) => figure(view, words))}
  </section>`;
}

function figure({ id, label, value, hover, note, leads }: FigureView, words: FigureWords): TemplateResult {
  return html`<div
    class="figure tipped ${leads ? 'leads' : ''}"
    data-figure=${id}
    tabindex="0"
    role="group"
    aria-labelledby="figure-${id}"
    aria-describedby="tip-${id}"
  >
    <span id="figure-${id}"><span class="label">${unbroken(label)}</span> <span class="value">${unbroken(value)}</span></span>
    ${note === null ? nothing : html`<span class="note">${unbroken(note)}</span>`}
    ${tip(`tip-${id}`, hover, { figure: id, label: words.learnMore })}
  </div>`;
}
