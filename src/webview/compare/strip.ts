import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import type { CompareStrings, StripRowView, StripView } from '../compareProtocol.ts';
import { armClass, armShape } from './armShapes.ts';

const percent = (at: number) => `${at.toFixed(2)}%`;

/** Every run a dot, each arm's median and interval, all on one scale; the tables say the same. */
export function strip(view: StripView | null, strings: CompareStrings): TemplateResult | typeof nothing {
  if (view === null) return nothing;
  return html`<section class="strip" aria-label=${view.title}>
    <h2>${view.title}</h2>
    ${view.rows.map((row, at) => stripRow(row, at, view))}
    <div class="strip-row axis" aria-hidden="true">
      <span></span>
      <svg class="plot ticks">
        ${view.ticks.map(({ at, label }) => svg`<text x=${percent(at)} y="12">${label}</text>`)}
      </svg>
    </div>
    <p class="legend note" aria-hidden="true">
      <svg class="key"><circle cx="8" cy="8" r="3.5"></circle></svg>${strings.run}
      <svg class="key"><circle class="left-out" cx="8" cy="8" r="3.5"></circle></svg>${strings.notCounted}
      <svg class="key"><path class="median" d="M8 1V15"></path></svg>${strings.median}
      <svg class="key"><path class="interval" d="M1 8H15"></path></svg>${strings.interval}
    </p>
  </section>`;
}

function stripRow(
  { arm, dots, median, interval, hover }: StripRowView,
  at: number,
  view: StripView,
): TemplateResult {
  return html`<div class="strip-row">
    <span class="arm-name">${arm}</span>
    <svg class="plot ${armClass(at)}" role="img" aria-label=${hover}>
      ${view.ticks.map((tick) => svg`<line class="grid" x1=${percent(tick.at)} x2=${percent(tick.at)} y1="0" y2="100%"></line>`)}
      ${interval === null ? nothing : whisker(interval)}
      ${dots.map(
        (dot) => svg`<svg x=${percent(dot.at)} y="50%" overflow="visible">
          <g class=${dot.leftOut ? 'dot left-out' : 'dot'} data-run=${dot.run}><title>${dot.hover}</title>${armShape(at)}</g>
        </svg>`,
      )}
      ${
        median === null
          ? nothing
          : svg`<line class="median" x1=${percent(median)} x2=${percent(median)} y1="3" y2="29"><title>${hover}</title></line>`
      }
    </svg>
  </div>`;
}

function whisker([from, to]: readonly [number, number]): SVGTemplateResult {
  return svg`<line class="interval" x1=${percent(from)} x2=${percent(to)} y1="50%" y2="50%"></line>`;
}
