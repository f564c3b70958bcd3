import { html, nothing, type TemplateResult } from 'lit';
import { figures } from '../common/figures.ts';
import { fold } from '../common/fold.ts';
import { unbroken } from '../common/unbroken.ts';
import type { OutputStrings, OutputView } from '../protocol.ts';
import { actions } from './actions.ts';
import type { Answer } from './answer.ts';
import { assertions } from './assertions.ts';
import { chips } from './chips.ts';
import { details } from './details.ts';
import { heading } from './heading.ts';
import { hint } from './hint.ts';
import type { Kept } from './kept.ts';
import { reference } from './reference.ts';
import { requestFold } from './requestFold.ts';
import { stateLine } from './stateLine.ts';
import { waterfall } from './waterfall.ts';

/** Everything that the panel shows at one moment. */
export interface Shown {
  readonly view: OutputView;
  readonly strings: OutputStrings;
  readonly kept: Kept;
  readonly answer: Answer;
  /** The request in the chosen language; null until it is there. */
  readonly requestCode: string | null;
  /** The end of the answer is out of sight and not followed. */
  readonly canJump: boolean;
  readonly announcement: string;
}

/** The panel from top to bottom. */
export function panel(shown: Shown): TemplateResult {
  const { view, strings } = shown;
  return html`
    ${heading(view)} ${chips(view.chips, strings.parameters)} ${stateLine(view)}
    ${view.runId === null ? empty(view, strings) : run(shown)}
    <div class="visually-hidden" role="status">${shown.announcement}</div>
  `;
}

function empty(view: OutputView, strings: OutputStrings): TemplateResult | typeof nothing {
  if (view.state.text !== '') return notice(view, strings);
  return html`<section class="empty">
      <h1>${strings.emptyTitle}</h1>
      <p>${strings.emptyBody}</p>
      ${actions(view, strings)}
    </section>
    ${notice(view, strings)}`;
}

function run(shown: Shown): TemplateResult {
  const { view, strings, kept, answer, requestCode, canJump } = shown;
  const isOpen = (id: Kept['open'][number]) => kept.open.includes(id);
  return html`
    ${figures('figures', view.figures, strings)} ${figures('tokens', view.tokens, strings)}
    ${waterfall(view.waterfall, strings)}
    ${summary(view)}
    ${hint(view.hint, strings)}
    ${actions(view, strings)}
    ${thinking(view.thinking, answer, isOpen('thinking'))}
    ${notice(view, strings)}
    ${reference(view.reference, strings)}
    ${view.phase === 'ended' && answer.isEmpty ? nothing : answerPart(shown)}
    ${canJump ? jump(strings) : nothing}
    ${assertions(view.assertions)}
    ${requestFold(strings, isOpen('request'), kept.language, requestCode)}
    ${details(view.details, strings.details, isOpen('details'))}
  `;
}

function summary({ summary: sentence, summaryAction }: OutputView): TemplateResult | typeof nothing {
  if (sentence === null) return nothing;
  const button =
    summaryAction === null
      ? nothing
      : html` <button type="button" class="link" data-action=${summaryAction.action}>${summaryAction.label}</button>`;
  return html`<p class="summary">${unbroken(sentence)}${button}</p>`;
}

function thinking(title: string | null, answer: Answer, open: boolean): TemplateResult | typeof nothing {
  if (title === null) return nothing;
  if (!answer.hasThinking) return html`<p id="thinking" class="note">${unbroken(title)}</p>`;
  return fold('thinking', title, open, answer.thinking);
}

function answerPart({ view, strings, kept, answer }: Shown): TemplateResult {
  const toggle = kept.raw ? strings.showMarkdown : strings.showRaw;
  // It keeps its place, so that nothing moves when the text begins.
  return html`<div class="answer-head">
      <h2 id="answer-title">${strings.answer}</h2>
      <button type="button" class="copy ${answer.hasText ? '' : 'unseen'}" data-toggle-raw>${toggle}</button>
    </div>
    <section class="answer" aria-labelledby="answer-title" aria-live="off" aria-busy=${view.phase !== 'ended'}>
      ${answer.element}
    </section>`;
}

function notice(view: OutputView, strings: OutputStrings): TemplateResult | typeof nothing {
  if (view.notice === null) return nothing;
  return html`<p class="notice">
    <span>${unbroken(view.notice)}</span>
    <button type="button" class="copy" data-action="dismiss-notice">${strings.dismiss}</button>
  </p>`;
}

function jump(strings: OutputStrings): TemplateResult {
  return html`<div class="jump">
    <vscode-button data-jump icon="arrow-down">${strings.jumpToEnd}</vscode-button>
  </div>`;
}
