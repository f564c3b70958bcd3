import type { Paragraph } from './document.ts';
import { allTiers, type LintResult } from './lint.ts';
import { lintDocument, type ParagraphReader, proposalsIn } from './lintDocument.ts';
import type { LintOptions } from './options.ts';
import { documentParser } from './parseDocument.ts';
import type { Proposal } from './wording/matchPhrases.ts';

/** Looks at one document again and again; what an edit did not touch is not read anew. */
export class Linter {
  readonly #parse = documentParser();
  readonly #reader = rememberingReader();

  /** The same result as that of `lint`. */
  lint(text: string, options: LintOptions): LintResult {
    return lintDocument(this.#parse(text, options.kind), options, this.#reader, allTiers);
  }
}

function rememberingReader(): ParagraphReader {
  let known = new WeakMap<Paragraph, readonly Proposal[]>();
  let model = '';
  return (paragraph, options) => {
    const asked = `${options.model?.thinks} ${options.model?.literal} ${options.kind}`;
    if (asked !== model) {
      known = new WeakMap();
      model = asked;
    }
    const proposals = known.get(paragraph) ?? proposalsIn(paragraph, options);
    known.set(paragraph, proposals);
    return proposals;
  };
}
