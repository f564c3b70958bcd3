import { html, nothing, type TemplateResult } from 'lit';
import { buttons } from '../common/buttons.ts';
import { unbroken } from '../common/unbroken.ts';
import type { CompareStrings, CompareView, ProgressView } from '../compareProtocol.ts';
import { answers, blind } from './answers.ts';
import { choice } from './choice.ts';
import type { Kept } from './kept.ts';
import { strip } from './strip.ts';
import { arms, inputs, runs } from './tables.ts';

/** Everything that the panel shows at one moment. */
export interface Shown {
  readonly view: CompareView;
  readonly strings: CompareStrings;
  readonly kept: Kept;
  readonly announcement: string;
}

/** The panel from top to bottom. */
export function panel({ view, strings, kept, announcement }: Shown): TemplateResult {
  return html`
    ${heading(view)} ${notice(view)}
    ${
      view.message === null
        ? html`
            ${verdict(view, strings)} ${progress(view.progress)} ${plan(view, strings)}
            ${view.buttons.length === 0 ? nothing : html`<div class="actions">${buttons(view.buttons)}</div>`}
            ${arms(view.arms)} ${inputs(view.inputs)} ${strip(view.strip, strings)} ${blind(view.blind, strings)}
            ${answers(view.answers, strings)} ${runs(view.runs, strings, kept.runs)}
          `
        : html`<section class="empty"><h1>${view.message}</h1>${buttons(view.buttons)}</section>`
    }
    <div class="visually-hidden" role="status">${announcement}</div>
  `;
}

function heading({ title, subtitle, badges }: CompareView): TemplateResult | typeof nothing {
  if (title === '') return nothing;
  return html`<header>
    <h1>${title}</h1>
    <span class="subtitle">${subtitle.join(' · ')}</span>
    ${badges.map((badge) => html`<vscode-badge class="badge">${badge}</vscode-badge>`)}
  </header>`;
}

function notice({ notice: view }: CompareView): TemplateResult | typeof nothing {
  if (view === null) return nothing;
  return html`<p class="notice"><span>${unbroken(view.text)}</span> ${view.buttons.map(
    ({ action, label }) => html`<button type="button" class="link" data-action=${action}>${label}</button>`,
  )}</p>`;
}

function verdict({ verdicts, facts }: CompareView, strings: CompareStrings): TemplateResult | typeof nothing {
  if (verdicts.length === 0 && facts.length === 0) return nothing;
  return html`<section class="verdict" aria-label=${strings.verdict}>
    ${verdicts.map(({ text, tone }) => html`<p class="headline tone-${tone}">${unbroken(text)}</p>`)}
    ${facts.map((fact) => html`<p class="fact">${unbroken(fact)}</p>`)}
  </section>`;
}

function progress(view: ProgressView | null): TemplateResult | typeof nothing {
  if (view === null) return nothing;
  return html`<section class="progress">
    <progress max="1" value=${view.share} aria-label=${view.text}></progress>
    <p><b>${unbroken(view.text)}</b> <span class="note">${unbroken(view.detail)}</span></p>
  </section>`;
}

function plan(
  { plan: lines, choices }: CompareView,
  strings: CompareStrings,
): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  return html`<section class="plan" aria-label=${strings.plan}>
    ${choices.map(choice)}
    <ul>${lines.map((line) => html`<li>${unbroken(line)}</li>`)}</ul>
  </section>`;
}
