/** Index of the first item that a test accepts, where it accepts all behind that one too; the length for none. */
export function firstIndex<T>(items: readonly T[], accepts: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (accepts(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
