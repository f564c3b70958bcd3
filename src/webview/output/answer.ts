import { element } from '../common/dom.ts';
import type { AppendView, BlockView, OutputStrings } from '../protocol.ts';
import { type BlockPresenter, presenterFor } from './blockViews.ts';

// Text is built in pieces for so many milliseconds a frame; what is left waits for the next one.
const frameBudget = 8;
const pieceLength = 2_000;

interface Block {
  readonly kind: BlockView['kind'];
  readonly name: string | null;
  text: string;
  /** Length of the text that its presenter has. */
  written: number;
  presenter: BlockPresenter;
  ended: boolean;
}

/** What the answer tells the page. */
export interface AnswerEvents {
  /** The page grew in this frame. */
  onGrown(): void;
  /** All text that came so far stands on the page. */
  onCaughtUp(): void;
}

/** Shows the blocks of an answer, however fast they come, without keeping the page from painting. */
export class Answer {
  /** Holds everything but the thinking. */
  readonly element = element('div');
  readonly thinking = element('div', 'thinking-text');
  private readonly events: AnswerEvents;
  private strings: OutputStrings | null = null;
  private blocks: Block[] = [];
  private raw = false;
  private ended = false;
  private scheduled = false;

  constructor(events: AnswerEvents) {
    this.events = events;
    this.element.id = 'answer';
  }

  /** Makes the page show exactly these blocks; what stands there already and only grew is kept. */
  show(blocks: readonly BlockView[], strings: OutputStrings): void {
    this.strings = strings;
    this.ended = false;
    const grown = this.blocks.every((block, index) => isContinued(block, blocks[index]));
    if (!grown) this.clear();
    blocks.forEach((view, position) => {
      const block = this.blocks[position] ?? this.add(view);
      block.text = view.text;
    });
    this.schedule();
  }

  append(appends: readonly AppendView[]): void {
    for (const { position, create, text } of appends) {
      const block = this.blocks[position] ?? (create === null ? undefined : this.add(create));
      if (block !== undefined) block.text += text;
    }
    this.schedule();
  }

  /** No more text will come. */
  end(): void {
    this.ended = true;
    this.schedule();
  }

  get isRaw(): boolean {
    return this.raw;
  }

  /** Shows the text as it came, or as Markdown. */
  setRaw(raw: boolean): void {
    if (this.raw === raw) return;
    this.raw = raw;
    for (const block of this.blocks) {
      if (block.kind !== 'text' || this.strings === null) continue;
      const presenter = presenterFor(block, raw, this.strings);
      block.presenter.element.replaceWith(presenter.element);
      Object.assign(block, { presenter, written: 0, ended: false });
    }
    this.schedule();
  }

  private clear(): void {
    this.blocks = [];
    this.element.replaceChildren();
    this.thinking.replaceChildren();
  }

  private add(view: Omit<BlockView, 'text'>): Block {
    if (this.strings === null) throw new Error('The answer grew before it was shown.');
    const presenter = presenterFor(view, this.raw, this.strings);
    const block: Block = { kind: view.kind, name: view.name, text: '', written: 0, presenter, ended: false };
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
    const deadline = performance.now() + frameBudget;
    let caughtUp = true;
    for (const [index, block] of this.blocks.entries()) {
      if (!write(block, deadline)) {
        caughtUp = false;
        break;
      }
      if (!block.ended && (this.ended || index < this.blocks.length - 1)) {
        block.presenter.end();
        block.ended = true;
      }
    }
    this.events.onGrown();
    if (caughtUp) this.events.onCaughtUp();
    else this.schedule();
  }
}

/** Hands text to the presenter until the deadline; whether it has everything. */
function write(block: Block, deadline: number): boolean {
  if (block.written === block.text.length) return true;
  do {
    const piece = block.text.slice(block.written, block.written + pieceLength);
    block.presenter.write(piece);
    block.written += piece.length;
  } while (block.written < block.text.length && performance.now() < deadline);
  block.presenter.render();
  return block.written === block.text.length;
}

function isContinued(block: Block, view: BlockView | undefined): boolean {
  return (
    view !== undefined &&
    view.kind === block.kind &&
    view.name === block.name &&
    view.text.startsWith(block.text)
  );
}
