import * as vscode from 'vscode';
import { isUsable } from '../core/request/catalogue.ts';
import { catalogueDate } from '../core/request/catalogueTable.ts';
import type { ModelInfo } from '../core/request/model.ts';
import type { PromptTime } from './history/promptTimes.ts';
import { formatCost, formatSeconds, formatTokens } from './numbers.ts';
import { currentPrice } from './requestPreparation.ts';

interface ModelItem extends vscode.QuickPickItem {
  readonly id: string;
}

/** What the pick of a model is made from. */
export interface ModelPick {
  readonly current: string;
  readonly known: () => readonly ModelInfo[];
  /** Fetches the live list; resolves to false where there is none. */
  readonly refresh: () => Promise<boolean>;
  /** This prompt's own times by model id; empty without a prompt. */
  readonly times: ReadonlyMap<string, PromptTime>;
}

/** Lets the person pick a model: what is known at once, then the live list. Null when they give up. */
export function pickModel(pick: ModelPick): Promise<string | null> {
  const { t } = vscode.l10n;
  const box = vscode.window.createQuickPick<ModelItem>();
  box.title = t('Select Model');
  box.placeholder = t('Loading the models of your key…');
  box.matchOnDescription = true;
  box.matchOnDetail = true;
  box.busy = true;
  const fill = () => {
    const items = pick
      .known()
      .filter(isUsable)
      .map((model) => itemOf(model, pick));
    const current = items.find((item) => item.id === pick.current);
    box.items = items;
    if (current !== undefined) box.activeItems = [current];
  };
  return new Promise((resolve, reject) => {
    let open = true;
    box.onDidAccept(() => {
      const typed = box.value.trim();
      // An id typed in full is meant, whatever longer id the list shows first.
      const exact = box.items.find(({ id }) => id === typed);
      resolve((exact ?? box.activeItems[0])?.id ?? (typed === '' ? null : typed));
      box.hide();
    });
    box.onDidHide(() => {
      open = false;
      resolve(null);
      box.dispose();
    });
    fill();
    box.show();
    const loaded = (live: boolean) => {
      if (!open) return;
      box.busy = false;
      box.placeholder = live
        ? t('Models of your key, or type an id')
        : t('The list could not be loaded: models as of {0}, or type an id', catalogueDate);
      if (live && box.value === '') fill();
    };
    pick.refresh().then(loaded, (error: unknown) => {
      reject(error);
      box.hide();
    });
  });
}

function itemOf(model: ModelInfo, { current, times }: ModelPick): ModelItem {
  const { t } = vscode.l10n;
  const price = currentPrice(model.id);
  const median = times.get(model.id);
  const facts = [
    model.maxInputTokens === null ? null : t('{0} tokens of context', formatTokens(model.maxInputTokens)),
    price === null
      ? t('price unknown')
      : t('{0} in, {1} out per million tokens', formatCost(price.input), formatCost(price.output)),
    lifecycleText(model),
    median === undefined
      ? null
      : t('this prompt: first text {0} (median, n = {1})', formatSeconds(median.ms), median.n),
  ];
  return {
    id: model.id,
    label: model.id === current ? `$(check) ${model.name}` : model.name,
    description: model.id,
    detail: facts.filter((fact) => fact !== null).join(' · '),
  };
}

function lifecycleText({ lifecycle, retires }: ModelInfo): string | null {
  const { t } = vscode.l10n;
  if (retires !== null) {
    const date = new Date(retires).toLocaleDateString(vscode.env.language, {
      dateStyle: 'medium',
      timeZone: 'UTC',
    });
    return t('retires {0}', date);
  }
  return lifecycle === 'deprecated' ? t('deprecated') : null;
}
