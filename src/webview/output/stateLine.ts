import { html, nothing, type TemplateResult } from 'lit';
import { assertNever } from '../../core/assertNever.ts';
import { buttons } from '../common/buttons.ts';
import { unbroken } from '../common/unbroken.ts';
import type { OutputView, Tone } from '../protocol.ts';

/** Where the run stands, what can be done now, and the numbers at a glance while theirs are out of sight. */
export function stateLine(view: OutputView): TemplateResult | typeof nothing {
  const { text, tone, detail, buttons: actions } = view.state;
  if (text === '' && actions.length === 0) return nothing;
  const glance = view.figures.map(
    ({ label, value }) => html`<span>${label} <b>${unbroken(value)}</b></span>`,
  );
  return html`<section id="state" class="tone-${tone}">
    <span class="state-icon" aria-hidden="true"><span class="codicon ${icon(tone)}"></span></span>
    <span class="state-text">${unbroken(text)}</span>
    ${detail === null ? nothing : html`<p class="state-detail">${unbroken(detail)}</p>`}
    <span class="state-buttons">${buttons(actions)}</span>
    <span class="glance" aria-hidden="true">${glance}</span>
  </section>`;
}

function icon(tone: Tone): string {
  switch (tone) {
    case 'neutral':
      return 'codicon-circle-outline';
    case 'busy':
      return 'codicon-loading';
    case 'success':
      return 'codicon-pass';
    case 'warning':
      return 'codicon-warning';
    case 'error':
      return 'codicon-error';
    default:
      return assertNever(tone);
  }
}
