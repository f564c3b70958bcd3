import { element } from './dom.ts';

// A browser lays a block out anew as a whole when its text grows, so long text is kept in many small blocks.
const wantedLength = 2_048;
const maxLength = 16_384;
const longFrom = 12;

/**
 * Literal text of any length that only grows, in blocks that end with a line where they can; the element gets the
 * class `long` when there are many of them. The blocks depend on the text alone, not on how it was split.
 */
export class ChunkedText {
  private readonly parent: HTMLElement;
  private current: Text | null = null;
  private length = 0;
  private chunks = 0;
  private readonly provisional = document.createTextNode('');

  constructor(parent: HTMLElement) {
    this.parent = parent;
  }

  /** Adds text at the end. */
  append(text: string): void {
    let start = 0;
    while (start < text.length) {
      const { end, full } = this.cut(text, start);
      const node = this.current ?? this.openChunk();
      node.appendData(text.slice(start, end));
      this.length += end - start;
      if (full) this.closeChunk();
      start = end;
    }
  }

  /** Replaces the text that stands provisionally after everything appended. */
  tail(text: string): void {
    this.provisional.data = text;
    if (text === '') return;
    if (this.current === null) this.openChunk();
    this.current?.parentNode?.appendChild(this.provisional);
  }

  private cut(text: string, start: number): { end: number; full: boolean } {
    const newline = text.indexOf('\n', Math.max(start, start + wantedLength - 1 - this.length));
    let limit = Math.max(start + maxLength - this.length, start);
    const last =
      limit > start ? text.charCodeAt(limit - 1) : (this.current?.data.charCodeAt(this.length - 1) ?? 0);
    if (last >= 0xd800 && last <= 0xdbff) limit++;
    if (newline >= 0 && newline < limit) return { end: newline + 1, full: true };
    return limit <= text.length ? { end: limit, full: true } : { end: text.length, full: false };
  }

  private openChunk(): Text {
    const chunk = this.parent.appendChild(element('span', 'chunk'));
    if (++this.chunks === longFrom) this.parent.classList.add('long');
    this.current = chunk.appendChild(document.createTextNode(''));
    return this.current;
  }

  private closeChunk(): void {
    this.current = null;
    this.length = 0;
  }
}
