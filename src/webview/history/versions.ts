import { html, nothing, type TemplateResult } from 'lit';
import { fold } from '../common/fold.ts';
import { unbroken } from '../common/unbroken.ts';
import type { HistoryStrings } from '../historyProtocol.ts';
import type { VersionView } from '../historyView.ts';
import { age } from './age.ts';
import { actionIcon } from './icons.ts';

const fewest = 5;

/** The texts that the prompt had, the newest ones first and the rest on demand. */
export function versions(
  views: readonly VersionView[],
  strings: HistoryStrings,
  open: boolean,
  all: boolean,
): TemplateResult | typeof nothing {
  if (views.length === 0) return nothing;
  const shown = all ? views : views.slice(0, fewest);
  const toggle =
    views.length <= fewest
      ? nothing
      : html`<button type="button" class="link" data-toggle-versions>${all ? strings.showFewerVersions : strings.showAllVersions}</button>`;
  return fold(
    'versions',
    strings.versions,
    open,
    html`<ul class="versions">${shown.map((view) => version(view, strings))}</ul>${toggle}`,
  );
}

function version(
  { id, name, at, change, runs, badges, hover, actions }: VersionView,
  { now }: HistoryStrings,
): TemplateResult {
  const facts = [age(at, now), change, runs].filter((fact) => fact !== '');
  return html`<li class="version" title=${hover || nothing}>
    <span class="version-name"><b>${name}</b> ${badges.map((badge) => html`<span class="mark">${badge}</span> `)}</span>
    <span class="version-facts">${unbroken(facts.join(' · '))}</span>
    <span class="icons">
      ${actions.map(
        ({ action, label }) =>
          html`<button
            type="button"
            class="icon"
            data-version-action=${action}
            data-version=${id}
            title=${label}
            aria-label="${label}: ${name}"
          ><span class="codicon ${actionIcon(action)}" aria-hidden="true"></span></button>`,
      )}
    </span>
  </li>`;
}
