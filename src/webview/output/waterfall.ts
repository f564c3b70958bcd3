import { html, nothing, svg, type TemplateResult } from 'lit';
import { unbroken } from '../common/unbroken.ts';
import type { OutputStrings, SegmentKind, WaterfallView } from '../protocol.ts';
import { type StretchPlace, stretchPlaces } from './stretchPlaces.ts';

const legendKinds: readonly SegmentKind[] = ['connect', 'wait', 'thinking', 'text', 'retry'];

/** The run on one line, with its parts named below. */
export function waterfall(
  view: WaterfallView | null,
  strings: OutputStrings,
): TemplateResult | typeof nothing {
  if (view === null || view.totalMs <= 0) return nothing;
  const named = view.segments.filter(({ kind }) => legendKinds.includes(kind));
  return html`<section class="waterfall" aria-label=${strings.waterfall}>
    <svg class="waterfall-line" role="img" aria-label=${view.description}>
      <defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="hatch-ground" width="6" height="6"></rect>
          <rect class="hatch-stroke" width="3" height="6"></rect>
        </pattern>
      </defs>
      ${stretchPlaces(view).map(stretch)}
    </svg>
    <ul class="legend" aria-hidden="true">
      ${named.map(({ kind, label }) => html`<li><span class="swatch ${kind}"></span>${unbroken(label)}</li>`)}
    </ul>
    ${view.note === null ? nothing : html`<p class="note">${unbroken(view.note)}</p>`}
  </section>`;
}

function stretch({ segment: { kind, hover }, x, width }: StretchPlace): TemplateResult<2> {
  return svg`<rect class="stretch ${kind}" x="${x}%" width="${width}%" height="100%"><title>${hover}</title></rect>`;
}
