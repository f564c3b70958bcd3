/** At most so many places at which to cut a body of this length, in order. */
export function randomCuts(length: number, count: number, random: () => number): readonly number[] {
  const cuts = Array.from({ length: count }, () => Math.floor(random() * (length + 1)));
  return [...new Set(cuts)].sort((a, b) => a - b);
}
