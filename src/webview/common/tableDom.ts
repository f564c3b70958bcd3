import { element } from './dom.ts';
import { type InlineWords, updateInline } from './inlineDom.ts';
import type { Align } from './markdown/blocks.ts';
import type { Inline } from './markdown/inline.ts';

// A browser lays a table out as a whole, so a long one goes on in a further table below the same head.
const rowsPerTable = 50;

/** A row of a {@link TableDom}. */
export interface RowDom {
  readonly element: HTMLTableRowElement;
  readonly header: boolean;
  shown: readonly (readonly Inline[])[];
}

/** A table of any length in a box that scrolls sideways. */
export class TableDom {
  readonly element = element('div', 'table-box');
  private readonly align: readonly Align[];
  private readonly words: InlineWords;
  private head: readonly (readonly Inline[])[] = [];
  private bodies: HTMLTableSectionElement[] = [];

  constructor(align: readonly Align[], words: InlineWords) {
    this.align = align;
    this.words = words;
    this.element.tabIndex = 0;
  }

  openRow(header: boolean): RowDom {
    const row: RowDom = { element: element('tr'), header, shown: [] };
    if (header) this.openTable(row.element);
    else this.body().append(row.element);
    return row;
  }

  removeRow(row: RowDom): void {
    row.element.remove();
    const last = this.bodies.at(-1);
    if (this.bodies.length < 2 || last?.childElementCount !== 0) return;
    last.closest('.rows')?.remove();
    this.bodies.pop();
    if (this.bodies.length < 2) this.element.classList.remove('long');
  }

  setCells(row: RowDom, cells: readonly (readonly Inline[])[]): void {
    if (row.header) this.head = cells;
    cells.forEach((items, index) => {
      const cell = row.element.cells[index] ?? row.element.appendChild(this.cell(row.header, index));
      updateInline(cell, row.shown[index] ?? [], items, this.words);
    });
    row.shown = cells;
  }

  private body(): HTMLTableSectionElement {
    const last = this.bodies.at(-1);
    if (last !== undefined && last.childElementCount < rowsPerTable) return last;
    const head: RowDom = { element: element('tr'), header: true, shown: [] };
    this.setCells(head, this.head);
    this.element.classList.add('long');
    return this.openTable(head.element);
  }

  private openTable(head: HTMLTableRowElement): HTMLTableSectionElement {
    const table = this.element.appendChild(element('div', 'rows')).appendChild(element('table'));
    table.appendChild(element('thead')).append(head);
    const body = table.appendChild(element('tbody'));
    this.bodies.push(body);
    return body;
  }

  private cell(header: boolean, index: number): HTMLTableCellElement {
    const cell = element(header ? 'th' : 'td', `align-${this.align[index] ?? 'none'}`);
    if (header) cell.scope = 'col';
    return cell;
  }
}
