import { render } from 'lit';
import type { Host } from '../common/host.ts';
import type { RunActionId } from '../historyIds.ts';
import type { HistoryStrings, HistoryToHost, HostToHistory } from '../historyProtocol.ts';
import type { HistoryView, RunRowsView } from '../historyView.ts';
import { RunChart } from './chart/runChart.ts';
import { type Kept, nothingKept } from './kept.ts';
import { listenForPresses, type Presses } from './presses.ts';
import { RunList, type RunListEvents } from './runs/runList.ts';
import { panel } from './template.ts';

const minute = 60_000;

/** The side panel: shows what the host says and tells it what the person does. */
export class Page implements Presses, RunListEvents {
  private readonly host: Host<HistoryToHost, Kept>;
  private readonly root: HTMLElement;
  private readonly chart = new RunChart((run) => this.opened(run));
  private readonly list = new RunList(this);
  private kept: Kept;
  private view: HistoryView | null = null;
  private strings: HistoryStrings | null = null;
  private announcement = '';
  private scrollToRestore: number | null = null;

  constructor(host: Host<HistoryToHost, Kept>, root: HTMLElement) {
    this.host = host;
    this.root = root;
    this.kept = host.load() ?? nothingKept;
    listenForPresses(root, this);
    addEventListener('scrollend', () => this.keep({ scrollTop: scrollY }));
    for (const byPerson of ['wheel', 'keydown', 'pointerdown']) {
      addEventListener(byPerson, () => this.letGo(), { passive: true });
    }
    // Ages grow while nothing else happens.
    setInterval(() => this.render(), minute);
    addEventListener('message', (event: MessageEvent<HostToHistory>) => this.receive(event.data));
    host.post({ type: 'ready' });
  }

  private receive(message: HostToHistory): void {
    switch (message.type) {
      case 'show':
        this.strings = message.strings;
        this.setView(message.view, true);
        this.takeIn(message.rows);
        break;
      case 'update':
        this.setView(message.view, false);
        this.takeIn(message.rows);
        break;
      case 'rows':
        this.takeIn(message.rows);
        break;
      case 'gone':
        this.list.remove(message.runs);
        break;
    }
    this.render();
    this.restoreScroll();
  }

  // Rows of a list that was left meanwhile come too late.
  private takeIn(rows: RunRowsView | null): void {
    if (rows !== null && rows.list === this.view?.runs?.id) this.list.take(rows);
  }

  private setView(view: HistoryView, whole: boolean): void {
    const first = this.view === null;
    const list = view.runs?.id ?? null;
    const other = list !== this.kept.list;
    // Hydration must not repeat aloud what was said before.
    this.announcement = whole ? '' : (view.announcement ?? '');
    this.view = view;
    if (other) {
      this.keep({ list, scrollTop: 0 });
      if (!first) scrollTo({ top: 0 });
    } else if (first) this.scrollToRestore = this.kept.scrollTop;
  }

  private render(): void {
    const { view, strings, kept, chart, list, announcement } = this;
    if (view === null || strings === null) return;
    document.body.setAttribute('aria-label', strings.panelLabel);
    list.describe(view.runs, strings.now);
    render(panel({ view, strings, kept, chart, list, announcement }), this.root);
    if (view.chart !== null && view.chart.points.length > 0) chart.show(view.chart, strings.chart);
    list.render();
  }

  private keep(change: Partial<Kept>): void {
    this.kept = { ...this.kept, ...change };
    this.host.save(this.kept);
  }

  // The place may lie beyond the rows that are loaded yet; going near the end loads more, until the place is there.
  private restoreScroll(): void {
    if (this.scrollToRestore === null) return;
    const place = this.scrollToRestore;
    scrollTo({ top: place });
    this.list.render();
    if (Math.abs(scrollY - place) <= 1 || !this.list.isLoading) this.letGo();
  }

  private letGo(): void {
    this.scrollToRestore = null;
  }

  send(message: HistoryToHost): void {
    this.host.post(message);
  }

  runAction(action: RunActionId): void {
    const runs = this.list.selected;
    const offered = this.view?.runs?.actions.find((offer) => offer.action === action);
    if (offered === undefined || runs.length < offered.least || runs.length > offered.most) return;
    this.host.post({ type: 'run-action', action, runs });
  }

  tableToggled(): void {
    this.keep({ table: !this.kept.table });
    this.render();
  }

  allVersionsToggled(): void {
    this.keep({ allVersions: !this.kept.allVersions });
    this.render();
  }

  versionsToggled(open: boolean): void {
    if (this.kept.versions !== open) this.keep({ versions: open });
    this.list.render();
  }

  undone(): void {
    const canUndo = this.view?.undo?.buttons.some(({ action }) => action === 'undo') ?? false;
    if (canUndo) this.host.post({ type: 'action', action: 'undo' });
  }

  opened(run: string): void {
    this.host.post({ type: 'open-run', run });
  }

  selected(): void {
    this.host.post({ type: 'select', runs: this.list.selected });
    this.render();
  }

  deletePressed(): void {
    this.runAction('delete');
  }

  moreWanted(list: string, after: string): void {
    this.host.post({ type: 'more-rows', list, after });
  }

  covered(): { readonly top: number; readonly bottom: number } {
    const height = (selector: string) => this.root.querySelector<HTMLElement>(selector)?.offsetHeight ?? 0;
    return { top: height('.runs-head'), bottom: height('.undo') };
  }
}
