/** A reproducible source of numbers from 0 to 1 (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** At most so many places at which to cut a body of this length, in order. */
export function randomCuts(length: number, count: number, random: () => number): readonly number[] {
  const cuts = Array.from({ length: count }, () => Math.floor(random() * (length + 1)));
  return [...new Set(cuts)].sort((a, b) => a - b);
}
