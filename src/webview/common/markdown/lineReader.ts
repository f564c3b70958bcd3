import type { BlockOutput } from './blockOutput.ts';
import type { BlockInfo, BlockState, Container, Flow, Leaf } from './blocks.ts';
import { growFlow } from './flow.ts';
import { Line } from './line.ts';
import {
  closesFence,
  headingLevel,
  type ItemStart,
  isRule,
  readFence,
  readHtml,
  readItem,
  underlineLevel,
} from './starts.ts';
import { readDelimiterRow, splitRow } from './table.ts';

/** What the rest of a very long line is added to; null where it says nothing. */
export type LineTarget<N> =
  | { readonly kind: 'flow'; readonly flow: Flow<N> }
  | { readonly kind: 'literal'; readonly node: N }
  | null;

// Deeper than this a block is not read as a container any more but as text.
const maxContainers = 40;
/** Reads lines by the block rules of CommonMark 0.31 and the tables of GitHub's, one at a time. */
export class LineReader<N> {
  private readonly state: BlockState<N>;
  private readonly output: BlockOutput<N>;

  constructor(state: BlockState<N>, output: BlockOutput<N>) {
    this.state = state;
    this.output = output;
  }

  /** Reads a line, or the first part of a very long one (`whole` false), whose rest goes to the target. */
  read(text: string, whole: boolean): LineTarget<N> {
    const line = new Line(text, whole);
    const matched = this.matchContainers(line);
    const inside = matched === this.state.containers.length;
    const target = (inside ? this.continueLiteral(line) : undefined) ?? this.readBlocks(line, matched);
    return target === 'none' ? null : target;
  }

