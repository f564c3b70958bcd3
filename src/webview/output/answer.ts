import { element } from '../common/dom.ts';
import type { AppendView, BlockView, OutputStrings } from '../protocol.ts';
import { type BlockPresenter, presenterFor } from './blockViews.ts';
import { Pace, type Slice } from './pace.ts';

const pieceLength = 1_000;

interface Block {
  readonly kind: BlockView['kind'];
  readonly name: string | null;
  text: string;
  /** The end of the text that its presenter does not have yet. */
  pending: string;
  presenter: BlockPresenter;
  ended: boolean;
}

/** Shows the blocks of an answer, however fast they come, without keeping the page from painting. */
export class Answer {
  /** Holds everything but the thinking. */
  readonly element = element('div');
  readonly thinking = element('div', 'thinking-text');
  private readonly onCaughtUp: () => void;
  private strings: OutputStrings | null = null;
  private blocks: Block[] = [];
  private raw = false;
  private ended = false;
  private scheduled = false;
  private readonly pace = new Pace();

  /** `onCaughtUp` is called in the frame in which all text that came so far stands on the page. */
  constructor(onCaughtUp: () => void) {
    this.onCaughtUp = onCaughtUp;
    this.element.id = 'answer';
  }

  /** Makes the page show exactly these blocks; what stands there already and only grew is kept. */
  show(blocks: readonly BlockView[], strings: OutputStrings): void {
    this.strings = strings;
    this.ended = false;
    const grown = this.blocks.every((block, index) => isContinued(block, blocks[index]));
    if (!grown) this.clear();
    blocks.forEach((view, position) => {
      const block = this.blocks[position] ?? this.add(view, strings);
      grow(block, view.text.slice(block.text.length));
    });
    this.schedule();
  }

  append(appends: readonly AppendView[]): void {
    if (this.strings === null) return;
    for (const { position, create, text } of appends) {
      const block = this.blocks[position] ?? (create === null ? undefined : this.add(create, this.strings));
      if (block !== undefined) grow(block, text);
    }
    this.schedule();
  }

  /** No more text will come. */
  end(): void {
    this.ended = true;
    this.schedule();
  }

  /** Whether there is thinking to read; the API may hide it. */
  get hasThinking(): boolean {
    return this.blocks.some(({ kind, text }) => kind === 'thinking' && text !== '');
  }

  /** Whether there is text, which can be shown raw. */
  get hasText(): boolean {
    return this.blocks.some(({ kind }) => kind === 'text');
  }

  get isEmpty(): boolean {
    return this.blocks.every(({ kind }) => kind === 'thinking');
  }

  /** Shows the text as it came, or as Markdown. */
  setRaw(raw: boolean): void {
    if (this.raw === raw) return;
    this.raw = raw;
    for (const block of this.blocks) {
      if (block.kind !== 'text' || this.strings === null) continue;
      const presenter = presenterFor(block, raw, this.strings);
      block.presenter.element.replaceWith(presenter.element);
      Object.assign(block, { presenter, pending: block.text, ended: false });
    }
    this.schedule();
  }

  private clear(): void {
    this.blocks = [];
    this.element.replaceChildren();
    this.thinking.replaceChildren();
  }

  private add(view: Omit<BlockView, 'text'>, strings: OutputStrings): Block {
    const presenter = presenterFor(view, this.raw, strings);
    const block: Block = { kind: view.kind, name: view.name, text: '', pending: '', presenter, ended: false };
    (view.kind === 'thinking' ? this.thinking : this.element).append(presenter.element);
    this.blocks.push(block);
    return block;
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    requestAnimationFrame(() => this.frame());
  }

  private frame(): void {
    this.scheduled = false;
    const slice = this.pace.begin();
    let caughtUp = true;
    for (const [index, block] of this.blocks.entries()) {
      if (!write(block, slice)) {
        caughtUp = false;
        break;
      }
      if (!block.ended && (this.ended || index < this.blocks.length - 1)) {
        block.presenter.end();
        block.ended = true;
      }
    }
    slice.end(this.element);
    if (caughtUp) this.onCaughtUp();
    else this.schedule();
  }
}

function grow(block: Block, text: string): void {
  block.text += text;
  block.pending += text;
}

/** Hands text to the presenter as far as the slice allows; whether it has everything. */
function write(block: Block, slice: Slice): boolean {
  if (block.pending === '') return true;
  do {
    const piece = block.pending.slice(0, pieceLength);
    block.presenter.write(piece);
    block.pending = block.pending.slice(pieceLength);
    slice.spend(piece.length);
  } while (block.pending !== '' && !slice.spent);
  block.presenter.render();
  return block.pending === '';
}

function isContinued(block: Block, view: BlockView | undefined): boolean {
  return (
    view !== undefined &&
    view.kind === block.kind &&
    view.name === block.name &&
    view.text.startsWith(block.text)
  );
}
