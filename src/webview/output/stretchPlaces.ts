import type { SegmentView, WaterfallView } from '../protocol.ts';

// Narrower than this a stretch could not be seen or pointed at: percent of the line.
const leastWidth = 0.4;

/** Where a stretch lies on the line: percent of its width. */
export interface StretchPlace {
  readonly segment: SegmentView;
  readonly x: number;
  readonly width: number;
}

/** The stretches side by side; what short ones are drawn wider, the ones behind them give. */
export function stretchPlaces({ segments, totalMs }: WaterfallView): readonly StretchPlace[] {
  let taken = 0;
  return segments.map((segment, index) => {
    // Leaves room for those that follow.
    const latest = 100 - leastWidth * (segments.length - index);
    const x = Math.max(0, Math.min(Math.max(taken, (segment.startMs / totalMs) * 100), latest));
    const width = Math.max(leastWidth, Math.min((segment.endMs / totalMs) * 100, latest + leastWidth) - x);
    taken = x + width;
    return { segment, x, width };
  });
}
