import type { PromptDocument } from '../document.ts';
import { type DocumentRule, ruleFacts } from '../rule.ts';
import { adviceOn } from './adviceOn.ts';
import { standingKinds } from './answerLength.ts';
import { lineNumber } from './lineNumber.ts';
import { variablesOf } from './templates.ts';
import { roughTokensFrom, tokensFrom } from './tokens.ts';

const early = 0.3;
const leastStatic = 400;
// Long documents belong to the front, before the instructions that speak of them.
const documentTag =
  /^(?:document|documents|doc|article|transcript|context|source|sources|book|report|file|files|contract|paper|knowledge|corpus)/i;
const documentName = /document|article|transcript|context|book|paper|contract|corpus|content|text|file|data/i;

/** A variable stands before a long part that is the same in every run, so that none of it can be cached. */
export const cacheOrder: DocumentRule = {
  info: ruleFacts('PT25', 'advice', { offFor: standingKinds, rank: 1 }),
  *find(document, { count }) {
    const [first] = variablesOf(document);
    if (first === undefined || isDocument(document, first)) return;
    const { text } = document;
    const after = roughTokensFrom(document, first.end);
    if (first.start > text.length * early || after < leastStatic) return;
    const staticTokens = count === null ? after : tokensFrom(document, first.end, count);
    if (staticTokens < leastStatic) return;
    const line = lineNumber(document.lines, first.start);
    yield adviceOn({ variable: first.name, staticTokens, line });
  },
};

function isDocument(
  { text, mask }: PromptDocument,
  { name, start }: { readonly name: string; readonly start: number },
): boolean {
  if (documentName.test(name)) return true;
  const tag = mask.spans.findLast((span) => span.kind === 'tag' && span.end <= start);
  return (
    tag !== undefined &&
    text.slice(tag.end, start).trim() === '' &&
    documentTag.test(text.slice(tag.start + 1, tag.end))
  );
}
