import type { PromptKind } from '../../prompt/promptDocument.ts';
import { isDirective } from '../disable.ts';
import type { PromptDocument } from '../document.ts';
import { type Candidate, edit } from '../rule.ts';
import { tidyDeletion } from '../tidy.ts';

// Comments for people and tools; any other may be a mark that the prompt speaks of.
const note =
  /^<!--\s*(?:todo|fixme|xxx|note to self|markdownlint|prettier|textlint|vale|cspell|spell-checker|eslint|lint|editorconfig|last (?:updated|modified|reviewed)|updated|author|version|changelog|draft|wip|reviewed)\b/i;

/** Comments meant for people or tools; the model reads them too. */
export function* comments({ text, mask }: PromptDocument, kind: PromptKind): Iterable<Candidate> {
  if (kind === 'code') return;
  for (const span of mask.spans) {
    if (span.kind !== 'comment' || mask.touches(span.start, span.end, ['comment'])) continue;
    const comment = text.slice(span.start, span.end);
    if (isDirective(comment) || !note.test(comment)) continue;
    const { start, end } = tidyDeletion(text, span) ?? span;
    yield edit('suggestion', start, end, '', {
      worksOn: 'comment',
      relaxes: ['numbers', 'negations', 'scope', 'modals'],
    });
  }
}
