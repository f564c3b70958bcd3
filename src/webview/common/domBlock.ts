import type { ChunkedText } from './chunkedText.ts';
import { element } from './dom.ts';
import type { Inline } from './markdown/inline.ts';
import type { RowDom, TableDom } from './tableDom.ts';

/** A block of the answer on the page. */
export interface DomBlock {
  /** What is taken away with the block. */
  readonly element: HTMLElement;
  /** What its text goes into, and its children while they are few. */
  readonly content: HTMLElement;
  readonly parent: DomBlock | null;
  readonly table: TableDom | null;
  readonly row: RowDom | null;
  items: readonly Inline[];
  literal: ChunkedText | null;
  /** Where a top-level list or quote goes on when it is long; the last one takes the next child. */
  continuations: HTMLElement[];
  /** Children so far. */
  count: number;
}

/** A block that is one element. */
export function domBlock(made: HTMLElement, parent: DomBlock | null): DomBlock {
  return {
    element: made,
    content: made,
    parent,
    table: null,
    row: null,
    items: [],
    literal: null,
    continuations: [],
    count: 0,
  };
}

// A browser lays out, styles and paints what stands in one part as a whole unless it is out of sight.
const perPart = 24;

/** What the next child of this block goes into: top-level blocks and their children stand in parts of bounded size. */
export function placeIn(parent: DomBlock): HTMLElement {
  const isRoot = parent.parent === null;
  const isTop = parent.parent !== null && parent.parent.parent === null;
  const last = isRoot ? parent.continuations.at(-1) : (parent.continuations.at(-1) ?? parent.content);
  parent.count++;
  if (last !== undefined && (last.childElementCount < perPart || !(isRoot || isTop))) return last;
  return isRoot ? openPart(parent) : continueBlock(parent);
}

/** Takes a child away, and the part that it was alone in. */
export function removeFrom(parent: DomBlock, child: HTMLElement): void {
  child.remove();
  parent.count--;
  const last = parent.continuations.at(-1);
  if (last?.childElementCount !== 0) return;
  parent.continuations.pop();
  last.remove();
  const root = parent.parent;
  const part = root?.continuations.at(-1);
  if (root === null || root === undefined || part?.childElementCount !== 0) return;
  root.continuations.pop();
  part.remove();
}

function openPart(root: DomBlock): HTMLElement {
  const part = root.content.appendChild(element('div', 'part'));
  root.continuations.push(part);
  return part;
}

function continueBlock(block: DomBlock): HTMLElement {
  const again = block.element.cloneNode(false) as HTMLElement;
  if (again instanceof HTMLOListElement && block.element instanceof HTMLOListElement) {
    again.start = block.element.start + block.count - 1;
  }
  block.continuations.push(again);
  if (block.parent !== null) {
    const part = openPart(block.parent);
    part.classList.add('continues');
    part.append(again);
  }
  return again;
}
