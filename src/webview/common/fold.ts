import { html, type TemplateResult } from 'lit';
import { unbroken } from './unbroken.ts';

/** A part that is closed until the person opens it; `#id` is the element. */
export function fold(id: string, title: string, open: boolean, content: unknown): TemplateResult {
  return html`<details id=${id} class="fold" ?open=${open}>
    <summary><span class="codicon codicon-chevron-right" aria-hidden="true"></span>${unbroken(title)}</summary>
    <div class="fold-body">${content}</div>
  </details>`;
}

/** Tells of every fold that opens or closes, by its id. */
export function listenForFolds(root: HTMLElement, toggled: (id: string, open: boolean) => void): void {
  // `toggle` does not bubble.
  root.addEventListener(
    'toggle',
    ({ target }) => {
      if (target instanceof HTMLDetailsElement) toggled(target.id, target.open);
    },
    { capture: true },
  );
}
