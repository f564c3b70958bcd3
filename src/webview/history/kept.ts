/** What the page remembers of itself while VS Code keeps it out of sight. */
export interface Kept {
  /** The list of runs at which the person had scrolled to `scrollTop`; null for a page without one. */
  readonly list: string | null;
  readonly scrollTop: number;
  /** The chart is shown as a table. */
  readonly table: boolean;
  /** The fold over the versions is open. */
  readonly versions: boolean;
  /** All versions are shown, not only the newest. */
  readonly allVersions: boolean;
}

/** What a page that was never shown starts with. */
export const nothingKept: Kept = {
  list: null,
  scrollTop: 0,
  table: false,
  versions: true,
  allVersions: false,
};

/** Whether VS Code gave back what this version of the page keeps. */
export function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { list, scrollTop, table, versions, allVersions } = value as Record<string, unknown>;
  return (
    (list === null || typeof list === 'string') &&
    typeof scrollTop === 'number' &&
    [table, versions, allVersions].every((flag) => typeof flag === 'boolean')
  );
}
