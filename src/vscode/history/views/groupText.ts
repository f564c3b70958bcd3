import * as vscode from 'vscode';
import type { RunGroup } from '../../../core/history/runGroup.ts';
import { formatTokens } from '../../numbers.ts';
import type { ModelName } from './modelName.ts';

/** A group in words: `Claude Haiku 5.5 · effort low · 4,096 max tokens`. */
export function groupText(group: RunGroup, others: readonly RunGroup[], nameOf: ModelName): string {
  const { t } = vscode.l10n;
  const thinking = thinkingType(group.thinking);
  const differs = (name: 'context' | 'extra') => others.some((other) => other[name] !== group[name]);
  const parts = [
    nameOf(group.model),
    group.effort === null ? null : t('effort {0}', group.effort),
    thinking === null ? null : t('thinking {0}', thinking),
    group.temperature === null ? null : t('temperature {0}', group.temperature),
    t('{0} max tokens', formatTokens(group.maxTokens)),
    // What cannot be said in a word is told apart by the beginning of its hash, and only where it differs.
    group.context !== null && differs('context') ? t('context {0}', group.context.slice(0, 4)) : null,
    group.extra !== null && differs('extra') ? t('further fields {0}', group.extra.slice(0, 4)) : null,
    group.place === 'local' ? null : group.place,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

function thinkingType(thinking: string | null): string | null {
  if (thinking === null) return null;
  const { type } = JSON.parse(thinking) as { readonly type?: unknown };
  return typeof type === 'string' ? type : null;
}
