import * as vscode from 'vscode';
import type { ReferenceView } from '../../webview/protocol.ts';
import { whenText } from '../history/views/when.ts';
import { formatTokens } from '../numbers.ts';
import type { ReferenceDiff } from './situation.ts';

/** How the answer differs from the reference, in a sentence and word by word. */
export function referenceView(diff: ReferenceDiff | null): ReferenceView | null {
  if (diff === null) return null;
  const { t } = vscode.l10n;
  const { difference, startedAt } = diff;
  const title = t('Against the reference of {0}', whenText(startedAt));
  switch (difference) {
    case 'none':
      return { title, text: t('The same answer, to the letter.'), parts: [] };
    case 'not-kept':
      return { title, text: t('The answer of the reference run was not kept.'), parts: [] };
    case 'too-long':
      return { title, text: t('Too long to show here; press Diff with Reference.'), parts: [] };
    default: {
      const words = (kind: 'added' | 'removed') =>
        difference
          .filter((part) => part.kind === kind)
          .reduce((count, { text }) => count + (text.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0), 0);
      const [more, less] = [formatTokens(words('added')), formatTokens(words('removed'))];
      return {
        title,
        text: t('Words only here: {0} · only in the reference: {1}', more, less),
        parts: difference,
      };
    }
  }
}
