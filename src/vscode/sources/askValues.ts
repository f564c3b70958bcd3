import * as vscode from 'vscode';
import type { FoundPrompt, ValueSet, Variable } from '../../core/prompt/foundPrompt.ts';
import { oneLine } from '../oneLine.ts';
import type { Prompt } from '../prompt.ts';
import type { Filling, PromptValues } from './promptValues.ts';
import type { ValueEditor } from './valueEditor.ts';

/** What asking for values works on. */
export interface AskParts {
  readonly promptValues: PromptValues;
  readonly valueEditor: ValueEditor;
}

const longestShown = 40;

type Answer = { readonly value: string } | 'editor' | 'back' | null;

/**
 * Lets the person fill a prompt's variables: by one of its value sets, which is asked only for what it lacks, else each by
 * an input box, with what is known in it. Resolves to whether they did; nothing is kept where they did not.
 */
export async function askValues(
  prompt: Prompt,
  found: FoundPrompt,
  { promptValues, valueEditor }: AskParts,
): Promise<boolean> {
  const filling = promptValues.fillingOf(prompt, found);
  const choice = await chooseSet(prompt, found, filling);
  if (choice === null) return false;
  const { set } = choice;
  const { known } = promptValues.fillingOf(prompt, found, set);
  // What the editor fills is asked for only where it has nothing to fill in.
  const asked = found.variables.filter(({ name }) =>
    set === null ? known.get(name)?.source !== 'editor' : !known.has(name),
  );
  const values = await askEach(prompt, asked, filling, valueEditor);
  if (values === null) return false;
  await promptValues.keep(prompt.key, values, found.variables, set);
  return true;
}

/**
 * Lets the person fill some variables by input boxes, and leaves the chosen value set as it is; false where they give
 * up.
 */
export async function askMissing(
  prompt: Prompt,
  found: FoundPrompt,
  missing: readonly Variable[],
  { promptValues, valueEditor }: AskParts,
): Promise<boolean> {
  const filling = promptValues.fillingOf(prompt, found);
  const values = await askEach(prompt, missing, filling, valueEditor);
  if (values === null) return false;
  await promptValues.keep(prompt.key, values, found.variables, filling.set?.name ?? null);
  return true;
}

/** Asks for secret values by the names of their variables, and keeps nothing; null where the person gives up. */
export function askSecrets(
  prompt: Prompt,
  names: readonly string[],
  { valueEditor }: Pick<AskParts, 'valueEditor'>,
): Promise<ReadonlyMap<string, string> | null> {
  const variables = names.map(
    (name): Variable => ({ name, syntax: 'mustache', placeholder: null, preset: null, secret: true }),
  );
  return askEach(prompt, variables, { set: null, known: new Map() }, valueEditor);
}

/** The values of a set on one line, of secret variables their names. */
export function valuesText({ values }: ValueSet, variables: readonly Variable[]): string {
  const secrets = new Set(variables.filter(({ secret }) => secret).map(({ name }) => name));
  return Object.entries(values)
    .map(([name, value]) => `${name}: ${secrets.has(name) ? `«${name}»` : oneLine(value, longestShown)}`)
    .join(' · ');
}

async function chooseSet(
  { title }: Prompt,
  { valueSets, variables }: FoundPrompt,
  { set }: Filling,
): Promise<{ readonly set: string | null } | null> {
  const { t } = vscode.l10n;
  if (valueSets.length === 0) return { set: null };
  const items = [
    ...valueSets.map((each) => ({
      set: each.name,
      label: each.name,
      description: each.name === set?.name ? t('now') : '',
      detail: valuesText(each, variables),
    })),
    { set: null, label: t('Enter Values…'), description: '', detail: '' },
  ];
  return (await vscode.window.showQuickPick(items, { title: t('Values for {0}', title) })) ?? null;
}

async function askEach(
  prompt: Prompt,
  variables: readonly Variable[],
  filling: Filling,
  editor: ValueEditor,
): Promise<ReadonlyMap<string, string> | null> {
  const values = new Map<string, string>();
  for (let index = 0; index < variables.length; ) {
    const variable = variables[index];
    if (variable === undefined) break;
    const { name } = variable;
    const before = values.get(name) ?? filling.known.get(name)?.value ?? '';
    const answer = await ask(prompt, variable, before, { step: index + 1, of: variables.length });
    if (answer === null) return null;
    if (answer === 'back') {
      index -= 1;
      continue;
    }
    const value = answer === 'editor' ? await editor.edit(name, before) : answer.value;
    if (value === undefined) return null;
    values.set(name, value);
    index += 1;
  }
  return values;
}

function ask(
  { title }: Prompt,
  { name, placeholder, secret }: Variable,
  value: string,
  { step, of }: { readonly step: number; readonly of: number },
): Promise<Answer> {
  const { t } = vscode.l10n;
  const box = vscode.window.createInputBox();
  const inEditor = { iconPath: new vscode.ThemeIcon('edit'), tooltip: t('Write It in an Editor') };
  box.title = t('Values for {0}', title);
  box.step = step;
  box.totalSteps = of;
  box.ignoreFocusOut = true;
  box.password = secret;
  box.placeholder = placeholder ?? '';
  box.prompt = secret
    ? t('Value of “{0}”: shown nowhere, kept until this window is closed.', name)
    : t('Value of “{0}”. It is remembered for this prompt.', name);
  // An input box has one line, and would make one of several.
  const isLong = /[\r\n]/.test(value);
  const isHeld = value !== '' && (isLong || secret);
  if (!isHeld) box.value = value;
  else if (secret) box.placeholder = t('Enter takes the one that you gave before.');
  else box.placeholder = t('Several lines: Enter takes them as they are, the pen opens them.');
  box.buttons = [...(step > 1 ? [vscode.QuickInputButtons.Back] : []), ...(secret ? [] : [inEditor])];
  return new Promise((resolve) => {
    const done = (answer: Answer): void => {
      resolve(answer);
      box.dispose();
    };
    box.onDidAccept(() => done({ value: isHeld && box.value === '' ? value : box.value }));
    box.onDidTriggerButton((button) => done(button === vscode.QuickInputButtons.Back ? 'back' : 'editor'));
    box.onDidHide(() => done(null));
    box.show();
  });
}
