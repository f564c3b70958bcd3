import type { RunRowsView, RunRowView } from '../../historyView.ts';

/** The rows that the page has of a list, newest first, without gaps. */
export interface LoadedRows {
  readonly list: string;
  readonly rows: readonly RunRowView[];
  /** The host has older ones. */
  readonly more: boolean;
}

/** The rows with these of the host taken in; another list replaces all, and what follows on nothing known is left out. */
export function takeIn(loaded: LoadedRows | null, page: RunRowsView): LoadedRows | null {
  const known = loaded?.list === page.list ? loaded : null;
  if (page.after === null && known === null) return { list: page.list, rows: page.rows, more: page.more };
  if (known === null) return loaded;
  const start = page.after === null ? 0 : indexOf(known.rows, page.after) + 1;
  if (page.after !== null && start === 0) return loaded;
  const before = known.rows.slice(0, start);
  const last = page.rows.at(-1)?.id;
  const end = last === undefined ? -1 : indexOf(known.rows, last, start);
  // Without a row in common what was there behind may have a gap before it.
  if (end < 0) return { list: page.list, rows: [...before, ...page.rows], more: page.more };
  return { list: page.list, rows: [...before, ...page.rows, ...known.rows.slice(end + 1)], more: known.more };
}

/** The rows without these runs. */
export function withoutRuns(loaded: LoadedRows, runs: readonly string[]): LoadedRows {
  const gone = new Set(runs);
  return { ...loaded, rows: loaded.rows.filter(({ id }) => !gone.has(id)) };
}

function indexOf(rows: readonly RunRowView[], id: string, from = 0): number {
  for (let index = from; index < rows.length; index++) if (rows[index]?.id === id) return index;
  return -1;
}
