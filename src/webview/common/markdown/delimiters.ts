import { type Inline, joinTexts } from './inline.ts';

/** A run of `*`, `_` or `~~` that may open or close emphasis. */
export interface Delimiter {
  readonly kind: 'delimiter';
  readonly mark: string;
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

interface Frame {
  readonly opener: Delimiter | null;
  /** Marks of the opener that are not used yet. */
  left: number;
  children: Inline[];
  depth: number;
}

// A page nested deeper than this is unreadable, and browsers lay out deep trees recursively.
const maxDepth = 12;

/**
 * Turns delimiter runs into emphasis by the rules of CommonMark 0.31 § 6.2 in time linear in the number of items;
 * beyond 12 levels marks stay text.
 */
export function resolveEmphasis(items: readonly (Inline | Delimiter)[]): Inline[] {
  const frames: Frame[] = [newFrame(null)];
  // Openers below these positions were already looked at in vain, by kind of closer.
  const floors = new Map<string, number>();
  for (const item of items) {
    if (item.kind !== 'delimiter') {
      top(frames).children.push(item);
      continue;
    }
    let left = item.length;
    while (item.canClose && left > 0) {
      const key = `${item.mark}${item.canOpen}${item.length % 3}`;
      const found = findOpener(frames, item, floors.get(key) ?? 1);
      if (found === 0) {
        floors.set(key, frames.length);
        break;
      }
      left -= closeFrame(frames, found, left);
      for (const [kind, floor] of floors) if (floor > frames.length) floors.set(kind, frames.length);
    }
    if (left === 0) continue;
    if (item.canOpen) frames.push({ ...newFrame(item), left });
    else top(frames).children.push({ kind: 'text', text: item.mark.repeat(left) });
  }
  collapse(frames, 0);
  return joinTexts(top(frames).children);
}

function newFrame(opener: Delimiter | null): Frame {
  return { opener, left: 0, children: [], depth: 0 };
}

function top(frames: readonly Frame[]): Frame {
  return frames[frames.length - 1] as Frame;
}

function findOpener(frames: readonly Frame[], closer: Delimiter, floor: number): number {
  for (let index = frames.length - 1; index >= floor; index--) {
    const opener = frames[index]?.opener;
    if (opener?.mark === closer.mark && mayPair(opener, closer)) return index;
  }
  return 0;
}

// "If one of the delimiters can both open and close", rules 9 and 10.
function mayPair(opener: Delimiter, closer: Delimiter): boolean {
  if (!opener.canClose && !closer.canOpen) return true;
  if ((opener.length + closer.length) % 3 !== 0) return true;
  return opener.length % 3 === 0 && closer.length % 3 === 0;
}

function closeFrame(frames: Frame[], index: number, marks: number): number {
  collapse(frames, index);
  const frame = frames[index] as Frame;
  const mark = frame.opener?.mark ?? '';
  const used = marks >= 2 && frame.left >= 2 ? 2 : 1;
  const pieces: Inline[] =
    frame.depth < maxDepth
      ? [{ kind: kindOf(mark, used), children: joinTexts(frame.children) }]
      : [markText(mark, used), ...frame.children, markText(mark, used)];
  const depth = Math.min(frame.depth + 1, maxDepth);
  frame.left -= used;
  if (frame.left > 0) {
    frame.children = pieces;
    frame.depth = depth;
  } else {
    frames.pop();
    const outer = top(frames);
    for (const piece of pieces) outer.children.push(piece);
    outer.depth = Math.max(outer.depth, depth);
  }
  return used;
}

function collapse(frames: Frame[], index: number): void {
  const target = frames[index] as Frame;
  for (const frame of frames.slice(index + 1)) {
    target.children.push(markText(frame.opener?.mark ?? '', frame.left));
    for (const child of frame.children) target.children.push(child);
    target.depth = Math.max(target.depth, frame.depth);
  }
  frames.length = index + 1;
}

function markText(mark: string, count: number): Inline {
  return { kind: 'text', text: mark.repeat(count) };
}

function kindOf(mark: string, used: number): 'emphasis' | 'strong' | 'strike' {
  if (mark === '~') return 'strike';
  return used === 2 ? 'strong' : 'emphasis';
}
