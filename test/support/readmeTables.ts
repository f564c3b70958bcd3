import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownRow } from '../../src/core/history/markdown.ts';
import type { CommandId } from '../../src/vscode/commandIds.ts';
import { commandTexts } from './commandTexts.ts';
import { projectRoot } from './paths.ts';

interface Setting {
  readonly default: unknown;
  readonly scope: string;
  readonly markdownDescription: string;
  readonly enum?: readonly unknown[];
  readonly markdownEnumDescriptions?: readonly string[];
}

interface Manifest {
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: CommandId; readonly title: string }[];
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly mac: string;
      readonly when?: string;
    }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

const { capabilities, contributes } = read('package.json') as Manifest;
const texts = read('package.nls.json') as Readonly<Record<string, string>>;

/** A text of `README.md` with its tables of commands and settings made anew from the manifest; throws where a mark is missing. */
export function withReadmeTables(readme: string): string {
  return withTable(withTable(readme, 'commands', commandsTable()), 'settings', settingsTable());
}

function withTable(readme: string, name: string, table: string): string {
  const begin = `<!-- ${name}: written by npm run docs -->\n`;
  const end = `\n<!-- end of ${name} -->`;
  const [before, rest, ...more] = readme.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`README.md has no single place for the table of ${name}`);
  }
  return `${before}${begin}\n${table}\n${end}${after}`;
}

function commandsTable(): string {
  const titles = new Map(contributes.commands.map(({ command, title }) => [command, textOf(title)]));
  const rows = Object.entries(commandTexts).map(([id, does]) => [
    titles.get(id as CommandId) ?? '',
    keyOf(id),
    does,
  ]);
  return table(['Command', 'Key', 'Does'], rows);
}

function settingsTable(): string {
  const rows = Object.entries(contributes.configuration.properties).map(([id, setting]) => [
    `\`${id}\`${marksOf(id, setting)}`,
    setting.default === '' ? 'empty' : `\`${JSON.stringify(setting.default).replaceAll('"', '')}\``,
    [textOf(setting.markdownDescription), ...choicesOf(setting)].join('<br>'),
  ]);
  return table(['Setting', 'Default', 'Meaning'], rows);
}

function marksOf(id: string, { scope }: Setting): string {
  if (scope === 'application') return ' ¹';
  return capabilities.untrustedWorkspaces.restrictedConfigurations.includes(id) ? ' ²' : '';
}

function choicesOf({ enum: choices = [], markdownEnumDescriptions = [] }: Setting): readonly string[] {
  return choices.map((choice, at) => `\`${choice}\`: ${textOf(markdownEnumDescriptions[at] ?? '')}`);
}

function keyOf(command: string): string {
  const binding = contributes.keybindings.find((one) => one.command === command);
  if (binding === undefined) return '';
  const { key, mac, when } = binding;
  return `\`${keyName(key)}\`, Mac \`${keyName(mac)}\`, ${when === undefined ? 'anywhere' : 'in an editor'}`;
}

function keyName(key: string): string {
  return key
    .split('+')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('+');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  return [head, head.map(() => '---'), ...cells].map(markdownRow).join('\n');
}

function textOf(reference: string): string {
  const text = texts[reference.replaceAll('%', '')];
  if (text === undefined) throw new Error(`package.nls.json has no text for ${reference}`);
  return text;
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(projectRoot, name), 'utf8'));
}
