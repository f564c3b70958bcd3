import { ChunkedText } from './chunkedText.ts';
import { type CodeWords, codeBlock } from './codeBlock.ts';
import { element } from './dom.ts';
import { type DomBlock, domBlock, placeIn, removeFrom } from './domBlock.ts';
import { type InlineWords, updateInline } from './inlineDom.ts';
import type { BlockInfo, MarkdownSink } from './markdown/blocks.ts';
import type { Inline } from './markdown/inline.ts';
import { TableDom } from './tableDom.ts';

/** Builds Markdown from nodes alone, never from a string of HTML. */
export class MarkdownDom implements MarkdownSink<DomBlock> {
  readonly root: DomBlock;
  private readonly words: InlineWords & CodeWords;

  constructor(parent: HTMLElement, words: InlineWords & CodeWords) {
    this.root = domBlock(parent, null);
    this.words = words;
  }

  open(parent: DomBlock, info: BlockInfo): DomBlock {
    if (info.kind === 'row' && parent.table !== null) {
      const row = parent.table.openRow(info.header);
      return { ...domBlock(row.element, parent), table: parent.table, row };
    }
    const place = placeIn(parent);
    const block = this.make(info, parent);
    place.append(block.element);
    return block;
  }

  remove(block: DomBlock): void {
    if (block.table !== null && block.row !== null) block.table.removeRow(block.row);
    else if (block.parent !== null) removeFrom(block.parent, block.element);
  }

  loosen(list: DomBlock): void {
    for (const part of [list.element, ...list.continuations]) part.classList.add('loose');
  }

  inline(block: DomBlock, items: readonly Inline[]): void {
    updateInline(block.content, block.items, items, this.words);
    block.items = items;
    if (items[0]?.kind === 'task') block.parent?.element.classList.add('task-item');
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

  private make(info: BlockInfo, parent: DomBlock): DomBlock {
    switch (info.kind) {
      case 'heading':
        return domBlock(element(headingTags[info.level - 1] ?? 'h6', `level-${info.level}`), parent);
      case 'quote':
        return domBlock(element('blockquote'), parent);
      case 'rule':
        return domBlock(element('hr'), parent);
      case 'item':
        return domBlock(element('li'), parent);
      case 'html':
        return domBlock(element('pre', 'html'), parent);
      case 'list': {
        if (!info.ordered) return domBlock(element('ul'), parent);
        const list = element('ol');
        list.start = info.start;
        return domBlock(list, parent);
      }
      case 'code': {
        const { block, code } = codeBlock(info.language, this.words);
        return { ...domBlock(block, parent), content: code };
      }
      case 'table': {
        const table = new TableDom(info.align, this.words);
        return { ...domBlock(table.element, parent), table };
      }
      default:
        return domBlock(element('p'), parent);
    }
  }
}

// The panel's own headings are of the second level.
const headingTags = ['h3', 'h4', 'h5', 'h6', 'h6', 'h6'] as const;
