import { html, type TemplateResult } from 'lit';

/** A button whose press is known by `data-action`. */
export interface ButtonView {
  readonly action: string;
  readonly label: string;
  readonly primary: boolean;
}

/** A row's buttons. */
export function buttons(views: readonly ButtonView[]): readonly TemplateResult[] {
  return views.map(
    ({ action, label, primary }) =>
      html`<vscode-button data-action=${action} ?secondary=${!primary}>${label}</vscode-button>`,
  );
}

/** Keeps Space from scrolling the page as well as pressing a button; the component does the latter by itself. */
export function keepFromScrolling(event: KeyboardEvent): void {
  const { key, target } = event;
  if (key === ' ' && target instanceof HTMLElement && target.localName === 'vscode-button')
    event.preventDefault();
}
