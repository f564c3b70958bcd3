/** What the page remembers of itself while VS Code keeps it out of sight. */
export interface Kept {
  /** The comparison at which the person had scrolled to `scrollTop`; null for a page without one. */
  readonly id: string | null;
  readonly scrollTop: number;
  /** The fold over the runs is open. */
  readonly runs: boolean;
}

/** What a page that was never shown starts with. */
export const nothingKept: Kept = { id: null, scrollTop: 0, runs: false };

/** Whether VS Code gave back what this version of the page keeps. */
export function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { id, scrollTop, runs } = value as Record<string, unknown>;
  return (
    (id === null || typeof id === 'string') && typeof scrollTop === 'number' && typeof runs === 'boolean'
  );
}
