/** A point of a line. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line through most of the points. */
export interface Line {
  readonly slope: number;
  /** y where x is 0. */
  readonly intercept: number;
}

/** Slopes between any two points that differ in x, smallest first, with the indexes of those points. */
interface Slopes {
  readonly values: Float64Array;
  readonly from: Uint16Array;
  readonly to: Uint16Array;
}

/**
 * Makes the line of Theil and Sen: its slope is the median of the slopes between any two points, its intercept the
 * median of what then remains of y (Sen, "Estimates of the Regression Coefficient Based on Kendall's Tau", Journal of
 * the American Statistical Association 63, 1968). More than a quarter of the points may be anything at all without
 * spoiling it.
 * @param points at most 65,536
 * @param leastSlope what a smaller slope counts as
 * @returns the line through the points, each taken as often as `counts` says; null where those have one x only. The
 * slopes are sorted here, once; a line then takes one walk over half of them.
 */
export function robustLines(
  points: readonly Point[],
  leastSlope = Number.NEGATIVE_INFINITY,
): (counts: Uint16Array) => Line | null {
  const slopes = slopesOf(points);
  return (counts) => {
    const middle = medianSlope(slopes, counts, pairsOf(points, counts));
    if (middle === null) return null;
    const slope = Math.max(leastSlope, middle);
    const remains: number[] = [];
    for (const [i, { x, y }] of points.entries()) {
      for (let taken = counts[i] ?? 0; taken > 0; taken -= 1) remains.push(y - slope * x);
    }
    return { slope, intercept: middleOf(Float64Array.from(remains).sort()) };
  };
}

function slopesOf(points: readonly Point[]): Slopes {
  const pairs: { readonly value: number; readonly from: number; readonly to: number }[] = [];
  points.forEach((b, to) => {
    points.slice(0, to).forEach((a, from) => {
      if (a.x !== b.x) pairs.push({ value: (b.y - a.y) / (b.x - a.x), from, to });
    });
  });
  pairs.sort((a, b) => a.value - b.value);
  return {
    values: Float64Array.from(pairs, ({ value }) => value),
    from: Uint16Array.from(pairs, ({ from }) => from),
    to: Uint16Array.from(pairs, ({ to }) => to),
  };
}

/** Pairs that differ in x, among the points as often as they are taken. */
function pairsOf(points: readonly Point[], counts: Uint16Array): number {
  const sizes = new Map<number, number>();
  points.forEach(({ x }, i) => {
    sizes.set(x, (sizes.get(x) ?? 0) + (counts[i] ?? 0));
  });
  let taken = 0;
  let alike = 0;
  for (const size of sizes.values()) {
    taken += size;
    alike += size * size;
  }
  return (taken * taken - alike) / 2;
}

function medianSlope({ values, from, to }: Slopes, counts: Uint16Array, pairs: number): number | null {
  let below = 0;
  let lower: number | null = null;
  for (let i = 0; i < values.length; i += 1) {
    const weight = (counts[from[i] ?? 0] ?? 0) * (counts[to[i] ?? 0] ?? 0);
    if (weight === 0) continue;
    const value = values[i] ?? 0;
    if (lower !== null) return (lower + value) / 2;
    below += weight;
    if (below * 2 > pairs) return value;
    if (below * 2 === pairs) lower = value;
  }
  return null;
}

function middleOf(sorted: Float64Array): number {
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
