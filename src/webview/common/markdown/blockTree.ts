import type { BlockOutput } from './blockOutput.ts';
import type { BlockInfo, BlockState, Container, Flow, Leaf } from './blocks.ts';
import { growFlow } from './flow.ts';
import type { ItemStart } from './starts.ts';
import { splitRow } from './table.ts';

/** What the rest of a very long line is added to; null where it says nothing. */
export type LineTarget<N> =
  | { readonly kind: 'flow'; readonly flow: Flow<N> }
  | { readonly kind: 'literal'; readonly node: N }
  | null;

/** Opens, extends and closes blocks at the end of the open ones. */
export class BlockTree<N> {
  readonly state: BlockState<N>;
  readonly output: BlockOutput<N>;

  constructor(state: BlockState<N>, output: BlockOutput<N>) {
    this.state = state;
    this.output = output;
  }

  /** Open containers, the root included. */
  get depth(): number {
    return this.state.containers.length;
  }

  /** Opens a block in the container of this depth, after closing what is open below it. */
  open(depth: number, info: BlockInfo): N {
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

  closeTo(depth: number): void {
    this.state.containers.length = depth;
    this.state.leaf = null;
  }

  openQuote(depth: number): void {
    const node = this.open(depth, { kind: 'quote' });
    this.state.containers.push({ kind: 'quote', node });
  }

  /** Opens an item whose content begins at this column, in the list that is open at this depth or a new one. */
  openItem(depth: number, item: ItemStart, indent: number): void {
    const list = this.listFor(depth, item);
    const node = this.output.open(list, { kind: 'item' });
    this.state.containers.push({ kind: 'item', node, indent, empty: true });
  }

  openHeading(depth: number, level: number, text: string): LineTarget<N> {
    const node = this.open(depth, { kind: 'heading', level });
    return this.flow({ kind: 'heading', node, text, full: false });
  }

  openRow(table: N, columns: number, text: string, header: boolean): LineTarget<N> {
    const node = this.output.open(table, { kind: 'row', header });
    return this.flow({ kind: 'row', node, columns, text, full: false });
  }

  openParagraph(depth: number, text: string): LineTarget<N> {
    const container = this.state.containers[depth - 1];
    const startsItem = container?.kind === 'item' && container.empty;
    const node = this.open(depth, { kind: 'paragraph' });
    const flow: Flow<N> & Leaf<N> = { kind: 'paragraph', node, startsItem, text: '', full: false };
    this.state.leaf = flow;
    growFlow(flow, text, this.output);
    return { kind: 'flow', flow };
  }

  literal(node: N, text: string): LineTarget<N> {
    this.output.append(node, text);
    return { kind: 'literal', node };
  }

  /** Makes the paragraph a heading, or its last line the head of a table, when this line says so. */
  convertParagraph(
    leaf: Extract<Leaf<N>, { kind: 'paragraph' }>,
    align: Extract<BlockInfo, { kind: 'table' }>['align'] | null,
    level: number,
  ): boolean {
    const head = leaf.text.slice(leaf.text.lastIndexOf('\n') + 1);
    const isTable = align !== null && splitRow(head).length === align.length;
    if (leaf.full || (!isTable && level === 0)) return false;
    // While the line is only tried the paragraph stays as it is.
    if (!this.output.settled) return true;
    const before = isTable ? leaf.text.slice(0, -head.length).trimEnd() : '';
    if (before === '') this.output.remove(leaf.node);
    else this.output.flow(Object.assign(leaf, { text: before }));
    const { node: parent } = this.state.containers.at(-1) as Container<N>;
    this.state.leaf = null;
    if (isTable) {
      const node = this.output.open(parent, { kind: 'table', align });
      this.state.leaf = { kind: 'table', node, columns: align.length };
      this.openRow(node, align.length, head, true);
    } else {
      const node = this.output.open(parent, { kind: 'heading', level });
      this.flow({ kind: 'heading', node, text: leaf.text, full: false });
    }
    return true;
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

  private flow(flow: Flow<N>): LineTarget<N> {
    this.output.flow(flow);
    return { kind: 'flow', flow };
  }
}
