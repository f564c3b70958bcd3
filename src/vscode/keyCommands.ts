import * as vscode from 'vscode';
import type { Connections } from './connections.ts';
import { askForKey } from './keyInput.ts';
import type { Keys } from './keys.ts';
import { reach } from './milestones.ts';
import type { Models } from './models.ts';
import { formatMs } from './numbers.ts';
import type { OutputController } from './output/outputController.ts';

/** What `Set API Key…` and `Clear API Key` work on. */
export interface KeyCommandParts {
  readonly keys: Keys;
  readonly connections: Connections;
  readonly models: Models;
  readonly output: OutputController;
  /** The run that waits for a key goes on. */
  readonly resume: () => Promise<void>;
}

/** Asks for a key, checks it with the model list, keeps it, and lets the waiting run go on. */
export async function setApiKey({
  keys,
  connections,
  models,
  output,
  resume,
}: KeyCommandParts): Promise<void> {
  const { t } = vscode.l10n;
  const endpoint = connections.endpoint();
  const { host } = new URL(endpoint.origin);
  const entered = await askForKey(host, (key, signal) =>
    models.refresh(connections.withKey(endpoint, key), signal),
  );
  if (entered === null) return;
  const { key, roundTripMs } = entered;
  const kept = await keys.store(endpoint.origin, key, roundTripMs !== null);
  const checked =
    roundTripMs === null
      ? t('Key kept, unchecked: {0} could not be asked.', host)
      : t('Key accepted, {0}.', formatMs(roundTripMs));
  const notice = kept
    ? checked
    : t('{0} VS Code’s secret storage does not work here, so it is kept for this window only.', checked);
  if (roundTripMs !== null) reach('promptTuner.keyAccepted');
  output.update({ notice });
  if (output.model.situation.kind === 'empty') void vscode.window.showInformationMessage(notice);
  await resume();
}

/** Forgets the key of the current origin. */
export async function clearApiKey({ keys, connections }: KeyCommandParts): Promise<void> {
  const { t } = vscode.l10n;
  const { origin } = connections.endpoint();
  const { host } = new URL(origin);
  const had = await keys.clear(origin);
  const rest =
    (await keys.find(origin)) === null
      ? ''
      : t('Runs now use the key of ANTHROPIC_API_KEY in the environment.');
  const done = had ? t('The key for {0} is cleared.', host) : t('No key was kept for {0}.', host);
  void vscode.window.showInformationMessage(`${done} ${rest}`.trim());
}
