import type { PromptKind } from '../prompt/promptDocument.ts';
import type { Paragraph, PlacedParagraph, PromptDocument } from './document.ts';
import { linesOf } from './lines.ts';
import { type Mask, sliceMask } from './mask/lookup.ts';
import { createMasker } from './mask.ts';
import { type ParagraphSpan, paragraphSpans } from './paragraphs.ts';
import { sentencesOf } from './sentences.ts';

/** Makes documents of texts, and the same paragraph objects again for what did not change since the last one. */
export type DocumentParser = (text: string, kind: PromptKind) => PromptDocument;

/** A parser that remembers the paragraphs of its last document. */
export function documentParser(): DocumentParser {
  const readMask = createMasker();
  let known = new Map<string, Paragraph>();
  return (text, kind) => {
    const mask = readMask(text, kind);
    const lines = linesOf(text);
    const kept = new Map<string, Paragraph>();
    const paragraphs = paragraphSpans(text, lines).map((span): PlacedParagraph => {
      const own = text.slice(span.start, span.end);
      const slice = sliceMask(mask, span.start, span.end);
      const key = `${span.kind} ${span.contentStart} ${slice.spans.map((s) => `${s.kind} ${s.start} ${s.end}`).join()} ${own}`;
      const paragraph = known.get(key) ?? kept.get(key) ?? paragraphOf(own, span, slice);
      kept.set(key, paragraph);
      return { start: span.start, paragraph };
    });
    known = kept;
    return { text, kind, mask, lines, paragraphs };
  };
}

function paragraphOf(text: string, { kind, contentStart }: ParagraphSpan, mask: Mask): Paragraph {
  let sentences: Paragraph['sentences'] | undefined;
  return {
    kind,
    text,
    contentStart,
    mask,
    // Found when first asked for: most paragraphs of code never are.
    get sentences() {
      sentences ??= sentencesOf(text, contentStart);
      return sentences;
    },
  };
}
