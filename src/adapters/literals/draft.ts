import type { VariableSyntax } from '../../core/prompt/foundPrompt.ts';
import { joinMapped, type MappedText, type Piece } from '../../core/prompt/mappedText.ts';
import type { Span } from '../../core/prompt/promptDocument.ts';

/** How text is written between two quotes. */
export interface SlotForm {
  readonly syntax:
    | 'python'
    | 'script'
    | 'template'
    | 'raw-template'
    | 'dedent-template'
    | 'outdent-template'
    | 'jsx';
  /** The closing quote: one character, or three. */
  readonly quote: string;
  /** Backslashes are text (Python’s `r`). */
  readonly raw: boolean;
  /** Characters that are written twice: braces (f-strings, `.format`), percent signs (`%`). */
  readonly doubled: string;
}

/** A place of the source into which text can be written: between two quotes, or between a quote and a hole. */
export interface Slot extends Span {
  readonly form: SlotForm;
}

/** What the program fills in at a hole. */
export interface Hole {
  readonly name: string;
  readonly syntax: VariableSyntax;
}

/** What an expression of literals makes, while it is put together; the holes are in the order of the pieces that are holes. */
export interface Draft {
  readonly mapped: MappedText;
  readonly holes: readonly Hole[];
  readonly slots: readonly Slot[];
  /** What was taken from the start of each line. */
  readonly margin: string;
}

/** The drafts one after the other. */
export function joinDrafts(parts: readonly Draft[]): Draft {
  return {
    mapped: joinMapped(parts.map(({ mapped }) => mapped)),
    holes: parts.flatMap(({ holes }) => holes),
    slots: parts.flatMap(({ slots }) => slots),
    margin: parts.find(({ margin }) => margin !== '')?.margin ?? '',
  };
}

/** Puts a text and its way back together, stretch by stretch. */
export interface MapBuilder {
  /** Characters that stand in the source from `start` on as they are. */
  same(text: string, start: number): void;
  /** What the source writes in another way between `start` and `end`; empty where it writes nothing. */
  escape(text: string, start: number, end: number): void;
  hole(text: string, start: number, end: number): void;
  readonly done: () => MappedText;
}

/** A builder for one text. */
export function mapBuilder(): MapBuilder {
  let text = '';
  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], part: string, start: number, end: number): void => {
    if (part === '') return;
    pieces.push({ kind, at: text.length, length: part.length, start, end });
    text += part;
  };
  return {
    same: (part, start) => add('same', part, start, start + part.length),
    escape: (part, start, end) => add('escape', part, start, end),
    hole: (part, start, end) => add('hole', part, start, end),
    done: () => ({ text, pieces }),
  };
}

/** The text of a source expression on one line. */
export function oneLine(expression: string): string {
  return expression.replace(/\s+/g, ' ').trim();
}
