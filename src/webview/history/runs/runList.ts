import { render } from 'lit';
import { element } from '../../common/dom.ts';
import type { RunListView, RunRowsView, RunRowView } from '../../historyView.ts';
import { age } from '../age.ts';
import { type LoadedRows, takeIn, withoutRuns } from './loadedRows.ts';
import { rowWindow } from './rowWindow.ts';
import { rowId, runRow } from './runRow.ts';
import {
  noSelection,
  type SelectHow,
  type Selection,
  select,
  selectAll,
  selectionWithin,
} from './selection.ts';

/** What the list tells and asks. */
export interface RunListEvents {
  opened(run: string): void;
  /** The selected runs are others. */
  selected(): void;
  /** Delete was pressed. */
  deletePressed(): void;
  /** The end of what is loaded comes into sight. */
  moreWanted(list: string, after: string): void;
  /** What covers the window's upper and lower edge: CSS pixels. */
  covered(): { readonly top: number; readonly bottom: number };
}

// How near the end of what is loaded may come before more is asked for: rows.
const reserve = 100;

/** The list of runs, of which only the rows in sight are built, since there may be 100,000. */
export class RunList {
  readonly element = element('div', 'rows');
  private readonly window = element('div', 'row-window');
  private readonly events: RunListEvents;
  private loaded: LoadedRows | null = null;
  private ids: readonly string[] = [];
  private selection: Selection = noSelection;
  private total = 0;
  private now = '';
  private asked: string | null = null;
  private told: readonly string[] = [];

  constructor(events: RunListEvents) {
    this.events = events;
    const list = this.element;
    list.tabIndex = 0;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-multiselectable', 'true');
    list.append(this.window);
    list.addEventListener('click', (event) => this.pressed(event));
    list.addEventListener('keydown', (event) => this.keyPressed(event));
    addEventListener('scroll', () => this.render(), { passive: true });
    new ResizeObserver(() => this.render()).observe(document.documentElement);
  }

  /** The selected runs in the order of the list. */
  get selected(): readonly string[] {
    return this.selection.ids.size === 0 ? [] : this.ids.filter((id) => this.selection.ids.has(id));
  }

  get isEmpty(): boolean {
    return this.ids.length === 0;
  }

  /** The host has more rows, and they are on their way. */
  get isLoading(): boolean {
    return this.asked !== null;
  }

  /** Says which list it is; rows of another one are dropped. */
  describe(view: RunListView | null, now: string): void {
    this.element.setAttribute('aria-label', view?.title ?? '');
    this.total = view?.total ?? 0;
    this.now = now;
    if (this.loaded !== null && this.loaded.list !== view?.id) this.replace(null, true);
  }

  take(page: RunRowsView): void {
    const other = this.loaded?.list !== page.list;
    this.asked = null;
    this.replace(takeIn(this.loaded, page), other);
  }

  remove(runs: readonly string[]): void {
    if (this.loaded !== null) this.replace(withoutRuns(this.loaded, runs), false);
  }

  /** Builds the rows in sight; to be called when the list's place may have changed. */
  render(): void {
    const rows = this.loaded?.rows ?? [];
    if (!this.element.isConnected) return;
    const height = this.rowHeight();
    const { start, end } = rowWindow(
      this.element.getBoundingClientRect().top,
      innerHeight,
      height,
      rows.length,
    );
    this.element.style.height = `${rows.length * height}px`;
    this.window.style.translate = `0 ${start * height}px`;
    render(
      rows.slice(start, end).map((run, offset) => this.row(run, start + offset)),
      this.window,
    );
    this.pointAtActive(start, end);
    this.askForMore(end);
  }

  private row(run: RunRowView, index: number): unknown {
    return runRow(run, {
      index,
      total: Math.max(this.total, this.ids.length),
      selected: this.selection.ids.has(run.id),
      active: run.id === this.selection.active,
      age: age(run.at, this.now),
    });
  }

  private replace(loaded: LoadedRows | null, other: boolean): void {
    const before = this.ids;
    this.loaded = loaded;
    this.ids = loaded?.rows.map(({ id }) => id) ?? [];
    const selection = other ? noSelection : selectionWithin(this.selection, before, this.ids);
    this.change(selection);
  }

  private change(selection: Selection): void {
    this.selection = selection;
    this.render();
    const { selected, told } = this;
    if (selected.length === told.length && selected.every((id, place) => id === told[place])) return;
    this.told = selected;
    this.events.selected();
  }

  private pointAtActive(start: number, end: number): void {
    const place = this.selection.active === null ? -1 : this.ids.indexOf(this.selection.active);
    // A row that is not built can't be pointed at.
    if (place >= start && place < end) this.element.setAttribute('aria-activedescendant', rowId(place));
    else this.element.removeAttribute('aria-activedescendant');
  }

  private askForMore(end: number): void {
    const last = this.ids.at(-1);
    if (this.loaded === null || !this.loaded.more || last === undefined || this.asked === last) return;
    if (end < this.ids.length - reserve) return;
    this.asked = last;
    this.events.moreWanted(this.loaded.list, last);
  }

  private pressed(event: MouseEvent): void {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
    const run = this.ids[Number(row?.dataset.index)];
    if (run === undefined) return;
    const how = event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'only';
    this.change(select(this.selection, this.ids, run, how));
    if (how === 'only') this.events.opened(run);
  }

  private keyPressed(event: KeyboardEvent): void {
    if (this.actOn(event)) event.preventDefault();
  }

  private actOn(event: KeyboardEvent): boolean {
    const { key, shiftKey } = event;
    const command = event.ctrlKey || event.metaKey;
    const { active } = this.selection;
    if (key === 'Enter' && active !== null) this.events.opened(active);
    else if (key === ' ' && active !== null)
      this.change(select(this.selection, this.ids, active, command ? 'toggle' : 'only'));
    else if (key === 'Delete' || (key === 'Backspace' && event.metaKey)) this.events.deletePressed();
    else if (key === 'a' && command) this.change(selectAll(this.selection, this.ids));
    else if (key === 'Escape' && this.selection.ids.size > 0)
      this.change({ ...this.selection, ids: new Set() });
    else return this.move(key, shiftKey ? 'range' : command ? 'keep' : 'only');
    return true;
  }

  private move(key: string, how: SelectHow): boolean {
    const place = this.selection.active === null ? -1 : this.ids.indexOf(this.selection.active);
    const { top, bottom } = this.events.covered();
    const page = Math.max(1, Math.floor((innerHeight - top - bottom) / this.rowHeight()) - 1);
    const last = this.ids.length - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: place + 1,
      ArrowUp: place < 0 ? 0 : place - 1,
      PageDown: place + page,
      PageUp: place - page,
      Home: 0,
      End: last,
    };
    const to = steps[key];
    const index = Math.max(0, Math.min(last, to ?? 0));
    const run = this.ids[index];
    if (to === undefined || run === undefined) return false;
    this.reveal(index, top, bottom);
    this.change(select(this.selection, this.ids, run, how));
    return true;
  }

  private reveal(index: number, top: number, bottom: number): void {
    const height = this.rowHeight();
    const upper = this.element.getBoundingClientRect().top + index * height;
    if (upper < top) scrollBy({ top: upper - top });
    else if (upper + height > innerHeight - bottom)
      scrollBy({ top: upper + height - (innerHeight - bottom) });
  }

  private rowHeight(): number {
    return Number.parseFloat(getComputedStyle(this.element).getPropertyValue('--row')) || 22;
  }
}
