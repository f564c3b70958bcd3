import type * as vscode from 'vscode';
import type { RuleId } from '../../core/hints/finding.ts';
import type { LintOptions } from '../../core/hints/options.ts';
import { unknownRules } from './ruleInfo.ts';

/** Tells the log what the rules left undone; each thing once, for it comes again with every keystroke. */
export interface HintLog {
  /** Edits of these rules in a document were dropped. */
  dropped(document: vscode.TextDocument, rules: readonly RuleId[]): void;
  /** What the settings say of rules that are none: they are written by hand, and a slip of the pen changes nothing. */
  unknown(rules: LintOptions['rules']): void;
}

/** A log in which nothing was told yet. */
export function hintLog(log: vscode.LogOutputChannel): HintLog {
  const told = new WeakMap<vscode.TextDocument, Set<RuleId>>();
  const toldUnknown = new Set<string>();
  return {
    dropped(document, rules) {
      const before = told.get(document) ?? new Set();
      told.set(document, before);
      for (const rule of rules) {
        if (before.has(rule)) continue;
        before.add(rule);
        log.info(`${rule}: an edit was dropped, since it would have changed words that must stay.`);
      }
    },
    unknown(rules) {
      for (const id of unknownRules(Object.keys(rules))) {
        if (toldUnknown.has(id)) continue;
        toldUnknown.add(id);
        log.warn(`promptTuner.hints.rules names ${JSON.stringify(id)}, which is no rule: it is ignored.`);
      }
    },
  };
}
