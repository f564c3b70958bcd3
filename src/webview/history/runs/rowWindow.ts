/** The rows that are built: from `start` up to, not including, `end`. */
export interface RowWindow {
  readonly start: number;
  readonly end: number;
}

const beyond = 12;
// Also while the list is out of sight: the ear and the page's search find some.
const fewest = 20;

/** The rows in sight, and some beyond, of a list whose upper edge stands at `top` in a window of this height. */
export function rowWindow(top: number, windowHeight: number, rowHeight: number, rows: number): RowWindow {
  const first = Math.floor(-top / rowHeight) - beyond;
  const last = Math.ceil((windowHeight - top) / rowHeight) + beyond;
  const start = Math.max(0, Math.min(first, rows - fewest));
  return { start, end: Math.min(rows, Math.max(last, start + fewest)) };
}
