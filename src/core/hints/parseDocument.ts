import type { PromptKind } from '../prompt/promptDocument.ts';
import type { Paragraph, PlacedParagraph, PromptDocument } from './document.ts';
import { linesOf } from './lines.ts';
import { type Mask, maskFrom, sliceMask } from './mask/lookup.ts';
import type { MaskSpan } from './mask/span.ts';
import { createMasker } from './mask.ts';
import { type ParagraphSpan, paragraphSpans } from './paragraphs.ts';
import { sentencesOf } from './sentences.ts';

/** Makes documents of texts, and the same paragraph objects again for what did not change since the last one. */
export type DocumentParser = (text: string, kind: PromptKind) => PromptDocument;

/** A parser that remembers the paragraphs of its last document. */
export function documentParser(): DocumentParser {
  const maskOf = createMasker();
  let known = new Map<string, Paragraph>();
  return (text, kind) => {
    const mask = maskOf(text, kind);
    const lines = linesOf(text);
    const kept = new Map<string, Paragraph>();
    const paragraphs = paragraphSpans(text, lines).map((span): PlacedParagraph => {
      const own = text.slice(span.start, span.end);
      const spans = spansWithin(mask, span);
      const before = known.get(own) ?? kept.get(own);
      const isSame = before?.contentStart === span.contentStart && sameSpans(before.mask.spans, spans);
      const paragraph = isSame ? before : paragraphOf(own, span, spans);
      kept.set(own, paragraph);
      return { start: span.start, paragraph };
    });
    known = kept;
    return { text, kind, mask, lines, paragraphs };
  };
}

const noSpans: readonly MaskSpan[] = [];

/** The mask's spans in a paragraph, counted from its start. Most have none, so that little is made here. */
function spansWithin(mask: Mask, { start, end }: ParagraphSpan): readonly MaskSpan[] {
  return mask.touches(start, end) ? sliceMask(mask, start, end).spans : noSpans;
}

function sameSpans(a: readonly MaskSpan[], b: readonly MaskSpan[]): boolean {
  return (
    a.length === b.length &&
    a.every((span, i) => span.start === b[i]?.start && span.end === b[i]?.end && span.kind === b[i]?.kind)
  );
}

function paragraphOf(
  text: string,
  { kind, contentStart }: ParagraphSpan,
  spans: readonly MaskSpan[],
): Paragraph {
  let sentences: Paragraph['sentences'] | undefined;
  return {
    kind,
    text,
    contentStart,
    mask: maskFrom(spans),
    // Found when first asked for: most paragraphs of code never are.
    get sentences() {
      sentences ??= sentencesOf(text, contentStart);
      return sentences;
    },
    facts: [],
  };
}
