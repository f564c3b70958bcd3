import type { PromptDocument } from '../document.ts';

/** A place that is filled in when the prompt is used. */
export interface Variable {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const form =
  /^(?:\{\{[-~]?\s*([A-Za-z_][\w.]*)[^{}]*\}\}|\$\{(?:input:|env:)?([A-Za-z_][\w.]*)(?::[^{}]*)?\}|\{([A-Za-z_]\w+)\}|\$([A-Z][A-Z0-9_]+|\d))$/;

/** The variables in the body of a document, in their order; those in code are part of it. */
export function* variablesOf({ text, mask }: PromptDocument): Iterable<Variable> {
  for (const { kind, start, end } of mask.spans) {
    if (kind !== 'template' || mask.within(start, end).some((span) => isNoPlace(span.kind))) continue;
    const match = form.exec(text.slice(start, Math.min(end, start + 200)));
    const name = match?.slice(1).find((group) => group !== undefined);
    if (name !== undefined) yield { name, start, end };
  }
}

function isNoPlace(kind: PromptDocument['mask']['spans'][number]['kind']): boolean {
  return kind === 'code' || kind === 'front-matter' || kind === 'comment';
}
