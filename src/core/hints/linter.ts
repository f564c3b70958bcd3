import { allTiers, type LintResult } from './lint.ts';
import { lintDocument } from './lintDocument.ts';
import type { LintOptions } from './options.ts';
import { documentParser } from './parseDocument.ts';

/** Looks at one document again and again; what an edit did not touch is not read anew. */
export class Linter {
  readonly #parse = documentParser();

  /** The same result as that of `lint`. */
  lint(text: string, options: LintOptions): LintResult {
    return lintDocument(this.#parse(text, options.kind), options, allTiers);
  }
}
