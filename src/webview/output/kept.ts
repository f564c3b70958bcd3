import { isOneOf } from '../oneOf.ts';
import { type RequestLanguage, requestLanguages } from '../protocol.ts';

/** The folds of the panel. */
export const foldIds = ['thinking', 'request', 'details'] as const;

/** One of {@link foldIds}. */
export type FoldId = (typeof foldIds)[number];

/** What the page remembers of itself while VS Code keeps it out of sight. */
export interface Kept {
  /** The run at which the person had scrolled to `scrollTop`. */
  readonly runId: string | null;
  readonly scrollTop: number;
  readonly follows: boolean;
  readonly raw: boolean;
  readonly open: readonly FoldId[];
  readonly language: RequestLanguage;
}

/** What a page that was never shown starts with. */
export const nothingKept: Kept = {
  runId: null,
  scrollTop: 0,
  follows: true,
  raw: false,
  open: [],
  language: 'json',
};

/** Whether VS Code gave back what this version of the page keeps. */
export function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { runId, scrollTop, follows, raw, open, language } = value as Record<string, unknown>;
  return (
    (runId === null || typeof runId === 'string') &&
    typeof scrollTop === 'number' &&
    typeof follows === 'boolean' &&
    typeof raw === 'boolean' &&
    Array.isArray(open) &&
    open.every((id) => isOneOf<FoldId>(foldIds, id)) &&
    isOneOf<RequestLanguage>(requestLanguages, language)
  );
}
