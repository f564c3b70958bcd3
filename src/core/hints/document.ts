import type { PromptKind, Span } from '../prompt/promptDocument.ts';
import type { Mask } from './mask/lookup.ts';

/** What begins a paragraph: nothing, a list marker or the marks of a heading. */
export type ParagraphKind = 'prose' | 'item' | 'heading';

/**
 * Lines that belong together: a heading, a list item, or prose up to a blank line or a line that ends a sentence.
 * It stays the same object through edits elsewhere, so what is found out about it can be remembered with
 * {@link perParagraph}. All offsets count from its start.
 */
export interface Paragraph {
  readonly kind: ParagraphKind;
  readonly text: string;
  /** Where the words begin, behind indentation, list marker, task box or heading marks. */
  readonly contentStart: number;
  readonly mask: Mask;
  /** From where the words begin; white space between sentences belongs to none. */
  readonly sentences: readonly Span[];
  /** What {@link perParagraph} remembers. */
  readonly facts: unknown[];
}

/** A paragraph and where the document has it. */
export interface PlacedParagraph {
  readonly start: number;
  readonly paragraph: Paragraph;
}

/** A document as rules see it. */
export interface PromptDocument {
  readonly text: string;
  readonly kind: PromptKind;
  /** Protected spans of the whole document. */
  readonly mask: Mask;
  /** Lines without their line breaks. */
  readonly lines: readonly Span[];
  /** All that is not blank, in order, without gaps other than blank lines. */
  readonly paragraphs: readonly PlacedParagraph[];
}

let finders = 0;

/** Room for what all finders find out; made at once, since an array that grows takes longer. */
export function noFacts(): unknown[] {
  return new Array(finders).fill(undefined);
}

/** Remembers what a function finds out about a document for as long as the document lives. */
export function perDocument<T>(find: (document: PromptDocument) => T): (document: PromptDocument) => T {
  const known = new WeakMap<PromptDocument, T>();
  return (document) => {
    const found = known.get(document) ?? find(document);
    known.set(document, found);
    return found;
  };
}

/** Remembers what a function finds out about a paragraph for as long as the paragraph lives. */
export function perParagraph<T>(find: (paragraph: Paragraph) => T): (paragraph: Paragraph) => T {
  // An array on the paragraph, since weak maps of this many entries take longer than what they save.
  const slot = finders;
  finders += 1;
  return (paragraph) => {
    const { facts } = paragraph;
    // Null is an answer too, so this asks for undefined.
    if (facts[slot] === undefined) facts[slot] = find(paragraph);
    return facts[slot] as T;
  };
}
