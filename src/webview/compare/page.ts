import { render } from 'lit';
import type { Preference } from '../../core/compare/blind.ts';
import type { Host } from '../common/host.ts';
import type { CompareStrings, CompareToHost, CompareView, HostToCompare } from '../compareProtocol.ts';
import { type Kept, nothingKept } from './kept.ts';
import { listenForPresses, type Presses } from './presses.ts';
import { panel } from './template.ts';

/** The comparison panel: shows what the host says and tells it what the person does. */
export class Page implements Presses {
  private readonly host: Host<CompareToHost, Kept>;
  private readonly root: HTMLElement;
  private kept: Kept;
  private view: CompareView | null = null;
  private strings: CompareStrings | null = null;
  private announcement = '';

  constructor(host: Host<CompareToHost, Kept>, root: HTMLElement) {
    this.host = host;
    this.root = root;
    this.kept = host.load() ?? nothingKept;
    listenForPresses(root, this);
    addEventListener('scrollend', () => this.keep({ scrollTop: scrollY }));
    addEventListener('message', (event: MessageEvent<HostToCompare>) => this.receive(event.data));
    host.post({ type: 'ready' });
  }

  private receive({ view, strings }: HostToCompare): void {
    const first = this.view === null;
    const judged = this.view?.blind?.position;
    // Hydration must not repeat aloud what was said before.
    this.announcement = first ? '' : (view.announcement ?? '');
    this.view = view;
    this.strings = strings;
    this.render();
    if (view.id !== this.kept.id) this.keep({ id: view.id, scrollTop: 0 });
    else if (first) this.restoreScroll();
    // The next pair is read from its beginning, and its keys work at once. A page that is only shown again takes no focus.
    if (!first && view.blind !== null && view.blind.position !== judged) {
      scrollTo({ top: 0 });
      this.root.querySelector<HTMLElement>('.blind h2')?.focus();
    }
  }

  private render(): void {
    const { view, strings, kept, announcement } = this;
    if (view === null || strings === null) return;
    document.body.setAttribute('aria-label', strings.panelLabel);
    render(panel({ view, strings, kept, announcement }), this.root);
  }

  // Buttons get their height a little after the page is built.
  private restoreScroll(): void {
    const { scrollTop } = this.kept;
    requestAnimationFrame(() => scrollTo({ top: scrollTop }));
  }

  private keep(change: Partial<Kept>): void {
    this.kept = { ...this.kept, ...change };
    this.host.save(this.kept);
  }

  send(message: CompareToHost): void {
    this.host.post(message);
  }

  runsToggled(open: boolean): void {
    if (this.kept.runs !== open) this.keep({ runs: open });
  }

  keyPressed(key: string): boolean {
    const choice = this.view?.blind?.choices.find((offer) => offer.key === key.toLowerCase());
    if (choice === undefined) return false;
    this.prefer(choice.preference);
    return true;
  }

  prefer(preference: Preference): void {
    if (this.view?.blind != null) this.host.post({ type: 'prefer', preference });
  }

  escaped(): void {
    const canStop = this.view?.buttons.some(({ action }) => action === 'stop') ?? false;
    if (canStop) this.host.post({ type: 'action', action: 'stop' });
  }
}
