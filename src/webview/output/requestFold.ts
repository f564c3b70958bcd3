import { html, nothing, type TemplateResult } from 'lit';
import { fold } from '../common/fold.ts';
import { type OutputStrings, type RequestLanguage, requestLanguages } from '../protocol.ts';

const names: Readonly<Record<RequestLanguage, string>> = {
  json: 'JSON',
  curl: 'cURL',
  python: 'Python',
  typescript: 'TypeScript',
};

/** The exact request as code in several languages; `code` is null until the host has sent it. */
export function requestFold(
  strings: OutputStrings,
  open: boolean,
  language: RequestLanguage,
  code: string | null,
): TemplateResult {
  const tabs = requestLanguages.map(
    (id) => html`<button
      type="button"
      class="tab"
      role="tab"
      id="request-${id}"
      data-language=${id}
      aria-selected=${id === language}
      aria-controls="request-code"
      tabindex=${id === language ? 0 : -1}
    >${names[id]}</button>`,
  );
  return fold(
    'request',
    strings.request,
    open,
    html`<div class="tabs">
        <div role="tablist" aria-label=${strings.request} @keydown=${walk}>${tabs}</div>
        <button type="button" class="copy" data-copy-request>${strings.copyCode}</button>
      </div>
      <pre id="request-code" role="tabpanel" aria-labelledby="request-${language}" tabindex="0"
        >${code ?? nothing}</pre>`,
  );
}

function walk(event: KeyboardEvent): void {
  const list = event.currentTarget;
  if (!(list instanceof HTMLElement)) return;
  const tabs = [...list.querySelectorAll('button')];
  const current = tabs.indexOf(document.activeElement as HTMLButtonElement);
  const next = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: -1 }[event.key];
  if (next === undefined || current < 0) return;
  event.preventDefault();
  const tab = tabs.at(next % tabs.length);
  tab?.focus();
  tab?.click();
}
