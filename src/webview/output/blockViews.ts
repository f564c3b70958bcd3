import { ChunkedText } from '../common/chunkedText.ts';
import { codeBlock } from '../common/codeBlock.ts';
import { element } from '../common/dom.ts';
import type { DomBlock } from '../common/domBlock.ts';
import { fittingLength } from '../common/fittingLength.ts';
import { MarkdownStream } from '../common/markdown/markdownStream.ts';
import { MarkdownDom } from '../common/markdownDom.ts';
import type { BlockView, OutputStrings } from '../protocol.ts';

// Longest text of a block that is read as Markdown, in UTF-16 code units; the rest is shown as it is.
const maxMarkdown = 1_500_000;

/** A block of the answer as the page builds it. */
export interface BlockPresenter {
  readonly element: HTMLElement;
  /** Takes more of the text; it may stay out of sight until {@link render}. */
  write(text: string): void;
  render(): void;
  /** No more text will come. */
  end(): void;
}

/** What shows a block; text as Markdown unless `raw`. */
export function presenterFor(
  view: Omit<BlockView, 'text'>,
  raw: boolean,
  strings: OutputStrings,
): BlockPresenter {
  if (view.kind === 'text' && !raw) return new MarkdownPresenter(strings);
  if (view.kind === 'text' || view.kind === 'thinking') {
    const plain = element('pre', `plain ${view.kind}`);
    return literal(plain, plain);
  }
  const label = view.kind === 'tool' ? `${strings.toolCall}: ${view.name ?? ''}` : (view.name ?? '');
  const { block, code } = codeBlock(label, strings);
  return literal(block, code);
}

/** Shows text as it came, in `place` within the block. */
function literal(block: HTMLElement, place: HTMLElement): BlockPresenter {
  const text = new ChunkedText(place);
  return { element: block, write: (piece) => text.append(piece), render: () => {}, end: () => {} };
}

class MarkdownPresenter implements BlockPresenter {
  readonly element = element('div', 'markdown');
  private readonly strings: OutputStrings;
  private readonly stream: MarkdownStream<DomBlock>;
  /** Of the text that is read as Markdown. */
  private length = 0;
  private rest: ChunkedText | null = null;
  private dirty = false;

  constructor(strings: OutputStrings) {
    this.strings = strings;
    const dom = new MarkdownDom(this.element, strings);
    this.stream = new MarkdownStream(dom, dom.root);
  }

  write(text: string): void {
    const cut = this.rest === null ? fittingLength(text, maxMarkdown - this.length) : 0;
    this.length += cut;
    if (cut > 0) {
      this.stream.write(text.slice(0, cut));
      this.dirty = true;
    }
    if (cut < text.length) this.openRest().append(text.slice(cut));
  }

  render(): void {
    if (this.dirty) this.stream.render();
    this.dirty = false;
  }

  end(): void {
    this.stream.end();
    this.dirty = false;
  }

  private openRest(): ChunkedText {
    if (this.rest !== null) return this.rest;
    this.stream.end();
    this.element.append(element('p', 'long-answer', this.strings.longAnswer));
    this.rest = new ChunkedText(this.element.appendChild(element('pre', 'plain text')));
    return this.rest;
  }
}
