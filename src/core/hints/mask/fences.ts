import type { Fence, LineShape } from './line.ts';

/**
 * Lines of fenced code, fences included, as CommonMark reads them and as people mean them who put fences with a
 * language into other fences. A fence that is never closed reaches to the end.
 */
export function fencedLines(shapes: readonly LineShape[], from: number): Set<number> {
  const found = new Set<number>();
  let open: Fence | null = null;
  const nested: Fence[] = [];
  for (let i = from; i < shapes.length; i++) {
    const fence = shapes[i]?.fence ?? null;
    const inside = open !== null || nested.length > 0;
    if (fence !== null) {
      open = open === null ? fence : closes(fence, open) ? null : open;
      const innermost = nested.at(-1);
      if (innermost !== undefined && closes(fence, innermost)) nested.pop();
      else if (innermost === undefined || fence.info !== '') nested.push(fence);
    }
    if (inside || fence !== null) found.add(i);
  }
  return found;
}

function closes(fence: Fence, open: Fence): boolean {
  return fence.mark === open.mark && fence.length >= open.length && fence.info === '';
}
