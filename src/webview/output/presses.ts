import { keepFromScrolling } from '../common/buttons.ts';
import { listenForFolds } from '../common/fold.ts';
import { isOneOf } from '../oneOf.ts';
import {
  type ActionId,
  actionIds,
  type ChipId,
  chipIds,
  type FigureId,
  figureIds,
  maxCopyLength,
  type OutputToHost,
  type RequestLanguage,
  requestLanguages,
} from '../protocol.ts';
import { type FoldId, foldIds } from './kept.ts';

/** What the person can do in the panel. */
export interface Presses {
  send(message: OutputToHost): void;
  foldToggled(fold: FoldId, open: boolean): void;
  languagePicked(language: RequestLanguage): void;
  rawToggled(): void;
  requestCopied(): void;
  jumped(): void;
  escaped(): void;
  /** Something was copied: says so aloud and gives the word that stands on the button for a moment. */
  copied(): string;
  /** The moment is over. */
  copiedShown(): void;
}

const copiedForMs = 1_500;

/** Listens once for the whole panel, so that no listener hangs on what the answer is made of. */
export function listenForPresses(root: HTMLElement, presses: Presses): void {
  root.addEventListener('click', (event) => pressed(event.target, presses));
  root.addEventListener('keydown', (event) => keyPressed(event, presses));
  listenForFolds(root, (id, open) => {
    if (isOneOf<FoldId>(foldIds, id)) presses.foldToggled(id, open);
  });
  addEventListener('keydown', (event) => {
    const inMenu = document.querySelector(':popover-open') !== null;
    if (event.key === 'Escape' && !event.defaultPrevented && !inMenu) presses.escaped();
  });
}

function pressed(target: EventTarget | null, presses: Presses): void {
  if (!(target instanceof Element)) return;
  const found = target.closest<HTMLElement>(
    '[data-action],[data-chip],[data-explain],[data-language],[data-url],[data-copy-code],[data-copy-request],' +
      '[data-toggle-raw],[data-jump]',
  );
  if (found === null) return;
  const { action, chip, explain, language, url } = found.dataset;
  if (isOneOf<ActionId>(actionIds, action)) presses.send({ type: 'action', action });
  else if (isOneOf<ChipId>(chipIds, chip)) presses.send({ type: 'chip', chip });
  else if (isOneOf<FigureId>(figureIds, explain)) presses.send({ type: 'explain', figure: explain });
  else if (isOneOf<RequestLanguage>(requestLanguages, language)) presses.languagePicked(language);
  else if (url !== undefined) presses.send({ type: 'open-link', url });
  else if ('copyCode' in found.dataset) copyCode(found, presses);
  else if ('copyRequest' in found.dataset) confirmCopy(found, presses, () => presses.requestCopied());
  else if ('toggleRaw' in found.dataset) presses.rawToggled();
  else if ('jump' in found.dataset) presses.jumped();
  found.closest<HTMLElement>('[popover]')?.hidePopover();
}

function keyPressed(event: KeyboardEvent, presses: Presses): void {
  keepFromScrolling(event);
  const { target, key } = event;
  if (key !== 'Enter' || !(target instanceof HTMLElement) || target.dataset.url === undefined) return;
  presses.send({ type: 'open-link', url: target.dataset.url });
}

function copyCode(button: HTMLElement, presses: Presses): void {
  const text = button.closest('.code-block')?.querySelector('code')?.textContent ?? '';
  if (text.length > maxCopyLength) presses.send({ type: 'action', action: 'open-as-document' });
  else confirmCopy(button, presses, () => presses.send({ type: 'copy-code', text }));
}

function confirmCopy(button: HTMLElement, presses: Presses, copy: () => void): void {
  if (button.dataset.copied !== undefined) return;
  copy();
  button.dataset.copied = presses.copied();
  setTimeout(() => {
    delete button.dataset.copied;
    presses.copiedShown();
  }, copiedForMs);
}
