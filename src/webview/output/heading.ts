import { html, nothing, type TemplateResult } from 'lit';
import type { OutputView } from '../protocol.ts';

/** What ran: title, role, time, badges, and whether the prompt changed since. */
export function heading(view: OutputView): TemplateResult | typeof nothing {
  if (view.title === '' && view.badges.length === 0) return nothing;
  return html`<header>
    <h1>${view.title}</h1>
    ${view.subtitle.map((part) => html`<span class="subtitle">${part}</span>`)}
    ${view.badges.map((badge) => html`<vscode-badge class="badge">${badge}</vscode-badge>`)}
    ${view.note === null ? nothing : html`<span class="note">${view.note}</span>`}
  </header>`;
}
