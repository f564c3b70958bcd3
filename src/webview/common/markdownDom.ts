import { ChunkedText } from './chunkedText.ts';
import { type CodeWords, codeBlock } from './codeBlock.ts';
import { element } from './dom.ts';
import { type InlineWords, updateInline } from './inlineDom.ts';
import type { BlockInfo, MarkdownSink } from './markdown/blocks.ts';
import type { Inline } from './markdown/inline.ts';
import { type RowDom, TableDom } from './tableDom.ts';

const blocksPerPart = 24;

/** A block of the answer on the page. */
export interface DomBlock {
  /** What is taken away with the block. */
  readonly element: HTMLElement;
  /** What its children and its text go into. */
  readonly content: HTMLElement;
  readonly table: TableDom | null;
  readonly row: RowDom | null;
  items: readonly Inline[];
  literal: ChunkedText | null;
}

/** Builds Markdown from nodes alone, never from a string of HTML. */
export class MarkdownDom implements MarkdownSink<DomBlock> {
  readonly root: DomBlock;
  private readonly words: InlineWords & CodeWords;

  constructor(parent: HTMLElement, words: InlineWords & CodeWords) {
    this.root = plainBlock(parent);
    this.words = words;
  }

  open(parent: DomBlock, info: BlockInfo): DomBlock {
    if (info.kind === 'row' && parent.table !== null) {
      const row = parent.table.openRow(info.header);
      return { ...plainBlock(row.element), table: parent.table, row };
    }
    const block = this.make(info);
    this.place(parent).append(block.element);
    return block;
  }

  remove(block: DomBlock): void {
    if (block.table !== null && block.row !== null) {
      block.table.removeRow(block.row);
      return;
    }
    const parent = block.element.parentElement;
    block.element.remove();
    if (parent?.className === 'part' && parent.childElementCount === 0) parent.remove();
  }

  loosen(list: DomBlock): void {
    list.element.classList.add('loose');
  }

  inline(block: DomBlock, items: readonly Inline[]): void {
    updateInline(block.content, block.items, items, this.words);
    block.items = items;
  }

  cells(block: DomBlock, cells: readonly (readonly Inline[])[]): void {
    if (block.row !== null) block.table?.setCells(block.row, cells);
  }

  append(block: DomBlock, text: string): void {
    this.literal(block).append(text);
  }

  tail(block: DomBlock, text: string): void {
    this.literal(block).tail(text);
  }

  private literal(block: DomBlock): ChunkedText {
    if (block.literal === null) {
      const parent = block.row?.element.lastElementChild ?? block.content;
      block.literal = new ChunkedText(parent instanceof HTMLElement ? parent : block.content);
    }
    return block.literal;
  }

  /** Top-level blocks stand in parts, so that the browser can skip those that are out of sight. */
  private place(parent: DomBlock): HTMLElement {
    if (parent !== this.root) return parent.content;
    const last = this.root.content.lastElementChild;
    if (last instanceof HTMLElement && last.childElementCount < blocksPerPart) return last;
    return this.root.content.appendChild(element('div', 'part'));
  }

  private make(info: BlockInfo): DomBlock {
    switch (info.kind) {
      case 'heading':
        return plainBlock(element(headingTags[info.level - 1] ?? 'h6', `level-${info.level}`));
      case 'quote':
        return plainBlock(element('blockquote'));
      case 'rule':
        return plainBlock(element('hr'));
      case 'item':
        return plainBlock(element('li'));
      case 'html':
        return plainBlock(element('pre', 'html'));
      case 'list': {
        if (!info.ordered) return plainBlock(element('ul'));
        const list = element('ol');
        list.start = info.start;
        return plainBlock(list);
      }
      case 'code': {
        const { block, code } = codeBlock(info.language, this.words);
        return { ...plainBlock(block), content: code };
      }
      case 'table': {
        const table = new TableDom(info.align, this.words);
        return { ...plainBlock(table.element), table };
      }
      default:
        return plainBlock(element('p'));
    }
  }
}

// The panel's own headings are of the second level.
const headingTags = ['h3', 'h4', 'h5', 'h6', 'h6', 'h6'] as const;

function plainBlock(made: HTMLElement): DomBlock {
  return { element: made, content: made, table: null, row: null, items: [], literal: null };
}
