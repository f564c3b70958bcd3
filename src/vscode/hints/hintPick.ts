import * as vscode from 'vscode';
import type { Finding, Tier } from '../../core/hints/finding.ts';
import type { HintCommandId } from '../commandIds.ts';
import type { TokenEstimates } from '../tokenEstimates.ts';
import { applyChanges } from './applyFixes.ts';
import { disableRule } from './disableRule.ts';
import { sumOf, sumText } from './documentSum.ts';
import { factText } from './factTexts.ts';
import { type Fix, fixesOf, ignoreChange } from './fixes.ts';
import { rulePage } from './hintDiagnostics.ts';
import type { HintedDocument } from './hintState.ts';
import { quoted, ruleTitle } from './hintTexts.ts';
import { strongestFirst } from './marks.ts';
import { infoOf, rankOf } from './ruleInfo.ts';

const longestDetail = 90;

interface HintItem extends vscode.QuickPickItem {
  /** Null for an entry that does not stand for one finding. */
  readonly finding: Finding | null;
  readonly act: () => Thenable<unknown> | undefined;
}

interface HintButton extends vscode.QuickInputButton {
  readonly press: (finding: Finding) => Thenable<unknown>;
}

/** What the person took from the list. */
interface Taken extends Pick<HintItem, 'act'> {
  /** The selection stays where the list led it. */
  readonly staysThere: boolean;
}

/**
 * Lists what was found, strongest first, advice included; Enter applies a fix, and going through shows the places.
 * @param isAll whether that is all of the document, so that all can be fixed at once
 */
export async function pickHint(
  hinted: HintedDocument,
  estimates: TokenEstimates,
  extensionUri: vscode.Uri,
  isAll: boolean,
): Promise<void> {
  const { t } = vscode.l10n;
  const { document, state } = hinted;
  const pick = vscode.window.createQuickPick<HintItem>();
  const buttons = silenceButtons(hinted, extensionUri);
  const tokens = sumOf(state.findings, state.model, estimates);
  pick.title =
    tokens === 0
      ? t('Hints')
      : t('Hints: {0} together, estimated for {1}', sumText(tokens, state.model), state.model);
  pick.placeholder = t('Enter applies the fix; one undo takes it back');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = [...groups(hinted, estimates, buttons), ...(isAll ? forAll(hinted) : [])];
  const editor = vscode.window.visibleTextEditors.find((shown) => shown.document === document);
  const before = editor?.selection;
  const taken = await new Promise<Taken | null>((resolve) => {
    pick.onDidChangeActive(([item]) => {
      if (editor !== undefined && item?.finding != null) show(editor, item.finding);
    });
    pick.onDidTriggerItemButton(({ button, item }) => {
      const { finding } = item;
      const { press } = button as HintButton;
      if (finding !== null) resolve({ act: () => press(finding), staysThere: false });
      pick.hide();
    });
    pick.onDidAccept(() => {
      const [item] = pick.activeItems;
      if (item !== undefined) resolve({ act: item.act, staysThere: true });
      pick.hide();
    });
    pick.onDidHide(() => resolve(null));
    pick.show();
  }).finally(() => pick.dispose());
  if (taken?.staysThere !== true && editor !== undefined && before !== undefined) editor.selection = before;
  await taken?.act();
}

function groups(
  hinted: HintedDocument,
  estimates: TokenEstimates,
  buttons: readonly HintButton[],
): readonly HintItem[] {
  const { t } = vscode.l10n;
  const ordered = strongestFirst(hinted.state.findings);
  const part = (label: string, findings: readonly Finding[]): readonly HintItem[] => {
    if (findings.length === 0) return [];
    const items = findings.flatMap((finding) => itemsOf(finding, hinted, estimates, buttons));
    return [separator(label), ...items];
  };
  const isOutput = ({ rule }: Finding) => rankOf(rule) === 2;
  const ofTier = (tier: Tier) => ordered.filter((finding) => !isOutput(finding) && finding.tier === tier);
  return [
    ...part(t('The answer'), ordered.filter(isOutput)),
    ...part(t('Safe'), ofTier('safe')),
    ...part(t('Suggestions'), ofTier('suggestion')),
    ...part(t('Advice'), ofTier('advice')),
  ];
}

