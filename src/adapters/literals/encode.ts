import type { SlotForm } from './draft.ts';

/** How a text is written into a literal. */
export interface Encoding {
  readonly form: SlotForm;
  /** A line break of the file. */
  readonly lineBreak: string;
  /** What the program takes from the start of each line. */
  readonly margin: string;
  /** The characters of the literal’s text that the text comes between; empty at its ends. */
  readonly before: string;
  readonly after: string;
  /** Escapes also what is only dangerous beside its neighbours. */
  readonly isCareful: boolean;
}

/** Writes a text so that the program reads it back from between these quotes; what can’t be written there comes out wrong, and a caller checks. */
export function encode(text: string, encoding: Encoding): string {
  const { form, margin } = encoding;
  const isMultiline = form.quote.length === 3 || form.quote === '`';
  let written = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '\n') {
      written += isMultiline ? encoding.lineBreak : lineBreakOf(form);
      // A blank line needs no margin.
      if (text[at + 1] !== '\n') written += margin;
    } else {
      written += encodeCharacter(text, at, encoding);
    }
  }
  return written;
}

function lineBreakOf({ syntax, raw }: SlotForm): string {
  if (syntax === 'jsx') return '&#10;';
  return raw ? '\n' : '\\n';
}

function encodeCharacter(text: string, at: number, encoding: Encoding): string {
  const { form } = encoding;
  const character = text[at] ?? '';
  if (form.doubled.includes(character)) return character + character;
  switch (form.syntax) {
    case 'jsx':
      return jsxCharacter(text, at, form);
    case 'raw-template':
      return character;
    case 'dedent-template':
      if (character === '`') return '\\`';
      return character === '$' && opensHole(text, at, encoding) ? '\\$' : character;
    case 'template':
    case 'outdent-template':
      if (character === '$') return opensHole(text, at, encoding) ? '\\$' : character;
      return character === '`' ? '\\`' : escaped(text, at);
    case 'script':
      return character === form.quote ? `\\${character}` : escaped(text, at);
    case 'python':
      if (form.raw) return character;
      return character === form.quote[0] ? pythonQuote(text, at, encoding) : escaped(text, at);
  }
}

function opensHole(text: string, at: number, { isCareful }: Encoding): boolean {
  return text[at + 1] === '{' || (isCareful && at === text.length - 1);
}

// Between three quotes a quote stands for itself as long as no neighbour is one and it does not end the string.
function pythonQuote(text: string, at: number, { form, isCareful, before, after }: Encoding): string {
  const quote = form.quote[0] ?? '';
  const previous = at === 0 ? before : text[at - 1];
  const next = at === text.length - 1 ? after : text[at + 1];
  const isAlone = form.quote.length === 3 && previous !== quote && next !== quote && next !== '';
  return isAlone && !isCareful ? quote : `\\${quote}`;
}

function escaped(text: string, at: number): string {
  const character = text[at] ?? '';
  const code = character.charCodeAt(0);
  if (character === '\\') return '\\\\';
  if (character === '\t') return character;
  if (character === '\r') return '\\r';
  if (code < 0x20 || code === 0x7f) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code === 0x20_28 || code === 0x20_29 || isLoneSurrogate(text, at)) return `\\u${code.toString(16)}`;
  return character;
}

function isLoneSurrogate(text: string, at: number): boolean {
  const isHigh = (code: number): boolean => code >= 0xd8_00 && code < 0xdc_00;
  const isLow = (code: number): boolean => code >= 0xdc_00 && code < 0xe0_00;
  const code = text.charCodeAt(at);
  if (isHigh(code)) return !isLow(text.charCodeAt(at + 1));
  return isLow(code) && !isHigh(text.charCodeAt(at - 1));
}

function jsxCharacter(text: string, at: number, form: SlotForm): string {
  const character = text[at] ?? '';
  if (character === '\r') return '&#13;';
  if (character === form.quote) return character === '"' ? '&quot;' : '&apos;';
  return character === '&' && /^&[#A-Za-z]/.test(`${text.slice(at, at + 2)}a`) ? '&amp;' : character;
}
