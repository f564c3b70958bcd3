import { html, nothing, type TemplateResult } from 'lit';
import { buttons } from '../common/buttons.ts';
import { diffText } from '../common/diffText.ts';
import type { AnswersView, AnswerView, BlindView, CompareStrings } from '../compareProtocol.ts';
import { choice } from './choice.ts';

/** Two answers side by side, with what only one of them says marked. */
export function answers(view: AnswersView | null, strings: CompareStrings): TemplateResult | typeof nothing {
  if (view === null) return nothing;
  return html`<section class="answers" aria-labelledby="answers-title">
    <div class="answers-head">
      <h2 id="answers-title">${strings.answers} <span class="note">${view.position}</span></h2>
      ${buttons(view.buttons)}
    </div>
    ${view.input === null ? nothing : choice(view.input)}
    <div class="pair">${answer(view.left, strings.removed)} ${answer(view.right, strings.added)}</div>
  </section>`;
}

/** Two answers without names; the keys work wherever the focus is. */
export function blind(view: BlindView | null, strings: CompareStrings): TemplateResult | typeof nothing {
  if (view === null) return nothing;
  return html`<section class="answers blind" aria-labelledby="blind-title">
    <div class="answers-head">
      <h2 id="blind-title" tabindex="-1">${strings.blind} <span class="note">${view.position}</span></h2>
      ${buttons(view.buttons)}
    </div>
    <div class="choices" role="group" aria-labelledby="blind-title">
      ${view.choices.map(
        ({ preference, label, key }) =>
          html`<vscode-button secondary data-prefer=${preference} aria-keyshortcuts=${key}>${label}</vscode-button>`,
      )}
    </div>
    <div class="pair">${blindAnswer('1', view.left)} ${blindAnswer('2', view.right)}</div>
  </section>`;
}

// In a narrow panel they stand one below the other: the key tells which one is left.
function blindAnswer(key: string, text: string): TemplateResult {
  return html`<div>
    <h3>${key}</h3>
    <div class="answer-text" tabindex="0" role="region" aria-label=${key}>${text}</div>
  </div>`;
}

function answer({ title, parts }: AnswerView, only: string): TemplateResult {
  return html`<div>
    <h3>${title}</h3>
    ${diffText(title, parts, { added: only, removed: only })}
  </div>`;
}
