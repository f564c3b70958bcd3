import { keepFromScrolling } from '../common/buttons.ts';
import { listenForFolds } from '../common/fold.ts';
import {
  type HistoryActionId,
  historyActionIds,
  type MetricId,
  metricIds,
  type PickId,
  pickIds,
  type RunActionId,
  runActionIds,
  type VersionActionId,
  versionActionIds,
} from '../historyIds.ts';
import type { HistoryToHost } from '../historyProtocol.ts';
import { isOneOf } from '../oneOf.ts';
import { type FigureId, figureIds } from '../protocol.ts';

/** What the person can do in the side panel, but for list and chart. */
export interface Presses {
  send(message: HistoryToHost): void;
  runAction(action: RunActionId): void;
  tableToggled(): void;
  allVersionsToggled(): void;
  versionsToggled(open: boolean): void;
  undone(): void;
}

/** Listens once for the whole side panel. */
export function listenForPresses(root: HTMLElement, presses: Presses): void {
  root.addEventListener('click', (event) => pressed(event.target, presses));
  root.addEventListener('keydown', (event) => keyPressed(event, presses));
  listenForFolds(root, (id, open) => {
    if (id === 'versions') presses.versionsToggled(open);
  });
}

function keyPressed(event: KeyboardEvent, presses: Presses): void {
  const { key, ctrlKey, metaKey, shiftKey } = event;
  keepFromScrolling(event);
  if (key === 'z' && (ctrlKey || metaKey) && !shiftKey) presses.undone();
}

function pressed(target: EventTarget | null, presses: Presses): void {
  if (!(target instanceof Element)) return;
  const found = target.closest<HTMLElement>(
    '[data-action],[data-run-action],[data-version-action],[data-pick],[data-metric],[data-run],[data-prompt],' +
      '[data-explain],[data-more-prompts],[data-toggle-table],[data-toggle-versions]',
  );
  if (found === null) return;
  const {
    action,
    runAction,
    versionAction,
    version = '',
    pick,
    metric,
    run,
    prompt,
    explain,
  } = found.dataset;
  if (isOneOf<HistoryActionId>(historyActionIds, action)) presses.send({ type: 'action', action });
  else if (isOneOf<RunActionId>(runActionIds, runAction)) presses.runAction(runAction);
  else if (isOneOf<VersionActionId>(versionActionIds, versionAction)) {
    presses.send({ type: 'version-action', action: versionAction, version });
  } else if (isOneOf<PickId>(pickIds, pick)) presses.send({ type: 'pick', pick });
  else if (isOneOf<MetricId>(metricIds, metric)) presses.send({ type: 'metric', metric });
  else if (isOneOf<FigureId>(figureIds, explain)) presses.send({ type: 'explain', figure: explain });
  else if (run !== undefined) presses.send({ type: 'open-run', run });
  else if (prompt !== undefined) presses.send({ type: 'open-prompt', prompt });
  else if ('morePrompts' in found.dataset) presses.send({ type: 'more-prompts' });
  else if ('toggleTable' in found.dataset) presses.tableToggled();
  else if ('toggleVersions' in found.dataset) presses.allVersionsToggled();
}
