/** Token counts of recent text segments. */
export interface SegmentCache {
  get(segment: string): number | undefined;
  /** Remembers and returns the count. */
  set(segment: string, count: number): number;
}

/**
 * A cache that holds at most about `maxChars` characters of text: when the younger half is full, the older half is
 * dropped, and what is still used moves over.
 */
export function segmentCache(maxChars: number): SegmentCache {
  let young = new Map<string, number>();
  let old = new Map<string, number>();
  let chars = 0;
  const set = (segment: string, count: number): number => {
    if (chars + segment.length > maxChars / 2) {
      old = young;
      young = new Map();
      chars = 0;
    }
    chars += segment.length;
    young.set(segment, count);
    return count;
  };
  return {
    get(segment) {
      const known = young.get(segment);
      if (known !== undefined) return known;
      const older = old.get(segment);
      return older === undefined ? undefined : set(segment, older);
    },
    set,
  };
}
