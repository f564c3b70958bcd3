import type { PromptKind } from '../prompt/promptDocument.ts';
import type { Paragraph, PlacedParagraph, PromptDocument } from './document.ts';
import { linesOf } from './lines.ts';
import { maskFrom, sliceMask } from './mask/lookup.ts';
import type { MaskSpan } from './mask/span.ts';
import { createMasker } from './mask.ts';
import { type ParagraphSpan, paragraphSpans } from './paragraphs.ts';
import { sentencesOf } from './sentences.ts';

/** Makes documents of texts, and the same paragraph objects again for what did not change since the last one. */
export type DocumentParser = (text: string, kind: PromptKind) => PromptDocument;

/** A parser that remembers the paragraphs of its last document. */
export function documentParser(): DocumentParser {
  const maskOf = createMasker();
  let last: PromptDocument = { text: '', kind: 'prompt', mask: maskFrom([]), lines: [], paragraphs: [] };
  return (text, kind) => {
    const mask = maskOf(text, kind);
    const lines = linesOf(text);
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
  const prefix = commonPrefix(last.text, text);
  const suffix = commonSuffix(last.text, text, Math.min(last.text.length, text.length) - prefix);
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

function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at;
}

function commonSuffix(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) {
    length += 1;
  }
  return length;
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
  if (mask.spans.length !== spans.length) return false;
  if (spans.length === 0) return true;
  const clipped = spans.length === 1 ? spans : maskOfPart(spans, start, end).spans;
  const offset = spans.length === 1 ? start : 0;
  return mask.spans.every((span, i) => {
    const other = clipped[i];
    return (
      span.kind === other?.kind &&
      span.start === Math.max(other.start - offset, 0) &&
      span.end === Math.min(other.end - offset, end - start)
    );
  });
}

function maskOfPart(spans: readonly MaskSpan[], start: number, end: number): Paragraph['mask'] {
  return sliceMask(maskFrom(spans), start, end);
}

function paragraphOf(text: string, place: ParagraphSpan, spans: readonly MaskSpan[]): Paragraph {
  const { kind, contentStart } = place;
  let sentences: Paragraph['sentences'] | undefined;
  return {
    kind,
    text,
    contentStart,
    mask: maskOfPart(spans, place.start, place.end),
    // Found when first asked for: most paragraphs of code never are.
    get sentences() {
      sentences ??= sentencesOf(text, contentStart);
      return sentences;
    },
    facts: [],
  };
}
