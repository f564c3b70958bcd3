import { type Preference, preferences } from '../../core/compare/blind.ts';
import { type PrimaryMetric, primaryMetrics } from '../../core/compare/comparison.ts';
import { runCounts } from '../../core/compare/plan.ts';
import { keepFromScrolling } from '../common/buttons.ts';
import { listenForFolds } from '../common/fold.ts';
import { type CompareActionId, type CompareToHost, compareActionIds } from '../compareProtocol.ts';
import { isOneOf } from '../oneOf.ts';

/** What the person can do in the comparison panel. */
export interface Presses {
  send(message: CompareToHost): void;
  prefer(preference: Preference): void;
  runsToggled(open: boolean): void;
  /** A key without a modifier; whether it meant something. */
  keyPressed(key: string): boolean;
  escaped(): void;
}

/** Listens once for the whole panel. */
export function listenForPresses(root: HTMLElement, presses: Presses): void {
  root.addEventListener('click', ({ target }) => pressed(target, presses));
  root.addEventListener('change', ({ target }) => changed(target, presses));
  listenForFolds(root, (id, open) => {
    if (id === 'runs') presses.runsToggled(open);
  });
  addEventListener('keydown', (event) => {
    const { key, altKey, ctrlKey, metaKey } = event;
    keepFromScrolling(event);
    if (key === 'Escape') presses.escaped();
    else if (!altKey && !ctrlKey && !metaKey && !event.repeat && presses.keyPressed(key))
      event.preventDefault();
  });
}

function pressed(target: EventTarget | null, presses: Presses): void {
  if (!(target instanceof Element)) return;
  const found = target.closest<HTMLElement | SVGElement>(
    '[data-action],[data-keep],[data-run],[data-prefer]',
  );
  if (found === null) return;
  const { action, keep, run, prefer } = found.dataset;
  if (isOneOf<CompareActionId>(compareActionIds, action)) presses.send({ type: 'action', action });
  else if (isOneOf<Preference>(preferences, prefer)) presses.prefer(prefer);
  else if (keep !== undefined) presses.send({ type: 'keep', arm: keep });
  else if (run !== undefined) presses.send({ type: 'open-run', run });
}

function changed(target: EventTarget | null, presses: Presses): void {
  if (!(target instanceof HTMLInputElement)) return;
  const { name, value } = target;
  const runs = runCounts.find((count) => String(count) === value);
  if (name === 'runs' && runs !== undefined) presses.send({ type: 'runs', runs });
  if (name === 'metric' && isOneOf<PrimaryMetric>(primaryMetrics, value)) {
    presses.send({ type: 'metric', metric: value });
  }
  if (name === 'input') presses.send({ type: 'input', at: Number(value) });
}
