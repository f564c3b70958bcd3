import { editMapped, type MappedText, sameText } from './mappedText.ts';
import type { Role, Span } from './promptDocument.ts';

/** A fenced block of Markdown; the span reaches from its first fence to the end of its last. */
interface Fence extends Span {
  readonly info: string;
  readonly content: Span;
  /** Width of what stands before the first fence, the mark of a list item included: what its lines lose in white space. */
  readonly indent: number;
}

/** A block ```` ```prompt ```` of a Markdown document. */
export interface PromptFence {
  /** What stands behind `prompt`, such as the name of the prompt; empty where nothing does. */
  readonly label: string;
  readonly role: Role;
  readonly content: Span;
  readonly text: MappedText;
}

/** The blocks ```` ```prompt ```` of a document from `from` on; ```` ```prompt system ```` and `role=system` make a system prompt. */
export function promptFences(text: string, from: number): readonly PromptFence[] {
  return openFences(text, from).flatMap(({ info, content, indent }) => {
    const match = /^prompt(?:[ \t:]+(.*))?$/i.exec(info);
    if (match === null) return [];
    const words = (match[1] ?? '').trim();
    const role = /(?:^|\s)(?:role=)?(system|user)(?=\s|$)/i.exec(words);
    const label = (role === null ? words : words.replace(role[0], ' '))
      .replace(/(?:^|\s)(?:name|label)=/, ' ')
      .replaceAll(/["']/g, '')
      .trim();
    return [
      {
        label,
        role: role?.[1]?.toLowerCase() === 'system' ? ('system' as const) : ('user' as const),
        content,
        text: withoutIndent(text, content, indent),
      },
    ];
  });
}

/** All fenced blocks of a Markdown text (CommonMark 0.31, 4.5), outside quotes; one that is never closed ends with the text. */
export function openFences(text: string, from = 0): readonly Fence[] {
  const fences: Fence[] = [];
  const opening = /^([ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(`{3,}|~{3,})([^\n]*)$/gm;
  opening.lastIndex = from;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const [line, indent = '', marks = '', rest = ''] = match;
    // Backticks behind backticks make inline code.
    if (marks.startsWith('`') && rest.includes('`')) continue;
    const contentStart = Math.min(text.length, match.index + line.length + 1);
    const closing = new RegExp(`^[ \\t]*${marks[0]}{${marks.length},}[ \\t]*\\r?$`, 'gm');
    closing.lastIndex = contentStart;
    const closed = closing.exec(text);
    const lastBreak = closed === null ? text.length : closed.index - 1;
    const contentEnd = Math.max(contentStart, text[lastBreak - 1] === '\r' ? lastBreak - 1 : lastBreak);
    const end = closed === null ? text.length : closed.index + closed[0].length;
    fences.push({
      start: match.index,
      end,
      info: rest.trim(),
      content: { start: contentStart, end: contentEnd },
      indent: indent.length,
    });
    opening.lastIndex = Math.max(end, contentStart);
    if (closed === null) break;
  }
  return fences;
}

function withoutIndent(text: string, content: Span, indent: number): MappedText {
  const inside = sameText(text.slice(content.start, content.end), content.start);
  if (indent === 0) return inside;
  const removed = Array.from(inside.text.matchAll(/^[ \t]+/gm), ({ index, 0: blank }) => ({
    start: index,
    end: index + Math.min(indent, blank.length),
    text: '',
  }));
  return editMapped(inside, removed);
}
