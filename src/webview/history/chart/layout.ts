import type { PointView } from '../../historyView.ts';

/** Runs of one version that follow one another: positions in the points, both ends included. */
export interface Stretch {
  readonly version: number | null;
  readonly start: number;
  readonly end: number;
}

/** The points cut where the version changes; one that comes back later gets a further stretch. */
export function stretches(points: readonly PointView[]): readonly Stretch[] {
  const found: Stretch[] = [];
  points.forEach(({ version }, index) => {
    const last = found.at(-1);
    if (last !== undefined && last.version === version) found[found.length - 1] = { ...last, end: index };
    else found.push({ version, start: index, end: index });
  });
  return found;
}

/**
 * Where the vertical axis ends; it begins at 0. Few values far above the rest don't flatten all others: the axis then
 * ends at twice the value under which nine of ten lie.
 */
export function axisTop(values: readonly number[], alwaysInside: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const most = sorted.at(-1) ?? 0;
  const usual = sorted[Math.ceil(sorted.length * 0.9) - 1] ?? 0;
  const end = Math.max(most > usual * 3 ? usual * 2 : most, ...alwaysInside);
  return end > 0 ? end * 1.08 : 1;
}

/** A place on the axis of the runs that gets a label. */
export interface TimeTick {
  readonly index: number;
  readonly label: string;
}

/** Labels below the runs, at most `most`: the days where they change, or the times where all ran on one day. */
export function timeTicks(
  points: readonly PointView[],
  most: number,
  format: { day(at: number): string; time(at: number): string },
): readonly TimeTick[] {
  const days = changes(points, format.day);
  return spread(days.length > 1 ? days : changes(points, format.time), most, points.length);
}

// Where the label is another one than that of the run before.
function changes(points: readonly PointView[], label: (at: number) => string): readonly TimeTick[] {
  return points
    .map(({ x }, index) => ({ index, label: label(x) }))
    .filter((tick, index, all) => all[index - 1]?.label !== tick.label);
}

// Left out is what stands too near to the label before.
function spread(ticks: readonly TimeTick[], most: number, length: number): readonly TimeTick[] {
  const apart = length / Math.max(1, most);
  let free = Number.NEGATIVE_INFINITY;
  return ticks.filter(({ index }) => {
    if (index < free) return false;
    free = index + apart;
    return true;
  });
}
