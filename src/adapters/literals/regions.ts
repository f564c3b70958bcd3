import { IterMode, type Tree, type TreeCursor } from '@lezer/common';
import type { Steps } from '../turns.ts';
import { markedSource } from './names.ts';
import { canBeSite, type Site, sitesAtNode } from './sites.ts';
import { definedName, isDefinition } from './symbols.ts';

/**
 * The sites of a subtree, with places relative to its start. A parse takes over the subtrees that an edit did not touch;
 * with them goes what was found there, so that typing costs no more than the way from the edit up to the top.
 */
export interface Region {
  readonly length: number;
  /** Sites that are in none of the parts. */
  readonly sites: readonly Site[];
  /** Comments that mark what comes next, which may be outside. */
  readonly comments: readonly Site[];
  readonly parts: readonly Part[];
  /** A statement or several: what its sites mean does not depend on what is around it. */
  readonly isClosed: boolean;
  /** Name of the function or class that it is, else empty. */
  readonly name: string;
}

/** A region inside another. */
export interface Part {
  readonly offset: number;
  readonly region: Region;
}

const known = new WeakMap<Tree, Region>();
/** The words of a subtree up to this length are looked for in its text, and only the way down to them is walked. */
const shortSubtree = 8_192;
const blocks: ReadonlySet<string> = new Set(['Script', 'Body', 'Block', 'ClassBody']);

/** The sites of a tree. */
export function* regionSteps(tree: Tree, source: string): Steps<Region> {
  yield* shortSubtrees(tree.cursor(IterMode.IncludeAnonymous), source, true);
  return build(tree, tree.cursor(IterMode.IncludeAnonymous), source, true, null);
}

/** Builds the regions of the subtrees that are short and in none that is: what is left of the whole takes one step. */
function* shortSubtrees(cursor: TreeCursor, source: string, isAroundBlock: boolean): Steps<void> {
  const isBlock = isBlockAt(cursor, isAroundBlock);
  if (!cursor.firstChild()) return;
  do {
    const { tree } = cursor;
    if (tree === null || known.has(tree)) continue;
    if (tree.length > shortSubtree) yield* shortSubtrees(cursor, source, isBlock);
    else {
      build(tree, cursor, source, isBlock, null);
      yield;
    }
  } while (cursor.nextSibling());
  cursor.parent();
}

function isBlockAt({ type, name }: TreeCursor, isAroundBlock: boolean): boolean {
  return type.isAnonymous ? isAroundBlock : blocks.has(name);
}

/** `words` are the places of the words around, in order; null where they have not been looked for. */
function build(
  tree: Tree,
  cursor: TreeCursor,
  source: string,
  isInBlock: boolean,
  words: readonly number[] | null,
): Region {
  const before = known.get(tree);
  if (before !== undefined) return before;
  const { from } = cursor;
  const { length } = tree;
  const places = words ?? (length > shortSubtree ? null : wordsIn(source, from, from + length));
  const isPlain = places !== null && !hasWord(places, from, from + length);
  const sites: Site[] = [];
  const comments: Site[] = [];
  const parts: Part[] = [];
  const fill = (isAroundBlock: boolean): void => {
    if (canBeSite(cursor.type)) {
      for (const site of sitesAtNode(cursor.node, source)) {
        const place = { ...site, from: site.from - from, to: site.to - from };
        (site.via === 'comment' ? comments : sites).push(place);
      }
    }
    const isBlock = isBlockAt(cursor, isAroundBlock);
    if (!cursor.firstChild()) return;
    do {
      if (places !== null && !hasWord(places, cursor.from, cursor.to)) continue;
      const { tree: inner } = cursor;
      if (inner === null) {
        fill(isBlock);
        continue;
      }
      const region = build(inner, cursor, source, isBlock, places);
      if (!isEmpty(region)) parts.push({ offset: cursor.from - from, region });
    } while (cursor.nextSibling());
    cursor.parent();
  };
  const name = !isPlain && isDefinition(cursor) ? definedName(source, cursor.node) : '';
  if (!isPlain) fill(isInBlock);
  const region = { length, sites, comments, parts, isClosed: isInBlock, name };
  known.set(tree, region);
  return region;
}

function wordsIn(source: string, from: number, to: number): readonly number[] {
  return Array.from(source.slice(from, to).matchAll(markedSource), ({ index }) => from + index);
}

function hasWord(places: readonly number[], from: number, to: number): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return (places[low] ?? to) < to;
}

function isEmpty({ sites, comments, parts }: Region): boolean {
  return sites.length === 0 && comments.length === 0 && parts.length === 0;
}
