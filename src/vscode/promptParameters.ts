import * as vscode from 'vscode';
import type { Role } from '../core/prompt/promptDocument.ts';
import type { Renamed } from '../core/prompt/renamedKey.ts';
import type { ParameterLayer, ParameterValues } from '../core/request/parameters.ts';
import { Disposable } from './disposable.ts';
import { renameKept } from './keptByPrompt.ts';
import { isSet, readSetting, type SettingId, type Settings } from './settings.ts';

/** Values that a person set in the panel for one prompt. */
export type PanelValues = Partial<ParameterValues> & { readonly testMessage?: string; readonly role?: Role };

/** The setting of each parameter. */
export const parameterOfSetting = {
  model: 'promptTuner.model',
  system: 'promptTuner.system',
  maxTokens: 'promptTuner.maxTokens',
  effort: 'promptTuner.effort',
  thinking: 'promptTuner.thinking',
  temperature: 'promptTuner.temperature',
} as const satisfies Record<keyof ParameterValues, SettingId>;

const prefix = 'parameters:';

/** The parameters of each prompt as the panel changed them, kept for the workspace until they are reset. */
export class PromptParameters extends Disposable {
  readonly #state: vscode.Memento;
  readonly #changes = this._register(new vscode.EventEmitter<void>());

  /** The parameters of some prompt are others. */
  readonly onDidChange = this.#changes.event;

  constructor(workspaceState: vscode.Memento) {
    super();
    this.#state = workspaceState;
  }

  /** What the panel changed for a prompt. */
  panelValues(key: string): PanelValues {
    return this.#state.get<PanelValues>(nameOf(key), {});
  }

  /** Changes one value for a prompt; undefined takes the change back. */
  async change(key: string, change: { readonly [Name in keyof PanelValues]: PanelValues[Name] | undefined }) {
    const merged = { ...this.panelValues(key), ...change };
    const kept = Object.entries(merged).filter(([, value]) => value !== undefined);
    await this.#state.update(nameOf(key), kept.length === 0 ? undefined : Object.fromEntries(kept));
    this.#changes.fire();
  }

  /** Takes all changes of a prompt back; the test message stays. */
  async reset(key: string): Promise<void> {
    const { testMessage } = this.panelValues(key);
    await this.#state.update(nameOf(key), testMessage === undefined ? undefined : { testMessage });
    this.#changes.fire();
  }

  /** Lets the changes of a prompt stay with it when its document is renamed. */
  async rename(renames: readonly Renamed[]): Promise<void> {
    const kept = renameKept(this.#state, prefix, renames);
    this.#changes.fire();
    await kept;
  }

  /** Whose word counts for a prompt: the panel's, the settings', then the model kept as default. */
  layers(key: string, uri: vscode.Uri, defaultModel: string): readonly ParameterLayer[] {
    const { testMessage: _, role: __, ...panel } = this.panelValues(key);
    return [
      { source: 'panel', values: panel },
      { source: 'setting', values: settingValues(vscode.workspace.getConfiguration(undefined, uri)) },
      { source: 'default', values: { model: defaultModel } },
    ];
  }
}

function settingValues(configuration: vscode.WorkspaceConfiguration): Partial<ParameterValues> {
  const values: Partial<Record<keyof ParameterValues, Settings[SettingId]>> = {};
  for (const [name, id] of Object.entries(parameterOfSetting)) {
    if (isSet(configuration, id)) values[name as keyof ParameterValues] = readSetting(configuration, id);
  }
  return values as Partial<ParameterValues>;
}

function nameOf(key: string): string {
  return prefix + key;
}
