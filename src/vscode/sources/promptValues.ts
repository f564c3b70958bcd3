import * as vscode from 'vscode';
import type { FoundPrompt, ValueSet, Variable } from '../../core/prompt/foundPrompt.ts';
import { isOfDocument, type Renamed, renamedKey } from '../../core/prompt/renamedKey.ts';
import { Disposable } from '../disposable.ts';
import { renameKept } from '../keptByPrompt.ts';
import type { Prompt } from '../prompt.ts';
import { predefinedValue } from './predefinedValues.ts';

/** Where the value of a variable comes from. */
export type ValueSource = 'set' | 'asked' | 'editor' | 'preset';

/** The value of a variable, and who gave it. */
export interface KnownValue {
  readonly value: string;
  readonly source: ValueSource;
}

/** What a prompt's variables are filled with. */
export interface Filling {
  /** The chosen value set; null where none is. */
  readonly set: ValueSet | null;
  readonly known: ReadonlyMap<string, KnownValue>;
}

interface Kept {
  /** Name of the chosen set; absent where values are asked for. */
  readonly set?: string;
  readonly values: Readonly<Record<string, string>>;
}

const prefix = 'values:';

/** What the person filled each prompt's variables with: kept for the workspace, secrets for as long as the window is open. */
export class PromptValues extends Disposable {
  readonly #state: vscode.Memento;
  readonly #secrets = new Map<string, ReadonlyMap<string, string>>();
  readonly #changes = this._register(new vscode.EventEmitter<void>());

  /** The values of some prompt are others. */
  readonly onDidChange = this.#changes.event;

  constructor(workspaceState: vscode.Memento) {
    super();
    this.#state = workspaceState;
  }

  /**
   * What the variables of a prompt are filled with as it stands: by its set, else as last asked, else by VS Code, else
   * by its own default.
   * @param chosen name of the set; null for none, absent for the one that the person chose last
   */
  fillingOf(
    { key, uri }: Pick<Prompt, 'key' | 'uri'>,
    { variables, valueSets }: FoundPrompt,
    chosen?: string | null,
  ): Filling {
    const kept = this.#kept(key);
    const wanted = chosen === undefined ? kept.set : chosen;
    const set = valueSets.find(({ name }) => name === wanted) ?? null;
    const known = new Map<string, KnownValue>();
    for (const variable of variables) {
      const value = this.#valueOf(variable, key, uri, set, kept);
      if (value !== null) known.set(variable.name, value);
    }
    return { set, known };
  }

  /** Fills a prompt by these values from now on, and before them by this set where one is named. */
  async keep(
    key: string,
    values: ReadonlyMap<string, string>,
    variables: readonly Variable[],
    set: string | null,
  ): Promise<void> {
    const secret = new Set(variables.filter((variable) => variable.secret).map(({ name }) => name));
    const before = this.#kept(key).values;
    const open = [...values].filter(([name]) => !secret.has(name));
    const hidden = [...values].filter(([name]) => secret.has(name));
    this.#secrets.set(key, new Map([...(this.#secrets.get(key) ?? []), ...hidden]));
    const kept: Kept = {
      ...(set === null ? {} : { set }),
      values: { ...before, ...Object.fromEntries(open) },
    };
    await this.#state.update(nameOf(key), kept);
    this.#changes.fire();
  }

  /** Lets the values of a prompt, the secret ones too, stay with it when its document is renamed. */
  async rename(renames: readonly Renamed[]): Promise<void> {
    const secrets = [...this.#secrets];
    this.#secrets.clear();
    for (const [key, values] of secrets) {
      const renamed = renamedKey(key, renames);
      const isReplaced = renames.some(({ to }) => isOfDocument(key, to));
      if (renamed !== null || !isReplaced) this.#secrets.set(renamed ?? key, values);
    }
    const kept = renameKept(this.#state, prefix, renames);
    this.#changes.fire();
    await kept;
  }

  #valueOf(
    { name, syntax, preset, secret }: Variable,
    key: string,
    uri: vscode.Uri,
    set: ValueSet | null,
    kept: Kept,
  ): KnownValue | null {
    const inSet = set !== null && Object.hasOwn(set.values, name) ? set.values[name] : undefined;
    if (inSet !== undefined) return { value: inSet, source: 'set' };
    const ofEditor = syntax === 'predefined' ? predefinedValue(name, uri) : null;
    if (ofEditor !== null) return { value: ofEditor, source: 'editor' };
    // A secret is never taken from what is stored: the variable may have become one since.
    const stored = Object.hasOwn(kept.values, name) ? kept.values[name] : undefined;
    const asked = secret ? this.#secrets.get(key)?.get(name) : stored;
    if (asked !== undefined) return { value: asked, source: 'asked' };
    return preset === null ? null : { value: preset, source: 'preset' };
  }

  #kept(key: string): Kept {
    return this.#state.get<Kept>(nameOf(key), { values: {} });
  }
}

function nameOf(key: string): string {
  return prefix + key;
}
