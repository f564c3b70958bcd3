import * as vscode from 'vscode';
import { blindTallies } from '../../../core/compare/blind.ts';
import type { Comparison } from '../../../core/compare/comparison.ts';
import { shareInterval, shareLevel } from '../../../core/compare/shareInterval.ts';
import { formatLevel } from './formatLevel.ts';

/** Whom people preferred who did not see the names, and how sure that is: a sentence for each arm that was judged. */
export function blindTexts({ setup, outcome }: Comparison): readonly string[] {
  const { t } = vscode.l10n;
  const names = setup.arms.map(({ name }) => name);
  return blindTallies(outcome.blind, names).map(({ a, b, preferredA, preferredB, ties }) => {
    const decided = preferredA + preferredB;
    if (decided === 0) return t('You preferred neither {0} nor {1} in {2} of {2}, blind.', a, b, ties);
    const [name, count] = preferredA > preferredB ? [a, preferredA] : [b, preferredB];
    const tied = ties === 0 ? '' : ties === 1 ? t(', 1 tie') : t(', {0} ties', ties);
    const told = [name, count, decided + ties, tied] as const;
    const [low, high] = shareInterval(count, decided);
    const interval = [formatLevel(shareLevel), Math.floor(100 * low), Math.ceil(100 * high)] as const;
    return low > 0.5
      ? t(
          'You preferred {0} in {1} of {2}{3}, blind ({4}: {5} … {6} % of the pairs with a preference).',
          ...told,
          ...interval,
        )
      : t(
          'You preferred {0} in {1} of {2}{3}, blind ({4}: {5} … {6} % of the pairs with a preference): that can be chance.',
          ...told,
          ...interval,
        );
  });
}
