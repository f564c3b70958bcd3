import * as vscode from 'vscode';
import type { Failure } from '../core/failure.ts';
import { keyKindOf } from '../core/keyKind.ts';

/** What the check of a key said: a round trip in ms, a failure, or the check given up by the person. */
export type KeyCheck = (key: string, signal: AbortSignal) => Promise<number | Failure>;

/** A key that the person entered. */
export interface EnteredKey {
  readonly key: string;
  /** Round trip of the check in ms; null where the server could not say. */
  readonly roundTripMs: number | null;
}

/**
 * Asks for a key until one is accepted, one can't be checked (kept then), or the person gives up (null). The box stays
 * open while the check runs, and says what is wrong with a key that is refused. Rejects where the check does.
 */
export function askForKey(host: string, check: KeyCheck): Promise<EnteredKey | null> {
  const { t } = vscode.l10n;
  const box = vscode.window.createInputBox();
  box.title = t('API Key for {0}', host);
  box.prompt = t('Paste the key. It is kept in VS Code’s secret storage and sent to {0} only.', host);
  box.password = true;
  box.ignoreFocusOut = true;
  return new Promise((resolve, reject) => {
    let abort: AbortController | null = null;
    const finish = (entered: EnteredKey | null) => {
      abort?.abort();
      resolve(entered);
      box.dispose();
    };
    box.onDidChangeValue(() => {
      abort?.abort();
      box.busy = false;
      box.validationMessage = kindProblem(box.value);
    });
    box.onDidHide(() => finish(null));
    const accept = async () => {
      const key = box.value.trim();
      if (key === '' || kindProblem(key) !== undefined) {
        box.validationMessage = kindProblem(key) ?? t('Paste a key first.');
        return;
      }
      abort?.abort();
      const mine = new AbortController();
      abort = mine;
      box.busy = true;
      const result = await check(key, mine.signal);
      if (mine.signal.aborted) return;
      box.busy = false;
      if (typeof result === 'number') finish({ key, roundTripMs: result });
      else if (result.kind === 'rejected-key' || result.kind === 'wrong-key-kind') {
        box.validationMessage = t('{0} does not accept this key.', host);
      } else finish({ key, roundTripMs: null });
    };
    box.onDidAccept(() => {
      accept().catch((error: unknown) => {
        reject(error);
        box.dispose();
      });
    });
    box.show();
  });
}

function kindProblem(text: string): string | undefined {
  const { t } = vscode.l10n;
  const key = text.trim();
  if (/\s/.test(key)) return t('A key holds no spaces or line breaks.');
  switch (keyKindOf(key)) {
    case 'admin':
      return t('This is an admin key: it can’t run prompts. Create an API key in the console.');
    case 'oauth':
      return t('This is a login token, not an API key. Create an API key in the console.');
    case 'other-vendor':
      return t('This looks like another vendor’s key.');
    case 'api':
    case 'unknown':
      return undefined;
  }
}
