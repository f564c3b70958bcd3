import { posix } from 'node:path';
import * as vscode from 'vscode';
import { type GitRef, type Repository, repositoryOf } from '../gitExtension.ts';
import type { Prompt } from '../prompt.ts';
import { UserError } from '../userError.ts';
import { textInVersion } from './textInVersion.ts';
import type { EarlierText, TextSource } from './textSource.ts';

const defaultBranches = ['origin/main', 'origin/master', 'main', 'master'];

/** The versions of a prompt that VS Code’s git extension knows; the merge base first where the branch differs. */
export async function gitTexts(prompt: Prompt): Promise<readonly TextSource[]> {
  const { t } = vscode.l10n;
  const repository = await repositoryOf(prompt.uri);
  const head = repository?.state.HEAD;
  if (repository === null || head?.commit === undefined) {
    const reason =
      repository === null
        ? t('This file is in no git repository that VS Code knows.')
        : t('The git repository of this file has no commit yet.');
    return [{ label: 'HEAD', description: reason, read: async () => refused(reason) }];
  }
  const source = (label: string, description: string, ref: string): TextSource => ({
    label,
    description,
    read: () => textAtRef(repository, prompt, ref, label),
  });
  // Without the list there is still HEAD, and a commit can be typed.
  const refs = await repository.getRefs({ sort: 'committerdate' }).catch((): readonly GitRef[] => []);
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
        return ref === null ? null : await textAtRef(repository, prompt, ref, ref);
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
  prompt: Prompt,
  ref: string,
  label: string,
): Promise<EarlierText | null> {
  const { uri } = prompt;
  const path = posix.relative(repository.rootUri.path, uri.path);
  const whole = await repository.show(ref, path).catch(() => null);
  if (whole === null) {
    throw new UserError(vscode.l10n.t('There is no {0} at {1}.', posix.basename(uri.path), label));
  }
  return await textInVersion(prompt, whole, label);
}

function refused(reason: string): never {
  const next = vscode.l10n.t('Commit it, or take Another File… or an Earlier Version….');
  throw new UserError(`${reason} ${next}`);
}
