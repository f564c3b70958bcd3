import { html, type TemplateResult } from 'lit';
import type { DiffPart } from '../../core/compare/wordDiff.ts';

/** A text with what only one of two has marked; `titles` say of a mark which one has it. */
export function diffText(
  label: string,
  parts: readonly DiffPart[],
  titles: Readonly<Record<'added' | 'removed', string>>,
): TemplateResult {
  return html`<div class="answer-text" tabindex="0" role="region" aria-label=${label}>${parts.map(
    ({ kind, text }) =>
      kind === 'same' ? text : html`<mark class=${kind} title=${titles[kind]}>${text}</mark>`,
  )}</div>`;
}
