/** More runs than this are never in one page. */
export const maxPage = 1_000;

/** So many runs are in the trend of a prompt. */
export const trendLength = 30;

/** So many runs are looked at for a trend: where hardly any is clean, the list must not wait for it. */
export const trendReach = 120;

/** A day in ms: what a limit of age counts in. */
export const dayMs = 86_400_000;
