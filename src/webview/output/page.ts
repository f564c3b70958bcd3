import { render } from 'lit';
import { Autoscroll } from '../common/autoscroll.ts';
import type { Host } from '../common/host.ts';
import type { HostToOutput, OutputStrings, OutputToHost, OutputView, RequestLanguage } from '../protocol.ts';
import { Answer } from './answer.ts';
import { Glance } from './glance.ts';
import { type FoldId, type Kept, nothingKept } from './kept.ts';
import { listenForPresses, type Presses } from './presses.ts';
import { panel } from './template.ts';

/** The output panel: shows what the host says and tells it what the person does. */
export class Page implements Presses {
  private readonly host: Host<OutputToHost, Kept>;
  private readonly root: HTMLElement;
  private readonly answer = new Answer(() => this.caughtUp());
  private readonly autoscroll = new Autoscroll(this.answer.element, () => this.scrollModeChanged());
  private readonly glance = new Glance();
  private kept: Kept;
  private view: OutputView | null = null;
  private strings: OutputStrings | null = null;
  private requests = new Map<RequestLanguage, string>();
  private announcement = '';
  private scrollToRestore: number | null = null;

  constructor(host: Host<OutputToHost, Kept>, root: HTMLElement) {
    this.host = host;
    this.root = root;
    this.kept = host.load() ?? nothingKept;
    this.answer.setRaw(this.kept.raw);
    listenForPresses(root, this);
    addEventListener('scrollend', () => this.keep({ scrollTop: scrollTop() }));
    addEventListener('message', (event: MessageEvent<HostToOutput>) => this.receive(event.data));
    host.post({ type: 'ready' });
  }

  private receive(message: HostToOutput): void {
    switch (message.type) {
      case 'show':
        this.strings = message.strings;
        this.setView(message.view, true);
        this.answer.show(message.blocks, message.strings);
        break;
      case 'progress':
        this.answer.append(message.append);
        if (message.view !== null) this.setView(message.view, false);
        break;
      case 'request':
        this.requests.set(message.language, message.code);
        break;
    }
    if (this.view?.phase === 'ended') this.answer.end();
    this.render();
  }

  private setView(view: OutputView, whole: boolean): void {
    const before = this.view;
    this.view = view;
    if (before === null || before.runId !== view.runId) this.beginRun(view);
    // Hydration must not repeat aloud what was said when the run ended.
    this.announcement = whole ? '' : (view.announcement ?? '');
    const { dataset } = document.body;
    dataset.phase = view.phase;
    setOrDelete(dataset, 'endState', view.endState);
    setOrDelete(dataset, 'failure', view.failure);
  }

  private beginRun(view: OutputView): void {
    const resumed = view.runId === this.kept.runId;
    this.autoscroll.active = view.phase !== 'ended';
    this.scrollToRestore = resumed ? this.kept.scrollTop : null;
    this.autoscroll.follows = resumed ? this.kept.follows : true;
    this.requests = new Map();
    if (!resumed) this.keep({ runId: view.runId, scrollTop: 0, follows: true });
    if (this.kept.open.includes('request')) this.askForRequest();
  }

  private render(): void {
    if (this.view === null || this.strings === null) return;
    document.body.setAttribute('aria-label', this.strings.panelLabel);
    const { view, strings, kept, answer, announcement } = this;
    const requestCode = this.requests.get(kept.language) ?? null;
    const canJump = this.autoscroll.active && !this.autoscroll.follows;
    render(panel({ view, strings, kept, answer, requestCode, canJump, announcement }), this.root);
    this.glance.watch(this.root.querySelector('.figures'));
  }

  private keep(change: Partial<Kept>): void {
    this.kept = { ...this.kept, ...change };
    this.host.save(this.kept);
  }

  private scrollModeChanged(): void {
    this.keep({ follows: this.autoscroll.follows });
    this.render();
  }

  private caughtUp(): void {
    const followed = this.autoscroll.active && this.autoscroll.follows;
    if (this.scrollToRestore !== null && !followed) scrollTo({ top: this.scrollToRestore });
    this.scrollToRestore = null;
    // The last text gets its place on the screen in this frame and the next.
    if (this.view?.phase === 'ended') {
      requestAnimationFrame(() => requestAnimationFrame(() => this.settle()));
    }
  }

  private settle(): void {
    this.autoscroll.active = this.view?.phase !== 'ended';
    this.render();
  }

  private askForRequest(): void {
    if (!this.requests.has(this.kept.language)) {
      this.host.post({ type: 'request-opened', language: this.kept.language });
    }
  }

  send(message: OutputToHost): void {
    this.host.post(message);
  }

  foldToggled(fold: FoldId, open: boolean): void {
    if (this.kept.open.includes(fold) === open) return;
    const others = this.kept.open.filter((id) => id !== fold);
    this.keep({ open: open ? [...others, fold] : others });
    if (fold === 'request' && open) this.askForRequest();
    this.render();
  }

  languagePicked(language: RequestLanguage): void {
    this.keep({ language });
    this.askForRequest();
    this.render();
  }

  rawToggled(): void {
    this.keep({ raw: !this.kept.raw });
    this.answer.setRaw(this.kept.raw);
    this.render();
  }

  requestCopied(): void {
    this.host.post({ type: 'copy-request', language: this.kept.language });
  }

  jumped(): void {
    this.autoscroll.jump();
  }

  escaped(): void {
    const canStop = this.view?.state.buttons.some(({ action }) => action === 'stop') ?? false;
    if (canStop) this.host.post({ type: 'action', action: 'stop' });
  }

  copied(): string {
    this.announcement = this.strings?.copied ?? '';
    this.render();
    return this.announcement;
  }

  // Taken away again, or the next copy would change nothing and not be heard.
  copiedShown(): void {
    if (this.announcement !== this.strings?.copied) return;
    this.announcement = '';
    this.render();
  }
}

function scrollTop(): number {
  return document.scrollingElement?.scrollTop ?? 0;
}

function setOrDelete(dataset: DOMStringMap, name: string, value: string | null): void {
  if (value === null) delete dataset[name];
  else dataset[name] = value;
}
