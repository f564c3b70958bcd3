import * as vscode from 'vscode';
import type { Connection } from '../core/request/connection.ts';
import type { Keys, StoredKey } from './keys.ts';
import { anthropicOrigin, type Endpoint, parseEndpoint } from './origin.ts';
import { readSetting } from './settings.ts';
import { UserError } from './userError.ts';

/** A connection that may be used now, and where its key came from. */
export interface OpenConnection {
  readonly connection: Connection;
  readonly endpoint: Endpoint;
  readonly keySource: StoredKey['source'] | null;
}

/** Why there is no connection: the key is missing, or the person declined the address. */
export type NoConnection = 'no-key' | 'declined';

/** Decides where requests go, as whom, and whether the person agreed to it. */
export class Connections {
  readonly #keys: Keys;
  readonly #state: vscode.Memento;

  constructor(keys: Keys, state: vscode.Memento) {
    this.#keys = keys;
    this.#state = state;
  }

  /**
   * Where requests go by the settings.
   * @throws UserError where the base URL is neither https nor loopback
   */
  endpoint(): Endpoint {
    const baseUrl = readSetting(vscode.workspace.getConfiguration(), 'promptTuner.baseUrl');
    const endpoint = parseEndpoint(baseUrl);
    if (endpoint !== null) return endpoint;
    const { t } = vscode.l10n;
    throw new UserError(
      t('“promptTuner.baseUrl” must be an https address, or a loopback one: nothing was sent.'),
      [{ label: t('Open Settings'), act: () => openSettings('promptTuner.baseUrl') }],
    );
  }

  /** The connection for a run, asking the person about a foreign address the first time. */
  async open(): Promise<OpenConnection | NoConnection> {
    const endpoint = this.endpoint();
    const configuration = vscode.workspace.getConfiguration();
    const auth = readSetting(configuration, 'promptTuner.auth');
    if (!(await this.#confirm(endpoint, auth !== 'none'))) return 'declined';
    const stored = auth === 'none' ? null : await this.#keys.find(endpoint.origin);
    if (auth !== 'none' && stored === null) return 'no-key';
    return {
      connection: this.withKey(endpoint, stored?.key ?? null),
      endpoint,
      keySource: stored?.source ?? null,
    };
  }

  /** Whether a run would find a key, or needs none; asks nobody. */
  async hasKey(): Promise<boolean> {
    const auth = readSetting(vscode.workspace.getConfiguration(), 'promptTuner.auth');
    return auth === 'none' || (await this.#keys.find(this.endpoint().origin)) !== null;
  }

  /** The connection with a key that is not stored yet, such as one to be checked. */
  withKey(endpoint: Endpoint, key: string | null): Connection {
    const configuration = vscode.workspace.getConfiguration();
    return {
      baseUrl: endpoint.baseUrl,
      auth: readSetting(configuration, 'promptTuner.auth'),
      key,
      headers: readSetting(configuration, 'promptTuner.headers'),
    };
  }

  /** Asks once for each foreign origin. A loopback address that gets no key leaks nothing and is not asked about. */
  async #confirm({ origin, loopback }: Endpoint, sendsKey: boolean): Promise<boolean> {
    if (origin === anthropicOrigin || (loopback && !sendsKey)) return true;
    if (this.#state.get<boolean>(confirmed(origin), false)) return true;
    const { t } = vscode.l10n;
    const send = t('Send There');
    const sendWithEnvironmentKey = t('Send There with ANTHROPIC_API_KEY');
    const offersEnvironmentKey =
      sendsKey && this.#keys.environmentKey() !== null && (await this.#keys.find(origin)) === null;
    const chosen = await vscode.window.showWarningMessage(
      t('Send prompts to {0}?', new URL(origin).host),
      {
        modal: true,
        detail: t(
          'Your setting “promptTuner.baseUrl” names a foreign address. Prompts go there, and answers come from there; only a key that you enter for it goes along.',
        ),
      },
      ...(offersEnvironmentKey ? [send, sendWithEnvironmentKey] : [send]),
    );
    if (chosen === undefined) return false;
    if (chosen === sendWithEnvironmentKey) await this.#keys.allowEnvironmentKey(origin);
    await this.#state.update(confirmed(origin), true);
    return true;
  }
}

/** Opens VS Code's settings at one of ours, or at all of them. */
export function openSettings(id = '@ext:prompt-tuner.prompt-tuner'): Thenable<unknown> {
  return vscode.commands.executeCommand('workbench.action.openSettings', id);
}

function confirmed(origin: string): string {
  return `confirmedOrigin:${origin}`;
}
