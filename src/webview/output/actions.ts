import { html, nothing, type TemplateResult } from 'lit';
import { buttons } from '../common/buttons.ts';
import type { ActionView, OutputStrings, OutputView } from '../protocol.ts';

/** What can be done with the run; the rarer things behind a menu. */
export function actions(view: OutputView, strings: OutputStrings): TemplateResult | typeof nothing {
  if (view.actions.length === 0 && view.moreActions.length === 0) return nothing;
  if (view.moreActions.length === 0) return html`<div class="actions">${buttons(view.actions)}</div>`;
  return html`<div class="actions">
    ${buttons(view.actions.slice(0, -1))}
    <span class="last-actions">${buttons(view.actions.slice(-1))} ${menu(view.moreActions, strings.more)}</span>
  </div>`;
}

function menu(items: readonly ActionView[], label: string): TemplateResult {
  return html`<button
      type="button"
      class="icon more"
      popovertarget="more-menu"
      aria-haspopup="menu"
      aria-label=${label}
      title=${label}
    ><span class="codicon codicon-ellipsis" aria-hidden="true"></span></button>
    <div id="more-menu" class="menu" popover role="menu" aria-label=${label} @toggle=${focusFirst} @keydown=${walk}>
      ${items.map(
        ({ action, label: words }) =>
          html`<button type="button" role="menuitem" tabindex="-1" data-action=${action}>${words}</button>`,
      )}
    </div>`;
}

function focusFirst(event: ToggleEvent): void {
  if (event.newState === 'open') itemsOf(event.currentTarget)[0]?.focus();
}

function walk(event: KeyboardEvent): void {
  const items = itemsOf(event.currentTarget);
  const current = items.indexOf(document.activeElement as HTMLButtonElement);
  const next = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: -1 }[event.key];
  if (next !== undefined) {
    event.preventDefault();
    items.at(next % items.length)?.focus();
  } else if (event.key === 'Tab' && event.currentTarget instanceof HTMLElement) {
    event.currentTarget.hidePopover();
  }
}

function itemsOf(menu: EventTarget | null): HTMLButtonElement[] {
  return menu instanceof HTMLElement ? [...menu.querySelectorAll('button')] : [];
}
