import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
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
  };
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
