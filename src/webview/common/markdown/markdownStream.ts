import { Provisional, Settled } from './blockOutput.ts';
import { type BlockState, copyState, type Flow, type MarkdownSink } from './blocks.ts';
import type { LineTarget } from './blockTree.ts';
import { growFlow } from './flow.ts';
import { LineReader } from './lineReader.ts';

// What a line is gets decided by its first part; the rest of a longer line is text of the block it belongs to.
const maxHead = 1_000;
// Only marks so far: what they mean is settled by what follows, so showing them would only flicker.
const undecided = /^[\s>]*(?:[-*+_=#~`|:\s]+|\d{1,9}[.)]?)?$/;

/**
 * Reads Markdown as it arrives and builds it through a sink. Linear in the length of the text, and what stands at
 * the end depends on the text alone, not on how it was split.
 */
export class MarkdownStream<N> {
  private readonly sink: MarkdownSink<N>;
  private readonly state: BlockState<N>;
  private readonly settled: Settled<N>;
  private readonly reader: LineReader<N>;
  /** The unfinished line, at most {@link maxHead} characters; what is longer goes on in `target`. */
  private line = '';
  private overlong = false;
  private target: LineTarget<N> = null;
  private provisional: Provisional<N> | null = null;

  constructor(sink: MarkdownSink<N>, root: N) {
    this.sink = sink;
    this.state = { containers: [{ kind: 'root', node: root }], leaf: null, afterBlank: false };
    this.settled = new Settled(sink);
    this.reader = new LineReader(this.state, this.settled);
  }

  /** Adds text; it is on the page after the next {@link render}. */
  write(text: string): void {
    this.takeBack();
    const lines = text.replaceAll('\r', '').split('\n');
    lines.forEach((piece, index) => {
      if (index > 0) this.endLine();
      this.extendLine(piece);
    });
  }

  /** Brings the page up to date with everything written, the unfinished line included. */
  render(): void {
    this.takeBack();
    if (!this.overlong && this.line !== '' && !undecided.test(this.line)) {
      this.provisional = new Provisional(this.sink);
      new LineReader(copyState(this.state), this.provisional).read(this.line, true);
    }
    this.settled.render(this.provisional?.changed ?? new Map<N, Flow<N>>());
    this.provisional?.render();
  }

  /** Takes the unfinished line for a whole one and renders. */
  end(): void {
    this.takeBack();
    if (this.line !== '' || this.overlong) this.endLine();
    this.render();
  }

  private extendLine(piece: string): void {
    if (this.overlong) {
      this.addToTarget(piece);
      return;
    }
    this.line += piece;
    if (this.line.length <= maxHead) return;
    this.target = this.reader.read(this.line.slice(0, maxHead), false);
    this.overlong = true;
    this.addToTarget(this.line.slice(maxHead));
    this.line = '';
  }

  private endLine(): void {
    if (!this.overlong) this.target = this.reader.read(this.line, true);
    if (this.target?.kind === 'literal') this.settled.append(this.target.node, '\n');
    this.line = '';
    this.overlong = false;
    this.target = null;
  }

  private addToTarget(text: string): void {
    if (this.target?.kind === 'flow') growFlow(this.target.flow, text, this.settled);
    if (this.target?.kind === 'literal') this.settled.append(this.target.node, text);
  }

  private takeBack(): void {
    if (this.provisional === null) return;
    this.provisional.undo();
    // Its text on the page is longer than its whole lines; the next rendering makes that good.
    const leaf = this.state.leaf;
    if (leaf?.kind === 'paragraph' && this.provisional.changed.has(leaf.node)) this.settled.flow(leaf);
    this.provisional = null;
  }
}
