import { html, nothing, svg, type TemplateResult } from 'lit';
import { unbroken } from '../common/unbroken.ts';
import type { OutputStrings, SegmentKind, SegmentView, WaterfallView } from '../protocol.ts';

// Narrower than this a stretch could not be seen or pointed at: percent of the line.
const leastWidth = 0.4;
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
      ${view.segments.map((segment) => stretch(segment, view.totalMs))}
    </svg>
    <ul class="legend" aria-hidden="true">
      ${named.map(({ kind, label }) => html`<li><span class="swatch ${kind}"></span>${unbroken(label)}</li>`)}
    </ul>
    ${view.note === null ? nothing : html`<p class="note">${unbroken(view.note)}</p>`}
  </section>`;
}

function stretch({ kind, startMs, endMs, hover }: SegmentView, totalMs: number): TemplateResult<2> {
  const start = (startMs / totalMs) * 100;
  const width = Math.max(leastWidth, ((endMs - startMs) / totalMs) * 100);
  const x = Math.min(start, 100 - width);
  return svg`<rect class="stretch ${kind}" x="${x}%" width="${width}%" height="100%"><title>${hover}</title></rect>`;
}