  private matchContainers(line: Line): number {
    let matched = 1;
    for (; matched < this.state.containers.length; matched++) {
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

  private continueLiteral(line: Line): LineTarget<N> | 'none' | undefined {
    const leaf = this.state.leaf;
    switch (leaf?.kind) {
      case 'fence':
        this.state.afterBlank = false;
        if (line.whole && line.indent < 4 && closesFence(line.content, leaf.mark)) {
          this.state.leaf = null;
          return 'none';
        }
        line.advance(leaf.indent);
        return this.literal(leaf.node, line);
      case 'html':
        if (leaf.end === null && line.blank) return undefined;
        if (leaf.end?.test(line.text) === true) this.state.leaf = null;
        this.state.afterBlank = false;
        return this.literal(leaf.node, line);
      case 'indented':
        return this.continueIndented(leaf, line);
      default:
        return undefined;
    }
  }

  private continueIndented(
    leaf: Extract<Leaf<N>, { kind: 'indented' }>,
    line: Line,
  ): LineTarget<N> | 'none' | undefined {
    if (line.blank) {
      line.advance(4);
      leaf.blanks += `${line.rest}\n`;
      this.state.afterBlank = true;
      return 'none';
    }
    if (line.indent < 4) return undefined;
    line.advance(4);
    if (leaf.blanks !== '') this.output.append(leaf.node, leaf.blanks);
    leaf.blanks = '';
    this.state.afterBlank = false;
    return this.literal(leaf.node, line);
  }

  private readBlocks(line: Line, matched: number): LineTarget<N> {
    let opened = false;
    let depth = matched;
    while (!line.blank) {
      const inParagraph = !opened && this.state.leaf?.kind === 'paragraph';
      if (line.indent >= 4) {
        if (inParagraph) break;
        return this.openIndented(line, depth);
      }
      const container = this.openContainer(
        line,
        depth,
        inParagraph && depth === this.state.containers.length,
      );
      if (container) {
        opened = true;
        depth = this.state.containers.length;
        continue;
      }
      const target = this.openLeaf(line, depth, opened);
      if (target !== undefined) return target === 'none' ? null : target;
      break;
    }
    return this.readText(line, depth, opened);
  }

  private openContainer(line: Line, depth: number, interrupts: boolean): boolean {
    if (this.state.containers.length >= maxContainers && depth >= maxContainers) return false;
    if (line.content.startsWith('>')) {
      takeQuoteMark(line);
      const node = this.open(depth, { kind: 'quote' });
      this.state.containers.push({ kind: 'quote', node });
      return true;
    }
    const item = isRule(line.content) ? null : readItem(line.content, interrupts);
    if (item === null) return false;
    if (interrupts && underlineLevel(line.content) > 0) return false;
    this.openItem(line, depth, item);
    return true;
  }

  private openItem(line: Line, depth: number, item: ItemStart): void {
    const around = line.indent;
    line.skip(item.width);
    const spaces = line.blank || line.indent >= 5 ? 1 : line.indent;
    line.advance(spaces);
    const list = this.listFor(depth, item);
    const node = this.output.open(list, { kind: 'item' });
    this.state.containers.push({ kind: 'item', node, indent: around + item.width + spaces, empty: true });
  }

  private listFor(depth: number, item: ItemStart): N {
    const current = this.state.containers[depth - 1];
    if (current?.kind === 'list' && current.marker === item.marker) {
      this.closeTo(depth);
      if (this.state.afterBlank) this.output.loosen(current.node);
      return current.node;
    }
    const node = this.open(depth, { kind: 'list', ordered: item.ordered, start: item.start });
    this.state.containers.push({ kind: 'list', node, marker: item.marker });
    return node;
  }

  /** `undefined` when no block but text starts here. */
  private openLeaf(line: Line, depth: number, opened: boolean): LineTarget<N> | 'none' | undefined {
    const { content } = line;
    const inside = !opened && depth === this.state.containers.length;
    const leaf = this.state.leaf;
    if (inside && leaf?.kind === 'paragraph' && line.whole) {
      const converted = this.convertParagraph(leaf, content);
      if (converted) return 'none';
    }
    const level = headingLevel(content);
    if (level > 0) return this.openHeading(line, depth, level);
    const fence = readFence(content);
    if (fence !== null && line.whole) {
      const { indent } = line;
      const node = this.open(depth, { kind: 'code', language: fence.language });
      this.state.leaf = { kind: 'fence', node, mark: fence.mark, indent };
      return 'none';
    }
    if (line.whole && isRule(content)) {
      this.open(depth, { kind: 'rule' });
      return 'none';
    }
    const end = readHtml(content, !opened && leaf?.kind === 'paragraph');
    if (end === undefined) return undefined;
    const node = this.open(depth, { kind: 'html' });
    if (end?.test(content) !== true) this.state.leaf = { kind: 'html', node, end };
    return this.literal(node, line);
  }

  private openHeading(line: Line, depth: number, level: number): LineTarget<N> {
    const node = this.open(depth, { kind: 'heading', level });
    const flow: Flow<N> = { kind: 'heading', node, text: line.content.slice(level).trimStart(), full: false };
    this.output.flow(flow);
    return { kind: 'flow', flow };
  }

  private openIndented(line: Line, depth: number): LineTarget<N> {
    const node = this.open(depth, { kind: 'code', language: '' });
    this.state.leaf = { kind: 'indented', node, blanks: '' };
    line.advance(4);
    return this.literal(node, line);
  }

  /** Makes the paragraph a heading, or its last line the head of a table, when this line says so. */
  private convertParagraph(leaf: Extract<Leaf<N>, { kind: 'paragraph' }>, content: string): boolean {
    if (leaf.full) return false;
    const align = readDelimiterRow(content);
    const head = leaf.text.slice(leaf.text.lastIndexOf('\n') + 1);
    const isTable = align !== null && splitRow(head).length === align.length;
    const level = underlineLevel(content);
    if (!isTable && level === 0) return false;
    // While the line is only tried the paragraph stays as it is.
    if (!this.output.settled) return true;
    const container = this.state.containers.at(-1) as Container<N>;
    const before = isTable ? leaf.text.slice(0, -head.length).trimEnd() : '';
    if (before === '') this.output.remove(leaf.node);
    else this.output.flow(Object.assign(leaf, { text: before }));
    this.state.leaf = null;
    if (isTable) {
      const node = this.output.open(container.node, { kind: 'table', align });
      this.state.leaf = { kind: 'table', node, columns: align.length };
      this.openRow(node, align.length, head, true);
    } else {
      const node = this.output.open(container.node, { kind: 'heading', level });
      this.output.flow({ kind: 'heading', node, text: leaf.text, full: false });
    }
    return true;
  }

  private openRow(table: N, columns: number, text: string, header: boolean): LineTarget<N> {
    const node = this.output.open(table, { kind: 'row', header });
    const flow: Flow<N> = { kind: 'row', node, columns, text, full: false };
    this.output.flow(flow);
    return { kind: 'flow', flow };
  }

  private readText(line: Line, depth: number, opened: boolean): LineTarget<N> {
    const leaf = this.state.leaf;
    if (line.blank) {
      this.closeTo(depth);
      this.state.afterBlank = !opened;
      return null;
    }
    // Also the lazy continuation of a paragraph inside containers that this line does not repeat.
    if (!opened && leaf?.kind === 'paragraph') {
      this.state.afterBlank = false;
      growFlow(leaf, `\n${line.content}`, this.output);
      return { kind: 'flow', flow: leaf };
    }
    if (!opened && leaf?.kind === 'table' && depth === this.state.containers.length) {
      return this.openRow(leaf.node, leaf.columns, line.content, false);
    }
    const container = this.state.containers[depth - 1];
    const startsItem = container?.kind === 'item' && container.empty;
    const node = this.open(depth, { kind: 'paragraph' });
    const flow: Flow<N> & Leaf<N> = { kind: 'paragraph', node, startsItem, text: '', full: false };
    this.state.leaf = flow;
    growFlow(flow, line.content, this.output);
    return { kind: 'flow', flow };
  }

  private literal(node: N, line: Line): LineTarget<N> {
    this.output.append(node, line.rest);
    return { kind: 'literal', node };
  }

  /** Opens a block in the container of this depth, after closing what is open below it. */
  private open(depth: number, info: BlockInfo): N {
    const isList = this.state.containers[depth - 1]?.kind === 'list';
    this.closeTo(isList ? depth - 1 : depth);
    const container = this.state.containers.at(-1) as Container<N>;
    if (container.kind === 'item') {
      const list = this.state.containers.at(-2);
      if (this.state.afterBlank && !container.empty && list !== undefined) this.output.loosen(list.node);
      container.empty = false;
    }
    this.state.afterBlank = false;
    return this.output.open(container.node, info);
  }

  private closeTo(depth: number): void {
    this.state.containers.length = depth;
    this.state.leaf = null;
  }
}

function takeQuoteMark(line: Line): boolean {
  if (line.indent >= 4 || !line.content.startsWith('>')) return false;
  line.skip(1);
  line.advance(1);
  return true;
}
