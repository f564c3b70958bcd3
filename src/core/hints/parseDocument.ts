import type { PromptKind } from '../prompt/promptDocument.ts';
import { commonEnd, commonStart } from './common.ts';
import { noFacts, type Paragraph, type PlacedParagraph, type PromptDocument } from './document.ts';
import { linesOf } from './lines.ts';
import { clipped, emptyMask, maskFrom } from './mask/lookup.ts';
import type { MaskSpan } from './mask/span.ts';
import { createMasker } from './mask.ts';
import { type ParagraphSpan, paragraphSpans } from './paragraphs.ts';
import { sentencesOf } from './sentences.ts';

/** Makes documents of texts, and the same paragraph objects again for what did not change since the last one. */
export type DocumentParser = (text: string, kind: PromptKind) => PromptDocument;

/** A parser that remembers the paragraphs of its last document. */
export function documentParser(): DocumentParser {
  const maskOf = createMasker();
  let last: PromptDocument = { text: '', kind: 'prompt', mask: emptyMask, lines: [], paragraphs: [] };
  return (text, kind) => {
    const lines = linesOf(text);
    const mask = maskOf(text, kind, lines);
    const spansAt = spanWalk(mask.spans);
    const before = paragraphsBefore(last, text);
    const paragraphs = paragraphSpans(text, lines).map((span): PlacedParagraph => {
      const spans = spansAt(span);
      const known = before(span);
      const isSame = known?.contentStart === span.contentStart && masksAlike(known, spans, span);
      if (isSame) return { start: span.start, paragraph: known };
      const own = text.slice(span.start, span.end);
      return { start: span.start, paragraph: paragraphOf(own, span, spans) };
    });
    last = { text, kind, mask, lines, paragraphs };
    return last;
  };
}

/** Finds the paragraph of an older document that has the same text, asked for in the order of the newer one. */
function paragraphsBefore(
  last: PromptDocument,
  text: string,
): (span: ParagraphSpan) => Paragraph | undefined {
  const prefix = commonStart(last.text, text);
  const suffix = commonEnd(last.text, text, prefix);
  const shift = text.length - last.text.length;
  let next = 0;
  let byText: Map<string, Paragraph> | undefined;
  return ({ start, end }) => {
    const isShifted = start >= text.length - suffix;
    if (isShifted || end <= prefix) {
      const from = isShifted ? start - shift : start;
      while ((last.paragraphs[next]?.start ?? Number.POSITIVE_INFINITY) < from) next += 1;
      const placed = last.paragraphs[next];
      if (placed?.start === from && placed.paragraph.text.length === end - start) return placed.paragraph;
    }
    byText ??= changedParagraphs(last, prefix, suffix);
    const own = text.slice(start, end);
    const known = byText.get(own);
    // A paragraph stands in one place only, so that rules can tell two of the same text apart.
    byText.delete(own);
    return known;
  };
}

function changedParagraphs({ text, paragraphs }: PromptDocument, prefix: number, suffix: number) {
  const changed = paragraphs.filter(
    ({ start, paragraph }) => start + paragraph.text.length > prefix && start < text.length - suffix,
  );
  return new Map(changed.map(({ paragraph }) => [paragraph.text, paragraph]));
}

/** The masked spans that meet a paragraph, asked for in order; one walk over all of them. */
function spanWalk(spans: readonly MaskSpan[]): (paragraph: ParagraphSpan) => readonly MaskSpan[] {
  let next = 0;
  let open: MaskSpan[] = [];
  return ({ start, end }) => {
    if (open.length > 0) open = open.filter((span) => span.end > start);
    for (let span = spans[next]; span !== undefined && span.start < end; span = spans[next]) {
      if (span.end > start) open.push(span);
      next += 1;
    }
    return open;
  };
}

function masksAlike({ mask }: Paragraph, spans: readonly MaskSpan[], { start, end }: ParagraphSpan): boolean {
  const known = mask.spans;
  if (known.length !== spans.length) return false;
  if (known.length === 0) return true;
  // Spans that begin before the paragraph may come in another order once they are cut at its start.
  const isCut = known.length > 1 && (spans[0]?.start ?? 0) < start;
  const others = isCut ? clipped(spans, start, end) : spans;
  const offset = isCut ? 0 : start;
  for (let i = 0; i < known.length; i++) {
    const span = known[i];
    const other = others[i];
    if (span === undefined || other === undefined || span.kind !== other.kind) return false;
    if (span.start !== Math.max(other.start - offset, 0)) return false;
    if (span.end !== Math.min(other.end - offset, end - start)) return false;
  }
  return true;
}

function paragraphOf(text: string, place: ParagraphSpan, spans: readonly MaskSpan[]): Paragraph {
  const { kind, contentStart } = place;
  const mask = spans.length === 0 ? emptyMask : maskFrom(clipped(spans, place.start, place.end));
  return { kind, text, contentStart, mask, sentences: sentencesOf(text, contentStart), facts: noFacts() };
}
