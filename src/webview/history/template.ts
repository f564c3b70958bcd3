import { html, nothing, type TemplateResult } from 'lit';
import { figures } from '../common/figures.ts';
import type { HistoryStrings } from '../historyProtocol.ts';
import type { HistoryView } from '../historyView.ts';
import { chartSection } from './chart/chartSection.ts';
import type { RunChart } from './chart/runChart.ts';
import type { Kept } from './kept.ts';
import { pickLine } from './picks.ts';
import { prompts } from './prompts.ts';
import type { RunList } from './runs/runList.ts';
import { runSection } from './runs/runSection.ts';
import { message, sentence } from './sentences.ts';
import { versions } from './versions.ts';

/** Everything that the side panel shows at one moment. */
export interface Shown {
  readonly view: HistoryView;
  readonly strings: HistoryStrings;
  readonly kept: Kept;
  readonly chart: RunChart;
  readonly list: RunList;
  readonly announcement: string;
}

/** The side panel from top to bottom. */
export function panel(shown: Shown): TemplateResult {
  const { view } = shown;
  return html`
    <header>
      <h1>${pickLine(view.scope)}</h1>
      ${view.badges.map((badge) => html`<vscode-badge class="badge">${badge}</vscode-badge>`)}
      ${view.group === null ? nothing : pickLine(view.group)}
    </header>
    ${sentence('notice', view.notice)} ${view.message === null ? content(shown) : message(view.message)}
    ${sentence('footer', view.footer)} ${sentence('undo', view.undo)}
    <div class="visually-hidden" role="status">${shown.announcement}</div>
  `;
}

function content({ view, strings, kept, chart, list }: Shown): TemplateResult {
  return html`
    ${figures('figures', view.figures, strings)} ${figures('tokens', view.tokens, strings)}
    ${sentence('counted', view.counted)} ${sentence('observed', view.observed)}
    ${chartSection(view, strings, chart, kept.table)} ${sentence('baseline', view.baseline)}
    ${versions(view.versions, strings, kept.versions, kept.allVersions)}
    ${prompts(view.prompts, strings)} ${runSection(view.runs, strings, list)}
  `;
}
