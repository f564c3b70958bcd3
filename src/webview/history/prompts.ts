import { html, nothing, svg, type TemplateResult } from 'lit';
import { unbroken } from '../common/unbroken.ts';
import type { HistoryStrings } from '../historyProtocol.ts';
import type { PromptListView, PromptRowView } from '../historyView.ts';
import { age } from './age.ts';

const width = 56;
const height = 18;

/** All prompts, each with its newest numbers; a press shows one. */
export function prompts(
  view: PromptListView | null,
  strings: HistoryStrings,
): TemplateResult | typeof nothing {
  if (view === null) return nothing;
  return html`<section class="prompts" aria-labelledby="prompts-title">
    <h2 id="prompts-title">${view.title}</h2>
    <ul>${view.rows.map((row) => promptRow(row, strings))}</ul>
    ${view.more ? html`<button type="button" class="link" data-more-prompts>${strings.showMore}</button>` : nothing}
  </section>`;
}

function promptRow(
  { id, name, runs, median, at, trend, note, hover }: PromptRowView,
  { now }: HistoryStrings,
): TemplateResult {
  return html`<li>
    <button type="button" class="prompt" data-prompt=${id} title=${hover}>
      <span class="prompt-name">${name}</span>
      <svg class="sparkline" width=${width} height=${height} aria-hidden="true">${sparkline(trend)}</svg>
      <span class="prompt-facts">${unbroken(median)} · ${unbroken(runs)} · ${age(at, now)}</span>
      ${note === null ? nothing : html`<span class="prompt-note">${unbroken(note)}</span>`}
    </button>
  </li>`;
}

function sparkline(values: readonly number[]): unknown {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const inner = height - 6;
  const points = values.map((value, index) => ({
    x: values.length === 1 ? width / 2 : 3 + (index / (values.length - 1)) * (width - 6),
    // Equal values stand in the middle.
    y: 3 + (most > least ? (1 - (value - least) / (most - least)) * inner : inner / 2),
  }));
  const last = points.at(-1);
  if (last === undefined) return nothing;
  return svg`<polyline points=${points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}></polyline>
    <circle cx=${last.x.toFixed(1)} cy=${last.y.toFixed(1)} r="2"></circle>`;
}
