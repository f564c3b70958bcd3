/** Whether a regular expression (with the flag `u`) matches somewhere in a text; throws {@link TooSlow} beyond its time. */
export type MatchText = (source: string, text: string) => boolean;

/** A check that was given up: it would have taken too long. */
export class TooSlow extends Error {}
