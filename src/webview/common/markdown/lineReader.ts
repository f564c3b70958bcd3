import type { BlockOutput } from './blockOutput.ts';
import type { BlockState, Leaf } from './blocks.ts';
import { BlockTree, type LineTarget } from './blockTree.ts';
import { growFlow } from './flow.ts';
import { Line } from './line.ts';
import {
  closesFence,
  headingLevel,
  isRule,
  readFence,
  readHtml,
  readItem,
  underlineLevel,
} from './starts.ts';
import { readDelimiterRow } from './table.ts';

/** `none`: the line says nothing more. */
type Read<N> = LineTarget<N> | 'none';

// Deeper than this a block is not read as a container any more but as text.
const maxContainers = 40;

/** Reads lines by the block rules of CommonMark 0.31 and the tables of GitHub's, one at a time. */
export class LineReader<N> {
  private readonly tree: BlockTree<N>;

  constructor(state: BlockState<N>, output: BlockOutput<N>) {
    this.tree = new BlockTree(state, output);
  }

  /** Reads a line, or the first part of a very long one (`whole` false), whose rest goes to the target. */
  read(text: string, whole: boolean): LineTarget<N> {
    const line = new Line(text, whole);
    const matched = this.matchContainers(line);
    const inside = matched === this.tree.depth;
    const target = (inside ? this.continueLiteral(line) : undefined) ?? this.readBlocks(line, matched);
    return target === 'none' ? null : target;
  }

  private get state(): BlockState<N> {
    return this.tree.state;
  }

  private matchContainers(line: Line): number {
    let matched = 1;
    for (; matched < this.tree.depth; matched++) {
      const container = this.state.containers[matched];
      if (container?.kind === 'quote') {
        if (!takeQuoteMark(line)) break;
      } else if (container?.kind === 'item') {
        if (line.blank ? container.empty : line.indent < container.indent) break;
        line.advance(container.indent);
      }
    }
    return matched;
  }

  /** `undefined` when no literal block goes on here. */
  private continueLiteral(line: Line): Read<N> | undefined {
    const leaf = this.state.leaf;
    switch (leaf?.kind) {
      case 'fence':
        this.state.afterBlank = false;
        if (line.whole && line.indent < 4 && closesFence(line.content, leaf.mark)) {
          this.state.leaf = null;
          return 'none';
        }
        line.advance(leaf.indent);
        return this.tree.literal(leaf.node, line.rest);
      case 'html':
        if (leaf.end === null && line.blank) return undefined;
        if (leaf.end?.test(line.text) === true) this.state.leaf = null;
        this.state.afterBlank = false;
        return this.tree.literal(leaf.node, line.rest);
      case 'indented':
        return this.continueIndented(leaf, line);
      default:
        return undefined;
    }
  }

  private continueIndented(leaf: Extract<Leaf<N>, { kind: 'indented' }>, line: Line): Read<N> | undefined {
    if (line.blank) {
      line.advance(4);
      leaf.blanks += `${line.rest}\n`;
      this.state.afterBlank = true;
      return 'none';
    }
    if (line.indent < 4) return undefined;
    line.advance(4);
    const { blanks } = leaf;
    leaf.blanks = '';
    this.state.afterBlank = false;
    return this.tree.literal(leaf.node, blanks + line.rest);
  }

  private readBlocks(line: Line, matched: number): Read<N> {
    let opened = false;
    let depth = matched;
    while (!line.blank) {
      const inParagraph = !opened && this.state.leaf?.kind === 'paragraph';
      if (line.indent >= 4) {
        if (inParagraph) break;
        return this.openIndented(line, depth);
      }
      if (this.openContainer(line, depth, inParagraph && depth === this.tree.depth)) {
        opened = true;
        depth = this.tree.depth;
        continue;
      }
      const target = this.openLeaf(line, depth, opened);
      if (target !== undefined) return target;
      break;
    }
    return this.readText(line, depth, opened);
  }

  private openContainer(line: Line, depth: number, interrupts: boolean): boolean {
    if (depth >= maxContainers) return false;
    if (takeQuoteMark(line)) {
      this.tree.openQuote(depth);
      return true;
    }
    const item = isRule(line.content) ? null : readItem(line.content, interrupts);
    if (item === null || (interrupts && underlineLevel(line.content) > 0)) return false;
    const around = line.indent;
    line.skip(item.width);
    const spaces = line.blank || line.indent >= 5 ? 1 : line.indent;
    line.advance(spaces);
    this.tree.openItem(depth, item, around + item.width + spaces);
    return true;
  }

  /** `undefined` when no block but text starts here. */
  private openLeaf(line: Line, depth: number, opened: boolean): Read<N> | undefined {
    const { content, indent, whole } = line;
    const { leaf } = this.state;
    const inParagraph = !opened && leaf?.kind === 'paragraph';
    if (inParagraph && depth === this.tree.depth && whole) {
      const converted = this.tree.convertParagraph(leaf, readDelimiterRow(content), underlineLevel(content));
      if (converted) return 'none';
    }
    const level = headingLevel(content);
    if (level > 0) return this.tree.openHeading(depth, level, content.slice(level).trimStart());
    const fence = whole ? readFence(content) : null;
    if (fence !== null) {
      const node = this.tree.open(depth, { kind: 'code', language: fence.language });
      this.state.leaf = { kind: 'fence', node, mark: fence.mark, indent };
      return 'none';
    }
    if (whole && isRule(content)) {
      this.tree.open(depth, { kind: 'rule' });
      return 'none';
    }
    const end = readHtml(content, inParagraph);
    if (end === undefined) return undefined;
    const node = this.tree.open(depth, { kind: 'html' });
    if (end?.test(content) !== true) this.state.leaf = { kind: 'html', node, end };
    return this.tree.literal(node, line.rest);
  }

  private openIndented(line: Line, depth: number): Read<N> {
    const node = this.tree.open(depth, { kind: 'code', language: '' });
    this.state.leaf = { kind: 'indented', node, blanks: '' };
    line.advance(4);
    return this.tree.literal(node, line.rest);
  }

  private readText(line: Line, depth: number, opened: boolean): Read<N> {
    const { leaf } = this.state;
    if (line.blank) {
      this.tree.closeTo(depth);
      this.state.afterBlank = !opened;
      return 'none';
    }
    // Also the lazy continuation of a paragraph inside containers that this line does not repeat.
    if (!opened && leaf?.kind === 'paragraph') {
      this.state.afterBlank = false;
      growFlow(leaf, `\n${line.content}`, this.tree.output);
      return { kind: 'flow', flow: leaf };
    }
    if (!opened && leaf?.kind === 'table' && depth === this.tree.depth) {
      return this.tree.openRow(leaf.node, leaf.columns, line.content, false);
    }
    return this.tree.openParagraph(depth, line.content);
  }
}

function takeQuoteMark(line: Line): boolean {
  if (line.indent >= 4 || !line.content.startsWith('>')) return false;
  line.skip(1);
  line.advance(1);
  return true;
}
