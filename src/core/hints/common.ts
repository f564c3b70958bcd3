/** Length of what two texts have in common at their start, found by halving: comparing slices is fast. */
export function commonStart(a: string, b: string): number {
  let known = 0;
  let most = Math.min(a.length, b.length);
  while (known < most) {
    const middle = Math.ceil((known + most) / 2);
    if (a.slice(known, middle) === b.slice(known, middle)) known = middle;
    else most = middle - 1;
  }
  return known;
}

/** Length of what two texts have in common at their end, behind what they have in common at their start. */
export function commonEnd(a: string, b: string, start: number): number {
  let known = 0;
  let most = Math.min(a.length, b.length) - start;
  while (known < most) {
    const middle = Math.ceil((known + most) / 2);
    const isCommon =
      a.slice(a.length - middle, a.length - known) === b.slice(b.length - middle, b.length - known);
    if (isCommon) known = middle;
    else most = middle - 1;
  }
  return known;
}
