/** A reproducible source of numbers in [0, 1). */
export type Random = () => number;

/** Makes the numbered stream of a seed (mulberry32): the same two integers always give the same numbers. */
export function seededRandom(seed: number, stream = 0): Random {
  let state = (seed ^ Math.imul(stream, 0x9e3779b9)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The items in a random order, each order as likely as any other (Fisher–Yates). */
export function shuffled<T>(random: Random, items: readonly T[]): readonly T[] {
  const left = [...items];
  const drawn: T[] = [];
  while (left.length > 0) drawn.push(...left.splice(Math.floor(random() * left.length), 1));
  return drawn;
}
