import { posix } from 'node:path';
import * as vscode from 'vscode';
import { bodySpan, type promptKindOf } from '../../core/prompt/promptDocument.ts';
import { type GitRef, type Repository, repositoryOf } from '../gitExtension.ts';
import type { HistoryAccess } from '../history/historyAccess.ts';
import { whenText } from '../history/views/when.ts';
import type { Prompt } from '../prompt.ts';
import { kindOfDocument, promptOfDocument } from '../promptSource.ts';
import { UserError } from '../userError.ts';

/** A text that a prompt can be held against. */
export interface EarlierText {
  readonly label: string;
  readonly text: string;
}

/** A way to such a text, as the quick pick lists it; null where the person gave up. */
export interface TextSource {
  readonly label: string;
  readonly description: string;
  /** What the prompt may become rather than what it was, so that it stands second. */
  readonly isLater?: true;
  readonly read: () => Promise<EarlierText | null>;
}

const defaultBranches = ['origin/main', 'origin/master', 'main', 'master'];

/** Everything that the prompt as it stands can be compared with; the merge base first where the branch differs. */
export async function textSources(prompt: Prompt, history: HistoryAccess): Promise<readonly TextSource[]> {
  return [
    ...(prompt.anchor.kind === 'document'
      ? [...(await gitSources(prompt.uri)), ...savedSource(prompt.uri)]
      : []),
    ...versionSource(prompt, history),
    fileSource(),
  ];
}

async function gitSources(uri: vscode.Uri): Promise<readonly TextSource[]> {
  const { t } = vscode.l10n;
  const repository = await repositoryOf(uri);
  const head = repository?.state.HEAD;
  if (repository == null || head?.commit === undefined) return [];
  const source = (label: string, description: string, ref: string): TextSource => ({
    label,
    description,
    read: () => textAtRef(repository, uri, ref, label),
  });
  const refs = await repository.getRefs({ sort: 'committerdate' });
  const base = await mergeBase(repository, refs);
  const differs = base !== null && base.commit !== head.commit;
  return [
    ...(differs ? [source(t('Merge base with {0}', base.branch), base.commit.slice(0, 8), base.commit)] : []),
    source('HEAD', head.commit.slice(0, 8), head.commit),
    {
      label: t('Branch, Commit or Tag…'),
      description: '',
      read: async () => {
        const ref = await pickRef(refs);
        return ref === null ? null : await textAtRef(repository, uri, ref, ref);
      },
    },
  ];
}

async function mergeBase(
  repository: Repository,
  refs: readonly GitRef[],
): Promise<{ readonly branch: string; readonly commit: string } | null> {
  const branch = defaultBranches.find((name) => refs.some((ref) => ref.name === name));
  if (branch === undefined) return null;
  const commit = await repository.getMergeBase('HEAD', branch).catch(() => undefined);
  return commit === undefined ? null : { branch, commit };
}

/** Lets the person pick a branch or tag, or type a commit. */
function pickRef(refs: readonly GitRef[]): Promise<string | null> {
  const box = vscode.window.createQuickPick();
  box.title = vscode.l10n.t('Compare With');
  box.placeholder = vscode.l10n.t('Pick a branch or tag, or type a commit');
  box.items = refs.flatMap(({ name, commit }) =>
    name === undefined ? [] : [{ label: name, description: commit?.slice(0, 8) ?? '' }],
  );
  return new Promise((resolve) => {
    box.onDidAccept(() => {
      resolve(box.activeItems[0]?.label ?? (box.value.trim() || null));
      box.hide();
    });
    box.onDidHide(() => {
      resolve(null);
      box.dispose();
    });
    box.show();
  });
}

async function textAtRef(
  repository: Repository,
  uri: vscode.Uri,
  ref: string,
  label: string,
): Promise<EarlierText> {
  const path = posix.relative(repository.rootUri.path, uri.path);
  const whole = await repository.show(ref, path).catch(() => null);
  if (whole === null) {
    throw new UserError(vscode.l10n.t('There is no {0} at {1}.', posix.basename(uri.path), label));
  }
  const document = await vscode.workspace.openTextDocument(uri);
  return { label, text: bodyOf(whole, kindOfDocument(document)) };
}

function savedSource(uri: vscode.Uri): readonly TextSource[] {
  const { t } = vscode.l10n;
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open?.isDirty !== true || open.isUntitled) return [];
  return [
    {
      label: t('Saved'),
      description: t('the file on disk'),
      read: async () => {
        const whole = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
        return { label: t('saved'), text: bodyOf(whole, kindOfDocument(open)) };
      },
    },
  ];
}

function versionSource({ key, text }: Prompt, history: HistoryAccess): readonly TextSource[] {
  const { t } = vscode.l10n;
  if (!history.exists) return [];
  return [
    {
      label: t('Earlier Version…'),
      description: t('from the history'),
      read: async () => {
        const store = await history.open();
        const promptId = await store.promptId(key);
        const rows =
          promptId === null
            ? []
            : [...(await store.versions(promptId, false)), ...(await store.versions(promptId, true))];
        const items = await Promise.all(
          rows
            .filter(({ hasText }) => hasText)
            .map(async ({ promptHash, number, lastRunAt }) => ({
              label: t('v{0}', number),
              description: whenText(lastRunAt),
              text: (await store.text(promptHash)) ?? '',
            })),
        );
        const others = items.filter((item) => item.text !== text && item.text !== '').reverse();
        if (others.length === 0) throw new UserError(t('The history has no other version of this prompt.'));
        const picked = await vscode.window.showQuickPick(others, { title: t('Compare With') });
        return picked === undefined ? null : { label: picked.label, text: picked.text };
      },
    },
  ];
}

function fileSource(): TextSource {
  const { t } = vscode.l10n;
  return {
    label: t('Another File…'),
    description: '',
    read: async () => {
      const [uri] = (await vscode.window.showOpenDialog({ title: t('Compare With') })) ?? [];
      if (uri === undefined) return null;
      const { text } = promptOfDocument(await vscode.workspace.openTextDocument(uri));
      return { label: posix.basename(uri.path), text };
    },
  };
}

function bodyOf(whole: string, kind: ReturnType<typeof promptKindOf>): string {
  const { start, end } = bodySpan(whole, kind);
  return whole.slice(start, end);
}
