import type * as vscode from 'vscode';
import type { Finding } from '../../core/hints/finding.ts';
import type { PromptText } from '../../core/prompt/foundPrompt.ts';
import { bodySpan, isPromptDocument, type Span } from '../../core/prompt/promptDocument.ts';
import { ownMessage } from '../../core/prompt/withText.ts';
import type { RunPrompt } from '../../core/run/record.ts';
import type { Prompt } from '../prompt.ts';
import { kindOfDocument, startOfPrompt } from '../promptSource.ts';
import { partEdits } from '../sources/partEdits.ts';
import { isOutsideHoles } from '../sources/partHints.ts';
import { foundNamed } from '../sources/promptParts.ts';
import type { TextChange } from './lineEdits.ts';
import type { LintBases, LintBasis } from './lintBasis.ts';

/** Where the prompt of a run stands now, as the rules look at it. */
export interface RunPlace {
  /** The text that it is a span of: its document, and of a string in code what the program sees. */
  readonly whole: string;
  readonly span: Span;
  readonly basis: LintBasis;
  /** Whether a finding is the prompt's to change. */
  isOwn(finding: Finding): boolean;
  /**
   * What an edit of that text comes to in the document, where the prompt, which reads the same, stands now; null where
   * it can't be written there.
   */
  changes(
    change: TextChange,
    document: vscode.TextDocument,
    now: Prompt,
  ): Promise<readonly TextChange[] | null>;
}

/** The place of a run's prompt; null where it is gone, or was made of several selections. */
export async function placeOfRun(
  prompt: RunPrompt,
  document: vscode.TextDocument,
  bases: LintBases,
): Promise<RunPlace | null> {
  const kind = kindOfDocument(document);
  const { spans = null, part } = prompt.place ?? {};
  const found = part === undefined ? null : await foundNamed(document, part);
  const basis = found === null ? await bases.ofDocument(document) : bases.ofPart(document, found);
  if (part !== undefined && !isPromptDocument(kind)) {
    const text = found === null ? null : ownMessage(found)?.text;
    return text == null ? null : inString(text, basis);
  }
  const whole = document.getText();
  const [span = null, ...others] = spans ?? [bodySpan(whole, kind)];
  if (span === null || others.length > 0) return null;
  return {
    whole,
    span,
    basis,
    isOwn: () => true,
    changes: async ({ start, end, text }, here, now) => {
      // A selection in code stands between quotes that nobody looked at.
      if (!isPromptDocument(kind)) return null;
      const by = startOfPrompt(here, now) - span.start;
      return [{ start: start + by, end: end + by, text }];
    },
  };
}

function inString(text: PromptText, basis: LintBasis): RunPlace {
  return {
    whole: text.text,
    span: { start: 0, end: text.text.length },
    basis,
    isOwn: (finding) => isOutsideHoles(finding, text),
    changes: async (change, document, { anchor }) => {
      const found = anchor.kind === 'part' ? await foundNamed(document, anchor.identity) : null;
      const now = found === null ? null : ownMessage(found)?.text;
      return found === null || now == null
        ? null
        : await partEdits(document, found, now, { edits: [change] });
    },
  };
}
