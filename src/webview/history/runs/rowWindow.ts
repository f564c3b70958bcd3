/** The rows that are built: from `start` up to, not including, `end`. */
export interface RowWindow {
  readonly start: number;
  readonly end: number;
}

const beyond = 12;

/** The rows in sight, and some beyond, of a list whose upper edge stands at `top` in a window of this height. */
export function rowWindow(top: number, windowHeight: number, rowHeight: number, rows: number): RowWindow {
  const first = Math.floor(-top / rowHeight) - beyond;
  const last = Math.ceil((windowHeight - top) / rowHeight) + beyond;
  const start = Math.min(Math.max(0, first), rows);
  return { start, end: Math.max(start, Math.min(rows, last)) };
}
