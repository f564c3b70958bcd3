import { assertNever } from '../../../core/assertNever.ts';
import { maxRuns } from '../../historyIds.ts';

/** Which runs are selected, by id. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Where the keyboard is; null before the list was used. */
  readonly active: string | null;
  /** The end of a range that stays where it is while the other one moves. */
  readonly anchor: string | null;
}

/** What a press does to the selection: it becomes the one run, a range, one run more or less, or stays. */
export type SelectHow = 'only' | 'range' | 'toggle' | 'keep';

/** Nothing selected. */
export const noSelection: Selection = { ids: new Set(), active: null, anchor: null };

/** The selection after the person went to a run of the list. */
export function select(selection: Selection, list: readonly string[], to: string, how: SelectHow): Selection {
  switch (how) {
    case 'only':
      return { ids: new Set([to]), active: to, anchor: to };
    case 'keep':
      return { ...selection, active: to };
    case 'toggle': {
      const ids = new Set(selection.ids);
      if (!ids.delete(to) && ids.size < maxRuns) ids.add(to);
      return { ids, active: to, anchor: to };
    }
    case 'range':
      return { ...selection, ids: range(list, selection.anchor ?? to, to), active: to };
    default:
      return assertNever(how);
  }
}

/** All runs of the list, as many as can be named in a message. */
export function selectAll(selection: Selection, list: readonly string[]): Selection {
  return { ...selection, ids: new Set(list.slice(0, maxRuns)) };
}

/** The selection without what the list no longer has; where the active run was, the one now at its place is active. */
export function selectionWithin(
  selection: Selection,
  before: readonly string[],
  after: readonly string[],
): Selection {
  const there = new Set(after);
  const ids = new Set([...selection.ids].filter((id) => there.has(id)));
  const kept = (id: string | null) => (id !== null && there.has(id) ? id : null);
  const active = kept(selection.active) ?? neighbour(selection.active, before, there) ?? null;
  return { ids, active, anchor: kept(selection.anchor) ?? active };
}

function neighbour(id: string | null, before: readonly string[], there: ReadonlySet<string>): string | null {
  const place = id === null ? -1 : before.indexOf(id);
  if (place < 0) return null;
  const isThere = (other: string) => there.has(other);
  return before.slice(place).find(isThere) ?? before.slice(0, place).findLast(isThere) ?? null;
}

function range(list: readonly string[], from: string, to: string): ReadonlySet<string> {
  const [start, end] = [list.indexOf(from), list.indexOf(to)];
  if (start < 0 || end < 0) return new Set([to]);
  // The end that moves is the one that is cut.
  if (start <= end) return new Set(list.slice(start, Math.min(end + 1, start + maxRuns)));
  return new Set(list.slice(Math.max(end, start - maxRuns + 1), start + 1));
}
