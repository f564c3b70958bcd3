import { html, nothing, type TemplateResult } from 'lit';
import type { RunRowView } from '../../historyView.ts';
import { endIcon } from '../icons.ts';

/** Where a row stands and how it is marked. */
export interface RowPlace {
  readonly index: number;
  readonly total: number;
  readonly selected: boolean;
  readonly active: boolean;
  readonly age: string;
}

/** The id of a row's element. */
export function rowId(index: number): string {
  return `row-${index}`;
}

/** A run on one line, or on two where there is little room. */
export function runRow(run: RunRowView, { index, total, selected, active, age }: RowPlace): TemplateResult {
  const classes = ['row', active ? 'active' : '', run.leftOut ? 'left-out' : ''].join(' ');
  return html`<div
    id=${rowId(index)}
    class=${classes}
    role="option"
    aria-selected=${selected}
    aria-posinset=${index + 1}
    aria-setsize=${total}
    title=${run.hover}
    data-index=${index}
    data-end-state=${run.endState}
  >
    <span class="visually-hidden">${run.hover}</span>
    <span class="codicon ${endIcon(run.endState)}" aria-hidden="true"></span>
    <span class="number" aria-hidden="true">${run.ttft}</span>
    <span class="number" aria-hidden="true">${run.ttlt}</span>
    <span class="number" aria-hidden="true">${run.outputTokens}</span>
    <span class="number age" aria-hidden="true">${age}</span>
    <span class="more" aria-hidden="true">${run.prompt === null ? nothing : html`<span class="prompt-of">${run.prompt}</span> · `}${run.label === null ? nothing : html`<b>${run.label}</b> `}${run.model}${run.mark === null ? nothing : html` · ${run.mark}`}</span>
  </div>`;
}
