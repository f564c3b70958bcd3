import { readDelimiterRun } from './delimiterRun.ts';
import { type Delimiter, resolveEmphasis } from './delimiters.ts';
import { decodeEntities } from './entities.ts';
import { type Inline, plainText, textOf } from './inline.ts';
import { linked, trimUrl } from './links.ts';
import { isOpenable, readLinkTarget } from './linkTarget.ts';

const plain = /[^\\`*_~[\]!<&\n]{1,200}/y;
const escaped = /\\([!-/:-@[-`{-~])/y;
const entity = /&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,15});/iy;
const autolink = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]{0,4000})>/iy;
const tag = /<(?:\/?[a-z][^<>]{0,1000}|!--(?:[^-]|-(?!->)){0,1000}--|[!?][^<>]{0,1000})>/iy;
const bareUrl = /(?<![\p{L}\p{N}_])https?:\/\/[^\s<>[\]`*|"]{1,4000}/giu;
const task = /^\[([ xX])\](?=[ \t])/;

interface Bracket {
  readonly image: boolean;
  /** Where the opening bracket stands among the items. */
  readonly index: number;
}

/** The running text of a paragraph, heading or cell; `task` when a list item starts with it. Linear in its length. */
export function parseInline(source: string, startsItem = false): readonly Inline[] {
  const box = startsItem ? task.exec(source) : null;
  const items = new Scanner(source.trimEnd(), box?.[0].length ?? 0).scan();
  return box === null ? items : [{ kind: 'task', done: box[1] !== ' ' }, ...items];
}

class Scanner {
  private readonly source: string;
  private position: number;
  private items: (Inline | Delimiter)[] = [];
  private readonly brackets: Bracket[] = [];
  /** Brackets below this one can't become links, because a link never holds a link. */
  private linkFloor = 0;
  /** Where runs of backticks start, by their length, last one first. */
  private readonly backticks = new Map<number, number[]>();
  private nextUrl: RegExpExecArray | null = null;
  private urlSearched = -1;

  constructor(source: string, position: number) {
    this.source = source;
    this.position = position;
    for (const run of source.matchAll(/`+/g)) {
      const starts = this.backticks.get(run[0].length) ?? [];
      starts.push(run.index);
      this.backticks.set(run[0].length, starts);
    }
    for (const starts of this.backticks.values()) starts.reverse();
  }

  scan(): readonly Inline[] {
    while (this.position < this.source.length) this.step();
    return resolveEmphasis(this.items);
  }

  private step(): void {
    switch (this.source[this.position]) {
      case '\n':
        this.lineBreak();
        break;
      case '\\':
        this.backslash();
        break;
      case '`':
        this.codeSpan();
        break;
      case '*':
      case '_':
      case '~':
        this.delimiterRun();
        break;
      case '!':
      case '[':
        this.openBracket();
        break;
      case ']':
        this.closeBracket();
        break;
      case '<':
        this.angle();
        break;
      case '&':
        this.character();
        break;
      default:
        this.plain();
    }
  }

  private plain(): void {
    const end = this.match(plain)?.[0].length ?? 1;
    const url = this.urlFrom(this.position);
    if (url === null || url.index >= this.position + end) {
      this.text(end);
      return;
    }
    if (url.index > this.position) this.text(url.index - this.position);
    const address = trimUrl(url[0]);
    this.items.push(...linked(address, [textOf(address)]));
    this.position += address.length;
  }

  private urlFrom(position: number): RegExpExecArray | null {
    if (position > this.urlSearched) {
      bareUrl.lastIndex = position;
      this.nextUrl = bareUrl.exec(this.source);
      this.urlSearched = this.nextUrl?.index ?? this.source.length;
    }
    return this.nextUrl;
  }

  private lineBreak(): void {
    const before = this.items.at(-1);
    const hard = before?.kind === 'text' && / {2,}$/.test(before.text);
    if (before?.kind === 'text') this.items[this.items.length - 1] = textOf(before.text.replace(/ +$/, ''));
    this.items.push(hard ? { kind: 'break' } : textOf('\n'));
    this.position++;
  }

  private backslash(): void {
    if (this.source[this.position + 1] === '\n') {
      this.items.push({ kind: 'break' });
      this.position += 2;
      return;
    }
    const match = this.match(escaped);
    if (match === null) {
      this.text(1);
      return;
    }
    this.items.push(textOf(match[1] ?? ''));
    this.position += 2;
  }

  private codeSpan(): void {
    const start = this.position;
    let length = 1;
    while (this.source[start + length] === '`') length++;
    const starts = this.backticks.get(length) ?? [];
    while (starts.length > 0 && (starts.at(-1) ?? 0) < start + length) starts.pop();
    const end = starts.at(-1);
    if (end === undefined) {
      this.text(length);
      return;
    }
    const content = this.source.slice(start + length, end).replaceAll('\n', ' ');
    const padded = content.startsWith(' ') && content.endsWith(' ') && content.trim() !== '';
    this.items.push({ kind: 'code', text: padded ? content.slice(1, -1) : content });
    this.position = end + length;
  }

  private delimiterRun(): void {
    const run = readDelimiterRun(this.source, this.position);
    // A single tilde means "about" far more often than it means struck out.
    if (run.mark === '~' && run.length !== 2) {
      this.text(run.length);
      return;
    }
    this.items.push(run);
    this.position += run.length;
  }

  private openBracket(): void {
    const image = this.source[this.position] === '!';
    if (image && this.source[this.position + 1] !== '[') {
      this.text(1);
      return;
    }
    this.brackets.push({ image, index: this.items.length });
    this.text(image ? 2 : 1);
  }

  private closeBracket(): void {
    const bracket = this.brackets.pop();
    const dead = bracket !== undefined && !bracket.image && this.brackets.length < this.linkFloor;
    this.linkFloor = Math.min(this.linkFloor, this.brackets.length);
    const target = bracket === undefined || dead ? null : readLinkTarget(this.source, this.position + 1);
    if (bracket === undefined || target === null) {
      this.text(1);
      return;
    }
    const children = resolveEmphasis(this.items.splice(bracket.index + 1));
    this.items.pop();
    this.position = target.end;
    if (bracket.image) {
      this.items.push({ kind: 'image', alt: plainText(children), url: target.url });
    } else {
      for (const item of linked(target.url, children)) this.items.push(item);
      this.linkFloor = this.brackets.length;
    }
  }

  private angle(): void {
    const address = this.match(autolink);
    if (address === null) {
      this.text(this.match(tag)?.[0].length ?? 1);
      return;
    }
    const url = address[1] ?? '';
    this.items.push(isOpenable(url) ? { kind: 'link', url, children: [textOf(url)] } : textOf(address[0]));
    this.position += address[0].length;
  }

  private character(): void {
    const match = this.match(entity);
    if (match === null) {
      this.text(1);
      return;
    }
    this.items.push(textOf(decodeEntities(match[0])));
    this.position += match[0].length;
  }

  private text(length: number): void {
    this.items.push(textOf(this.source.slice(this.position, this.position + length)));
    this.position += length;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position;
    return pattern.exec(this.source);
  }
}
