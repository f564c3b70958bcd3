import * as vscode from 'vscode';
import { assertNever } from '../core/assertNever.ts';
import { type Effort, efforts } from '../core/request/model.ts';
import type { ThinkingChoice } from '../core/request/parameters.ts';
import type { ChipId } from '../webview/protocol.ts';
import { formatTokens } from './numbers.ts';
import type { ChipFacts } from './output/situation.ts';
import type { PromptParameters } from './promptParameters.ts';
import type { ValueEditor } from './sources/valueEditor.ts';

/** What changing a parameter works on. */
export interface ChipPickParts {
  readonly promptParameters: Pick<PromptParameters, 'change'>;
  /** Where texts of several lines are written. */
  readonly valueEditor: Pick<ValueEditor, 'edit'>;
}

/** Lets the person change a parameter's value for one prompt. Resolves to whether it changed. */
export async function changeChip(
  chip: Exclude<ChipId, 'model' | 'role' | 'values'>,
  key: string,
  facts: ChipFacts,
  { promptParameters: parameters, valueEditor }: ChipPickParts,
): Promise<boolean> {
  const { t } = vscode.l10n;
  const { parameters: p } = facts;
  switch (chip) {
    case 'effort': {
      const levels = facts.model?.efforts ?? efforts;
      const effort = await pickChoice<'default' | Effort>(
        t('Effort'),
        ['default', ...levels],
        p.effort.value,
      );
      if (effort !== null) await parameters.change(key, { effort });
      return effort !== null;
    }
    case 'thinking': {
      const thinking = await pickChoice<ThinkingChoice>(
        t('Thinking'),
        ['default', 'on', 'off'],
        p.thinking.value,
      );
      if (thinking !== null) await parameters.change(key, { thinking });
      return thinking !== null;
    }
    case 'max-tokens': {
      const most = facts.model?.maxOutputTokens ?? Number.MAX_SAFE_INTEGER;
      const text = await ask(t('Max Tokens'), String(p.maxTokens.value), (value) =>
        /^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= most
          ? undefined
          : t('A whole number from 1 to {0}.', formatTokens(most)),
      );
      if (text !== undefined) await parameters.change(key, { maxTokens: Number(text) });
      return text !== undefined;
    }
    case 'temperature': {
      const text = await ask(
        t('Temperature (empty: not sent)'),
        String(p.temperature.value ?? ''),
        (value) =>
          value.trim() === '' || (Number(value) >= 0 && Number(value) <= 1)
            ? undefined
            : t('A number from 0 to 1, or empty.'),
      );
      if (text === undefined) return false;
      await parameters.change(key, { temperature: text.trim() === '' ? null : Number(text) });
      return true;
    }
    case 'system': {
      if (facts.role === 'system') return false;
      const { value } = p.system;
      const system = hasLines(value)
        ? await valueEditor.edit(t('System'), value)
        : await ask(t('System Prompt (empty: none)'), value, () => undefined);
      if (system !== undefined) await parameters.change(key, { system });
      return system !== undefined;
    }
    case 'test-message': {
      const value = facts.testMessage ?? '';
      const testMessage = hasLines(value)
        ? await valueEditor.edit(t('Test message'), value)
        : await ask(t('Test Message'), value, (text) =>
            text.trim() === '' ? t('Type a message.') : undefined,
          );
      if (testMessage === undefined || testMessage.trim() === '') return false;
      await parameters.change(key, { testMessage });
      return true;
    }
    default:
      return assertNever(chip);
  }
}

// An input box has one line, and would make one of several.
function hasLines(text: string): boolean {
  return /[\r\n]/.test(text);
}

async function pickChoice<T extends string>(
  title: string,
  choices: readonly T[],
  current: T,
): Promise<T | null> {
  const { t } = vscode.l10n;
  const items = choices.map((choice) => ({
    choice,
    label: choice === 'default' ? t('model default') : choice,
    description: choice === current ? t('now') : '',
  }));
  const picked = await vscode.window.showQuickPick(items, { title });
  return picked?.choice ?? null;
}

function ask(
  title: string,
  value: string,
  validateInput: (value: string) => string | undefined,
): Thenable<string | undefined> {
  return vscode.window.showInputBox({ title, value, validateInput, ignoreFocusOut: true });
}