function itemsOf(
  finding: Finding,
  hinted: HintedDocument,
  estimates: TokenEstimates,
  buttons: readonly HintButton[],
): readonly HintItem[] {
  const { t } = vscode.l10n;
  const { document, state } = hinted;
  const estimate = (raw: number) => estimates.ofRaw(raw, state.model);
  const fixes = fixesOf(finding, state.text, estimate);
  const line = lineOf(finding, document);
  const place = line === null ? t('whole prompt') : t('line {0}', line);
  const words = quoted(state.text.slice(finding.start, finding.end), longestDetail);
  const fact = factText(finding, estimate);
  const title = ruleTitle(finding);
  const about = fact ?? (finding.scope === 'document' || words === '' ? '' : `“${words}”`);
  const common = {
    finding,
    buttons,
    description: `${place} · ${finding.rule}`,
    detail: about === '' ? title : t('{0}: {1}', title, about),
  };
  const apply = ({ change }: Fix) => applyChanges(document, state.version, [change]);
  if (fixes.length === 0) {
    return [
      {
        ...common,
        label: title,
        detail: fact ?? t(infoOf(finding.rule).why),
        act: () => vscode.window.showTextDocument(document),
      },
    ];
  }
  return fixes.map((fix) => ({ ...common, label: fix.title, act: () => apply(fix) }));
}

function forAll({ document, state: { findings } }: HintedDocument): readonly HintItem[] {
  const { t } = vscode.l10n;
  const command = (label: string, id: HintCommandId): HintItem => ({
    label,
    finding: null,
    act: () => vscode.commands.executeCommand(id, document.uri),
  });
  const safe = findings.filter(({ tier }) => tier === 'safe').length;
  const edits = findings.filter(({ replacement }) => replacement !== null).length;
  const items = [
    ...(safe > 1 ? [command(t('Fix All Safe Hints ({0})', safe), 'promptTuner.fixAllHints')] : []),
    ...(edits > safe ? [command(t('Apply All Suggestions…'), 'promptTuner.applySuggestions')] : []),
  ];
  return items.length === 0 ? [] : [separator(t('All at once')), ...items];
}

function silenceButtons(hinted: HintedDocument, extensionUri: vscode.Uri): readonly HintButton[] {
  const { t } = vscode.l10n;
  const { document, state } = hinted;
  return [
    {
      iconPath: new vscode.ThemeIcon('eye-closed'),
      tooltip: t('Ignore Here'),
      press: async (finding) => {
        const change = ignoreChange(finding, hinted);
        if (change !== null) await applyChanges(document, state.version, [change]);
      },
    },
    {
      iconPath: new vscode.ThemeIcon('circle-slash'),
      tooltip: t('Disable Rule'),
      press: ({ rule }) => disableRule(rule, document.uri),
    },
    {
      iconPath: new vscode.ThemeIcon('book'),
      tooltip: t('About This Rule'),
      press: ({ rule }) =>
        vscode.commands.executeCommand('markdown.showPreview', rulePage(extensionUri, rule)),
    },
  ];
}

// Counted from 1; null for what is about the whole document and no line of it.
function lineOf({ scope, start, data }: Finding, document: vscode.TextDocument): number | null {
  if (scope === 'span') return document.positionAt(start).line + 1;
  return typeof data.line === 'number' ? data.line : null;
}

function show(editor: vscode.TextEditor, finding: Finding): void {
  const { document } = editor;
  const line = lineOf(finding, document);
  if (line === null) return;
  const range =
    finding.scope === 'span'
      ? new vscode.Range(document.positionAt(finding.start), document.positionAt(finding.end))
      : document.lineAt(line - 1).range;
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function separator(label: string): HintItem {
  return { label, kind: vscode.QuickPickItemKind.Separator, finding: null, act: () => undefined };
}
