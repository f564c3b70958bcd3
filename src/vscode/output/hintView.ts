import type { RunRecord } from '../../core/run/record.ts';
import type { HintView } from '../../webview/protocol.ts';
import { actionLabel } from './actionLabels.ts';
import type { OutputModel } from './situation.ts';

/** The hint of the shown run; none once the prompt reads otherwise, for then it may no longer hold. */
export function hintView({ hint, edited }: OutputModel, record: RunRecord): HintView | null {
  if (hint === null || edited || hint.runId !== record.id || record.state.endState === null) return null;
  const dismiss = { action: 'dismiss-hint', label: actionLabel('dismiss-hint'), primary: false } as const;
  return {
    text: hint.text,
    detail: hint.detail,
    buttons:
      hint.fixLabel === null
        ? [dismiss]
        : [{ action: 'apply-hint', label: hint.fixLabel, primary: true }, dismiss],
  };
}
