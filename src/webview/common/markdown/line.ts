const tabStop = 4;

/** A line without its end, read from its start; columns count a tab up to the next multiple of four. */
export class Line {
  readonly text: string;
  /** False for the first part of a line that is too long to be looked at as a whole. */
  readonly whole: boolean;
  private position = 0;
  private column = 0;
  /** Columns of the tab at `position` that are used up already. */
  private tabUsed = 0;

  constructor(text: string, whole: boolean) {
    this.text = text;
    this.whole = whole;
  }

  /** Columns of white space at the cursor. */
  get indent(): number {
    return this.measure().columns;
  }

  get blank(): boolean {
    return this.whole && this.measure().end === this.text.length;
  }

  /** The text from the first character that is not white space. */
  get content(): string {
    return this.text.slice(this.measure().end);
  }

  /** Everything after the cursor; a tab that is used in part is given as spaces. */
  get rest(): string {
    if (this.tabUsed === 0) return this.text.slice(this.position);
    return ' '.repeat(tabWidth(this.column)) + this.text.slice(this.position + 1);
  }

  /** Moves over the white space at the cursor and `length` characters more. */
  skip(length: number): void {
    const { columns, end } = this.measure();
    this.column += columns + length;
    this.position = end + length;
    this.tabUsed = 0;
  }

  /** Moves over at most so many columns of white space. */
  advance(columns: number): void {
    let left = columns;
    while (left > 0) {
      const char = this.text[this.position];
      if (char !== ' ' && char !== '\t') return;
      const width = char === ' ' ? 1 : tabWidth(this.column);
      const step = Math.min(width, left);
      left -= step;
      this.column += step;
      this.tabUsed = step < width ? this.tabUsed + step : 0;
      if (step === width) this.position++;
    }
  }

  private measure(): { columns: number; end: number } {
    let column = this.column;
    let end = this.position;
    for (; ; end++) {
      const char = this.text[end];
      if (char === ' ') column++;
      else if (char === '\t') column += tabWidth(column);
      else break;
    }
    return { columns: column - this.column, end };
  }
}

function tabWidth(column: number): number {
  return tabStop - (column % tabStop);
}
