import { html, type TemplateResult } from 'lit';
import type { ActionView } from '../protocol.ts';

/** A row's buttons. */
export function buttons(views: readonly ActionView[]): readonly TemplateResult[] {
  return views.map(
    ({ action, label, primary }) =>
      html`<vscode-button data-action=${action} ?secondary=${!primary}>${label}</vscode-button>`,
  );
}
