import { html, nothing, type TemplateResult } from 'lit';
import { assertNever } from '../../core/assertNever.ts';
import { buttons } from '../common/buttons.ts';
import { unbroken } from '../common/unbroken.ts';
import type { MessageView, SentenceView } from '../historyView.ts';

/** The places of sentences on the page. */
export type SentencePlace = 'notice' | 'counted' | 'observed' | 'baseline' | 'undo' | 'footer';

/** A sentence with its buttons, quiet ones as links. */
export function sentence(place: SentencePlace, view: SentenceView | null): TemplateResult | typeof nothing {
  if (view === null) return nothing;
  const quiet = view.buttons.filter(({ primary }) => !primary);
  return html`<div class="sentence ${place}">
    <span title=${view.hover || nothing}>${unbroken(view.text)}</span>
    ${buttons(view.buttons.filter(({ primary }) => primary))}
    ${quiet.map(
      ({ action, label }) => html`<button type="button" class="link" data-action=${action}>${label}</button>`,
    )}
  </div>`;
}

/** What stands in the place of everything else. */
export function message(view: MessageView | null): TemplateResult | typeof nothing {
  if (view === null) return nothing;
  return html`<section class="message tone-${view.tone}">
    <p class="message-text"><span class="codicon ${icon(view.tone)}" aria-hidden="true"></span>${unbroken(view.text)}</p>
    ${view.detail === null ? nothing : html`<p class="note">${unbroken(view.detail)}</p>`}
    ${view.buttons.length === 0 ? nothing : html`<div class="message-buttons">${buttons(view.buttons)}</div>`}
  </section>`;
}

function icon(tone: MessageView['tone']): string {
  switch (tone) {
    case 'neutral':
      return 'codicon-graph-scatter';
    case 'busy':
      return 'codicon-loading';
    case 'warning':
      return 'codicon-warning';
    case 'error':
      return 'codicon-error';
    default:
      return assertNever(tone);
  }
}
