import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { commandIds } from '../../src/vscode/commandIds.ts';
import { settingDefaults } from '../../src/vscode/settings.ts';
import { projectRoot } from '../support/paths.ts';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly virtualWorkspaces: boolean;
    readonly untrustedWorkspaces: {
      readonly supported: string;
      readonly restrictedConfigurations: readonly string[];
    };
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly keybindings: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string }[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
  };
}

interface Step {
  readonly id: string;
  readonly media: { readonly svg: string };
  readonly completionEvents: readonly string[];
}

interface Setting {
  readonly default: unknown;
  readonly scope: string;
  readonly order: number;
  readonly enum?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
}

const text = readFileSync(join(projectRoot, 'package.json'), 'utf8');
const { activationEvents, capabilities, contributes } = JSON.parse(text) as Manifest;
const settings = Object.entries(contributes.configuration.properties);
const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
const code = globSync('src/{extension.ts,vscode/**/*.ts}', { cwd: projectRoot })
  .map((path) => readFileSync(join(projectRoot, path), 'utf8'))
  .join('\n');

const sorted = (words: Iterable<string>): readonly string[] => [...words].sort();

describe('the manifest', () => {
  it('names the commands of the code, each once, in one category', () => {
    assert.deepEqual(sorted(contributes.commands.map(({ command }) => command)), sorted(commandIds));
    assert.deepEqual([...new Set(contributes.commands.map(({ category }) => category))], ['%category%']);
  });

  it('names the settings of the code with the same defaults', () => {
    const defaults = Object.fromEntries(settings.map(([id, setting]) => [id, setting.default]));
    assert.deepEqual(defaults, settingDefaults);
  });

  it('describes every choice of a setting and orders the settings', () => {
    for (const [id, setting] of settings) {
      assert.equal(setting.markdownEnumDescriptions?.length, setting.enum?.length, id);
    }
    const orders = settings.map(([, { order }]) => order);
    assert.deepEqual(
      orders,
      [...new Set(orders)].toSorted((a, b) => a - b),
    );
  });

  it('lets keys and menus call only its own commands', () => {
    const called = [...contributes.keybindings, ...Object.values(contributes.menus).flat()];
    const unknown = called.filter(({ command }) => !commandIds.some((id) => id === command));
    assert.deepEqual(unknown, []);
  });

  it('uses every text of package.nls.json, and none that is missing there', () => {
    const texts = JSON.parse(readFileSync(join(projectRoot, 'package.nls.json'), 'utf8')) as object;
    const used = new Set([...text.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? ''));
    assert.deepEqual(sorted(used), sorted(Object.keys(texts)));
  });

  it('has a picture in theme colours for every step of the walkthrough', () => {
    for (const { id, media } of steps) {
      const path = join(projectRoot, media.svg);
      assert.ok(existsSync(path), id);
      const picture = readFileSync(path, 'utf8');
      assert.doesNotMatch(picture, /#[\da-f]{3}|rgba?\(/i, id);
      assert.match(picture, /var\(--vscode-/, id);
      // The page that VS Code shows them in lets no style of theirs through.
      assert.doesNotMatch(picture, /style/, id);
    }
  });

  it('ticks every step of the walkthrough off by a milestone that the code reaches, or one of its own views', () => {
    const views = Object.values(contributes.views).flatMap((all) => all.map(({ id }) => `onView:${id}`));
    const reached = [...code.matchAll(/\breach\('([^']+)'\)/g)].map(([, key]) => `onContext:${key}`);
    const known = new Set([...reached, ...views]);
    assert.deepEqual(sorted(steps.flatMap(({ completionEvents }) => completionEvents)), sorted(known));
  });

  it('lets the walkthrough call only its own commands, and open only its own views', () => {
    const texts = JSON.parse(readFileSync(join(projectRoot, 'package.nls.json'), 'utf8')) as object;
    const buttons = Object.entries(texts)
      .filter(([key]) => key.startsWith('walkthrough.'))
      .flatMap(([, words]) =>
        [...String(words).matchAll(/\]\(command:([^)]+)\)/g)].map(([, id]) => id ?? ''),
      );
    const views = Object.values(contributes.views).flatMap((all) => all.map(({ id }) => `${id}.focus`));
    const known: readonly string[] = [...commandIds, ...views];
    assert.deepEqual(
      buttons.filter((id) => !known.includes(id)),
      [],
    );
    assert.ok(buttons.length >= steps.length);
  });

  it('activates for the languages that prompts are written in, and for panels of the code', () => {
    const languages = ['prompt', 'instructions', 'chatagent', 'skill', 'prompty', 'markdown'];
    languages.push('python', 'javascript', 'javascriptreact', 'typescript', 'typescriptreact');
    const panels = [...code.matchAll(/registerWebviewPanelSerializer\(\s*([\w.]+|'[^']+')/g)].map(
      ([, name]) => viewType(name ?? ''),
    );
    assert.deepEqual(
      sorted(activationEvents),
      sorted([...languages.map((id) => `onLanguage:${id}`), ...panels.map((id) => `onWebviewPanel:${id}`)]),
    );
  });

  it('keeps where requests go out of the reach of a workspace', () => {
    const { restrictedConfigurations, supported } = capabilities.untrustedWorkspaces;
    assert.equal(supported, 'limited');
    assert.equal(capabilities.virtualWorkspaces, true);
    for (const id of ['promptTuner.baseUrl', 'promptTuner.headers', 'promptTuner.auth']) {
      assert.equal(contributes.configuration.properties[id]?.scope, 'application', id);
      assert.ok(restrictedConfigurations.includes(id), id);
    }
    assert.deepEqual(
      restrictedConfigurations.filter((id) => !(id in settingDefaults)),
      [],
    );
  });
});

// A literal, or the name of a constant that holds one.
function viewType(name: string): string {
  if (name.startsWith("'")) return name.slice(1, -1);
  return new RegExp(`\\b${name}\\b[^=\\n]*=\\s*'([^']+)'`).exec(code)?.[1] ?? name;
}
