/** What a stretch of a prompt is, where it is not plain English prose that a wording rule may touch. */
export type SpanKind =
  | 'front-matter'
  | 'code'
  | 'comment'
  | 'data-block'
  | 'data'
  | 'few-shot'
  | 'table'
  | 'scale'
  | 'foreign'
  | 'heading'
  | 'tag'
  | 'template'
  | 'url'
  | 'path'
  | 'quote';

/** A masked span; offsets count UTF-16 units, end exclusive. */
export interface MaskSpan {
  readonly kind: SpanKind;
  readonly start: number;
  readonly end: number;
}

/** What an XML tag says of itself: its name in lower case, and on which side of its content it stands. */
export interface TagMark {
  readonly name: string;
  readonly side: 'open' | 'close' | 'alone';
}

/** A span found within a stretch of lines, with the tag that it is, if it is one. */
export interface InlineSpan extends MaskSpan {
  readonly tag: TagMark | null;
}
