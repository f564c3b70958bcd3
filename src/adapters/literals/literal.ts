import type { SyntaxNode } from '@lezer/common';
import type { PromptText, VariableUse } from '../../core/prompt/foundPrompt.ts';
import type { Piece } from '../../core/prompt/mappedText.ts';
import type { Span } from '../../core/prompt/promptDocument.ts';
import { mustacheUses } from '../../core/prompt/variables.ts';
import type { Draft, Slot } from './draft.ts';
import type { Formatting } from './formatting.ts';
import { hasError } from './nodes.ts';
import { holeDraft, readDraft, type Source } from './readDraft.ts';
import { formatted, percentFormatted } from './transforms.ts';

/** A string of a program that is made of literals. */
export interface Literal {
  /** The whole expression. */
  readonly span: Span;
  /** What the program sees. */
  readonly text: PromptText;
  /** Where text can be written, in order; no hole is inside one. */
  readonly slots: readonly Slot[];
  /** What the program takes from the start of each line. */
  readonly margin: string;
  /** How it is formatted elsewhere in its file, where it is read so. */
  readonly formatting: Formatting | null;
}

/** Reads the literal that an expression is, or null where it is none; with `formatting` as that fills it, where it can. */
export function readLiteral(
  source: Source,
  expression: SyntaxNode,
  formatting: Formatting | null = null,
): Literal | null {
  // The parser gives up on some programs that run, such as sums of thousands of terms: what it skipped is not known.
  const draft = hasError(expression) ? null : readDraft(source, expression);
  if (draft === null) return null;
  const filled = formatting === null ? null : filledBy(draft, formatting);
  return literalOf(filled ?? draft, expression, filled === null ? null : formatting);
}

/** The literal that an expression is, or else the expression as one hole. */
export function readText(source: Source, expression: SyntaxNode): Literal {
  return readLiteral(source, expression) ?? literalOf(holeDraft(source, expression), expression, null);
}

function filledBy(draft: Draft, { by, operands }: Formatting): Draft | null {
  return by === 'format' ? formatted(draft, operands) : percentFormatted(draft, operands);
}

/** The literal where it stands after `by` characters went in before it. */
export function movedLiteral(literal: Literal, by: number): Literal {
  if (by === 0) return literal;
  const moved = <T extends Span>(span: T): T => ({ ...span, start: span.start + by, end: span.end + by });
  const text = { ...literal.text, pieces: literal.text.pieces.map(moved) };
  return { ...literal, span: moved(literal.span), text, slots: literal.slots.map(moved) };
}

function literalOf(
  { mapped, holes, slots, margin }: Draft,
  expression: SyntaxNode,
  formatting: Formatting | null,
): Literal {
  const pieces = mapped.pieces.filter(({ kind }) => kind === 'hole');
  const filled = pieces.flatMap((piece, index): readonly VariableUse[] => {
    const hole = holes[index];
    if (hole === undefined) return [];
    return [{ ...hole, placeholder: null, start: piece.at, end: piece.at + piece.length }];
  });
  const written = mustacheUses(mapped.text).filter(
    (use) => !filled.some((hole) => hole.start < use.end && use.start < hole.end),
  );
  return {
    span: { start: expression.from, end: expression.to },
    text: { ...mapped, variables: [...filled, ...written].sort((a, b) => a.start - b.start) },
    slots: slots.flatMap((slot) => withoutHoles(slot, pieces)),
    margin,
    formatting,
  };
}

function withoutHoles(slot: Slot, holes: readonly Piece[]): readonly Slot[] {
  const inside = holes.filter(({ start, end }) => slot.start <= start && end <= slot.end);
  const starts = [slot.start, ...inside.map(({ end }) => end)];
  return starts.map((start, index) => ({ ...slot, start, end: inside[index]?.start ?? slot.end }));
}
