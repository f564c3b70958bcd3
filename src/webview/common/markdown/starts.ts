/** The start of a list item. */
export interface ItemStart {
  /** Characters of the marker itself. */
  readonly width: number;
  /** Lists of another marker are other lists. */
  readonly marker: string;
  readonly ordered: boolean;
  readonly start: number;
}

/** The start of a fenced code block. */
export interface FenceStart {
  readonly mark: string;
  readonly language: string;
}

// § 4.6 of CommonMark 0.31, kind 6.
const htmlBlocks =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|' +
  'track|ul';
const htmlStarts: readonly (readonly [start: RegExp, end: RegExp | null])[] = [
  [/^<(?:script|pre|style|textarea)(?:\s|>|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [new RegExp(`^</?(?:${htmlBlocks})(?:\\s|/?>|$)`, 'i'), null],
];
// Anything else in angle brackets that fills a line, such as `<answer>`: that line alone is literal, because models
// put Markdown between such tags; a closing one needs no blank line before it.
const loneTag = /^<\/?[a-z][\w.:-]*(?:\s[^<>]*)?\/?>\s*$/i;
const thisLine = /^/;

/** The level of an ATX heading, or 0. */
export function headingLevel(content: string): number {
  return /^(#{1,6})(?:[ \t]|$)/.exec(content)?.[1]?.length ?? 0;
}

/** The level that an underline gives to the paragraph above it, or 0. */
export function underlineLevel(content: string): number {
  if (/^=+[ \t]*$/.test(content)) return 1;
  return /^-+[ \t]*$/.test(content) ? 2 : 0;
}

/** Whether the line is a thematic break. */
export function isRule(content: string): boolean {
  return /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(content);
}

/** The opening fence of a code block, or null. */
export function readFence(content: string): FenceStart | null {
  const match = /^(`{3,}(?!.*`)|~{3,})[ \t]*(\S*)/.exec(content);
  return match === null ? null : { mark: match[1] ?? '', language: match[2] ?? '' };
}

/** Whether the line closes a block that this mark opened. */
export function closesFence(content: string, mark: string): boolean {
  const run = /^(`+|~+)[ \t]*$/.exec(content)?.[1];
  return run !== undefined && run[0] === mark[0] && run.length >= mark.length;
}

/** How a literal HTML block that starts here ends (null: at a blank line); undefined when none starts. */
export function readHtml(content: string, interruptsParagraph: boolean): RegExp | null | undefined {
  for (const [start, end] of htmlStarts) if (start.test(content)) return end;
  return (!interruptsParagraph || content.startsWith('</')) && loneTag.test(content) ? thisLine : undefined;
}

/** The list item that starts here, or null. */
export function readItem(content: string, interruptsParagraph: boolean): ItemStart | null {
  const match = /^(?:([-+*])|(\d{1,9})([.)]))(?=[ \t]|$)/.exec(content);
  if (match === null) return null;
  const [whole, bullet, digits, delimiter] = match;
  const start = digits === undefined ? 1 : Number(digits);
  if (interruptsParagraph && (start !== 1 || content.slice(whole.length).trim() === '')) return null;
  return { width: whole.length, marker: bullet ?? delimiter ?? '', ordered: bullet === undefined, start };
}
