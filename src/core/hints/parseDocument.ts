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
      const { start, end, kind, contentStart } = span;
      const spans = spansAt(span);
      const known = before(span);
      if (known?.contentStart === contentStart && masksAlike(known, spans, span)) {
        return { start, paragraph: known };
      }
      const own = text.slice(start, end);
      const mask = spans.length === 0 ? emptyMask : maskFrom(clipped(spans, start, end));
      const sentences = sentencesOf(own, contentStart);
      return { start, paragraph: { kind, text: own, contentStart, mask, sentences, facts: noFacts() } };
    });
    last = { text, kind, mask, lines, paragraphs };
    return last;
  };
}

/** Finds the paragraph of an older document that has the same text, asked for in the order of the newer one. */
function paragraphsBefore(
  { text: old, paragraphs }: PromptDocument,
  text: string,
): (span: ParagraphSpan) => Paragraph | undefined {
  const prefix = commonStart(old, text);
  const suffix = commonEnd(old, text, prefix);
  const shift = text.length - old.length;
  let next = 0;
  let byText: Map<string, Paragraph> | undefined;
  return ({ start, end }) => {
    const isShifted = start >= text.length - suffix;
    if (isShifted || end <= prefix) {
      const from = isShifted ? start - shift : start;
      while ((paragraphs[next]?.start ?? from) < from) next += 1;
      const placed = paragraphs[next];
      if (placed?.start === from && placed.paragraph.text.length === end - start) return placed.paragraph;
    }
    byText ??= new Map(
      paragraphs
        .filter(
          (each) => each.start + each.paragraph.text.length > prefix && each.start < old.length - suffix,
        )
        .map(({ paragraph }) => [paragraph.text, paragraph]),
    );
    const own = text.slice(start, end);
    const known = byText.get(own);
    // A paragraph stands in one place only, so that rules can tell two of the same text apart.
    byText.delete(own);
    return known;
  };
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
  // Spans that begin before the paragraph may come in another order once they are cut at its start.
  const isCut = known.length > 1 && (spans[0]?.start ?? 0) < start;
  const others = isCut ? clipped(spans, start, end) : spans;
  const offset = isCut ? 0 : start;
  return known.every((span, i) => {
    const other = others[i] as MaskSpan;
    return (
      span.kind === other.kind &&
      span.start === Math.max(other.start - offset, 0) &&
      span.end === Math.min(other.end - offset, end - start)
    );
  });
}
