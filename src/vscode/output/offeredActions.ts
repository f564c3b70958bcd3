import type { RunRecord } from '../../core/run/record.ts';
import { textOf } from '../../core/run/state.ts';
import type { ActionId, OutputView } from '../../webview/protocol.ts';
import { buttons } from './actionLabels.ts';
import { chipViews } from './chipViews.ts';
import type { OutputModel } from './situation.ts';

const answerActions: readonly ActionId[] = [
  'copy-answer',
  'open-as-document',
  'insert-below',
  'set-reference',
  'diff-reference',
];

/** What a person most likely wants next; the first run's place has the samples. */
export function actionsOf(model: OutputModel, record: RunRecord | null): OutputView['actions'] {
  if (model.situation.kind === 'empty') return buttons(['open-samples', 'sample-run'], true);
  return record !== null && record.state.endState !== null
    ? buttons(mainActions(model, record).filter(canBeDone(record)))
    : [];
}

/** The rarer things, behind a menu; none before the end. */
export function moreActionsOf(model: OutputModel, record: RunRecord | null): OutputView['moreActions'] {
  if (record === null || record.state.endState === null) return [];
  return buttons(moreActions(model, record).filter(canBeDone(record)));
}

// Without an answer nothing can be done with it.
function canBeDone({ state }: RunRecord): (action: ActionId) => boolean {
  const answered = textOf(state) !== '';
  return (action) => answered || !answerActions.includes(action);
}

function mainActions({ referenceId }: OutputModel, record: RunRecord): readonly ActionId[] {
  const hasReference = referenceId !== null && referenceId !== record.id && !record.sample;
  const compares = record.sample ? [] : (['compare', 'measure'] as const);
  return ['run-again', ...compares, 'copy-answer', ...(hasReference ? (['diff-reference'] as const) : [])];
}

function moreActions({ canInsert, chips, referenceId }: OutputModel, record: RunRecord): readonly ActionId[] {
  const changed = chipViews(chips).some((chip) => chip.changed && chip.id !== 'test-message');
  return [
    ...(record.sample ? [] : (['repeat-exactly'] as const)),
    'open-as-document',
    ...(canInsert ? (['insert-below'] as const) : []),
    ...(record.sample
      ? []
      : ([referenceId === record.id ? 'clear-reference' : 'set-reference', 'copy-run'] as const)),
    'copy-request',
    ...(record.state.requestId === null ? [] : (['copy-request-id'] as const)),
    ...(changed ? (['reset-chips'] as const) : []),
  ];
}
