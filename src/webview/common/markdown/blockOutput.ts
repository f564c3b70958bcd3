import { assertNever } from '../../../core/assertNever.ts';
import type { BlockInfo, Flow, MarkdownSink } from './blocks.ts';
import { parseInline } from './parseInline.ts';
import { splitRow } from './table.ts';

/** What reading a line does to the page; the two ways of doing it are {@link Settled} and {@link Provisional}. */
export interface BlockOutput<N> {
  /** False while a line is only tried: what stands on the page already must not change its kind then. */
  readonly settled: boolean;
  open(parent: N, info: BlockInfo): N;
  remove(node: N): void;
  loosen(list: N): void;
  /** The flow's text changed. */
  flow(flow: Flow<N>): void;
  append(node: N, text: string): void;
}

/** Does what whole lines say; running text is built once a {@link render}, however many lines it grew by. */
export class Settled<N> implements BlockOutput<N> {
  readonly settled = true;
  private readonly sink: MarkdownSink<N>;
  private readonly changed = new Map<N, Flow<N>>();

  constructor(sink: MarkdownSink<N>) {
    this.sink = sink;
  }

  open(parent: N, info: BlockInfo): N {
    return this.sink.open(parent, info);
  }

  remove(node: N): void {
    this.changed.delete(node);
    this.sink.remove(node);
  }

  loosen(list: N): void {
    this.sink.loosen(list);
  }

  flow(flow: Flow<N>): void {
    this.changed.set(flow.node, flow);
  }

  append(node: N, text: string): void {
    this.sink.append(node, text);
  }

  /** Builds what changed, except what a provisional line is going to build in its place. */
  render(provisional: ReadonlyMap<N, Flow<N>>): void {
    for (const flow of this.changed.values()) {
      if (!provisional.has(flow.node)) renderFlow(this.sink, flow);
    }
    this.changed.clear();
  }
}

/** Does what the unfinished last line seems to say, so that it can be undone when more of it is there. */
export class Provisional<N> implements BlockOutput<N> {
  readonly settled = false;
  /** Running text that is shown longer than its whole lines are. */
  readonly changed = new Map<N, Flow<N>>();
  private readonly sink: MarkdownSink<N>;
  private readonly made = new Set<N>();
  private readonly roots: N[] = [];
  private readonly tails = new Map<N, string>();

  constructor(sink: MarkdownSink<N>) {
    this.sink = sink;
  }

  open(parent: N, info: BlockInfo): N {
    const node = this.sink.open(parent, info);
    if (!this.made.has(parent)) this.roots.push(node);
    this.made.add(node);
    return node;
  }

  remove(): void {}

  loosen(): void {}

  flow(flow: Flow<N>): void {
    this.changed.set(flow.node, flow);
  }

  append(node: N, text: string): void {
    const tail = (this.tails.get(node) ?? '') + text;
    this.sink.tail(node, tail);
    this.tails.set(node, tail);
  }

  render(): void {
    for (const flow of this.changed.values()) renderFlow(this.sink, flow);
  }

  /** Takes back everything but running text, which the next rendering replaces. */
  undo(): void {
    for (const node of this.tails.keys()) this.sink.tail(node, '');
    for (const node of this.roots) this.sink.remove(node);
  }
}

function renderFlow<N>(sink: MarkdownSink<N>, flow: Flow<N>): void {
  switch (flow.kind) {
    case 'paragraph':
      sink.inline(flow.node, parseInline(flow.text, flow.startsItem));
      break;
    case 'heading':
      sink.inline(flow.node, parseInline(flow.text.replace(/(^|[ \t])#+[ \t]*$/, '')));
      break;
    case 'row': {
      const cells = splitRow(flow.text);
      sink.cells(
        flow.node,
        Array.from({ length: flow.columns }, (_, index) => parseInline(cells[index] ?? '')),
      );
      break;
    }
    default:
      assertNever(flow);
  }
}
