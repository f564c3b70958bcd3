import { decodeEntities } from './entities.ts';

/** Where a link points, and the position after its closing parenthesis. */
export interface LinkTarget {
  readonly url: string;
  readonly end: number;
}

const maxUrlLength = 4_000;
const pointed = /<((?:[^<>\n\\]|\\.){0,4000})>/y;
const title = /"(?:[^"\\]|\\.){0,1000}"|'(?:[^'\\]|\\.){0,1000}'|\((?:[^()\\]|\\.){0,1000}\)/y;
const space = /[ \t\n]*/y;

/** Reads `(destination "title")` from its opening parenthesis on; null when it is not one. */
export function readLinkTarget(source: string, open: number): LinkTarget | null {
  if (source[open] !== '(') return null;
  const start = skip(space, source, open + 1);
  const destination = readDestination(source, start);
  if (destination === null) return null;
  let end = skip(space, source, destination.end);
  if (end > destination.end) {
    const afterTitle = skip(title, source, end);
    if (afterTitle > end) end = skip(space, source, afterTitle);
  }
  return source[end] === ')' ? { url: plainUrl(destination.text), end: end + 1 } : null;
}

/** Whether the page may offer to open this address: https without blanks or control characters. */
export function isOpenable(url: string): boolean {
  return /^https:\/\/[^\s\p{Cc}]+$/iu.test(url);
}

function readDestination(source: string, start: number): { text: string; end: number } | null {
  if (source[start] === '<') {
    pointed.lastIndex = start;
    const match = pointed.exec(source);
    return match === null ? null : { text: match[1] ?? '', end: pointed.lastIndex };
  }
  let depth = 0;
  let end = start;
  for (; end < source.length && end - start < maxUrlLength; end++) {
    const char = source.charCodeAt(end);
    if (char <= 0x20) break;
    if (char === 0x5c) end++;
    else if (char === 0x28) depth++;
    else if (char === 0x29 && depth-- === 0) break;
  }
  return depth > 0 ? null : { text: source.slice(start, end), end };
}

function skip(pattern: RegExp, source: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(source) ? pattern.lastIndex : from;
}

function plainUrl(text: string): string {
  return decodeEntities(text.replace(/\\([!-/:-@[-`{-~])/g, '$1'));
}
