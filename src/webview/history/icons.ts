import { assertNever } from '../../core/assertNever.ts';
import type { EndState } from '../../core/run/endState.ts';
import type { RunActionId, VersionActionId } from '../historyIds.ts';

/** How a run's end looks: its icon and the class that colours it. */
export function endIcon(endState: EndState): string {
  switch (endState) {
    case 'complete':
    case 'stop-sequence':
      return 'codicon-pass';
    case 'tool-use':
      return 'codicon-tools';
    case 'max-tokens':
    case 'context-exceeded':
      return 'codicon-screen-cut warns';
    case 'paused':
      return 'codicon-debug-pause warns';
    case 'refusal':
      return 'codicon-circle-slash warns';
    case 'cancelled':
      return 'codicon-stop-circle';
    case 'stalled':
      return 'codicon-watch fails';
    case 'broken':
      return 'codicon-debug-disconnect fails';
    case 'failed':
      return 'codicon-error fails';
    default:
      return assertNever(endState);
  }
}

/** The icon of a button for selected runs or for a version. */
export function actionIcon(action: RunActionId | VersionActionId): string {
  switch (action) {
    case 'diff-runs':
    case 'diff-version':
      return 'codicon-diff';
    case 'run-again':
      return 'codicon-debug-rerun';
    case 'show-comparison':
      return 'codicon-git-compare';
    case 'label':
      return 'codicon-tag';
    case 'copy-runs':
      return 'codicon-copy';
    case 'delete':
      return 'codicon-trash';
    case 'restore-version':
      return 'codicon-discard';
    case 'set-reference':
      return 'codicon-pin';
    case 'clear-reference':
      return 'codicon-pinned';
    default:
      return assertNever(action);
  }
}
