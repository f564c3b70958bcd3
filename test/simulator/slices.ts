import { lognormal, type Random } from './distribution.ts';

const charsPerToken = 3.6;

/** Cuts a text into deltas of 2 to 45 tokens (the first is short) or of a given length; never inside a code point. */
export function slices(text: string, random: Random, charsPerDelta?: number): readonly string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const median = pieces.length === 0 ? 3 : 8;
    const tokens = Math.min(45, Math.max(2, lognormal(random, median, 0.7)));
    const length = charsPerDelta ?? Math.round(tokens * charsPerToken);
    let to = Math.min(text.length, from + Math.max(1, length));
    const code = text.charCodeAt(to - 1);
    if (code >= 0xd800 && code <= 0xdbff && to < text.length) to++;
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}
