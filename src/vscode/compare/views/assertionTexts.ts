import * as vscode from 'vscode';
import { assertionCounts } from '../../../core/compare/assertionCounts.ts';
import type { ArmRun, Comparison, ComparisonSetup } from '../../../core/compare/comparison.ts';
import { absent } from '../../../core/format.ts';
import { assertionText, faultText } from '../../output/assertionTexts.ts';

/** Which assertions failed in which arm, one sentence each; one sentence where all hold. */
export function assertionTexts({ setup, outcome }: Comparison): readonly string[] {
  const { t } = vscode.l10n;
  const counts = assertionCounts(setup, outcome.runs).filter(({ checked }) => checked > 0);
  if (counts.length === 0) return [];
  const all = counts.map(({ arm, held, checked }) => t('{0} {1}/{2}', arm, held, checked)).join(', ');
  return [
    t('Runs that hold all assertions: {0}.', all),
    ...counts.flatMap(({ arm, checked, failed }) =>
      failed.map(({ assertion, fault, runs }) =>
        t(
          '{0} failed in {1} of {2}: {3} (first: {4}).',
          arm,
          runs,
          checked,
          textAt(setup, assertion),
          faultText(fault),
        ),
      ),
    ),
  ];
}

/** By arm, such as `9/10 hold`; empty where nothing is checked. */
export function heldCells({ setup, outcome }: Comparison): readonly string[] {
  return assertionCounts(setup, outcome.runs).map(({ held, checked }) =>
    checked === 0 ? absent : vscode.l10n.t('{0}/{1} hold', held, checked),
  );
}

/** What a run failed and why, in a line. */
export function failedText(setup: ComparisonSetup, { failedAssertions }: ArmRun): string {
  if (failedAssertions === undefined) return absent;
  if (failedAssertions.length === 0) return vscode.l10n.t('hold');
  return failedAssertions
    .map(({ assertion, fault }) =>
      vscode.l10n.t('failed: {0} ({1})', textAt(setup, assertion), faultText(fault)),
    )
    .join('; ');
}

/** What will be checked, before the start; empty where nothing is. */
export function checkedTexts({ assertions = [] }: ComparisonSetup): readonly string[] {
  if (assertions.length === 0) return [];
  const texts = assertions.map(assertionText).join('; ');
  return [vscode.l10n.t('Every answer is checked: {0}.', texts)];
}

function textAt({ assertions = [] }: ComparisonSetup, at: number): string {
  const assertion = assertions[at];
  return assertion === undefined ? absent : assertionText(assertion);
}
