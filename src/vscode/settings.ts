import { type RunCount, runCounts } from '../core/compare/plan.ts';
import type { Tier } from '../core/hints/finding.ts';
import type { Auth } from '../core/request/connection.ts';
import { type Effort, efforts } from '../core/request/model.ts';

/** Every setting with its default, the same as in `package.json`. */
export const settingDefaults = {
  'promptTuner.model': '' as string,
  'promptTuner.system': '' as string,
  'promptTuner.maxTokens': null as number | null,
  'promptTuner.effort': 'default' as 'default' | Effort,
  'promptTuner.thinking': 'default' as 'default' | 'on' | 'off',
  'promptTuner.temperature': null as number | null,
  'promptTuner.baseUrl': 'https://api.anthropic.com' as string,
  'promptTuner.headers': {} as Readonly<Record<string, string>>,
  'promptTuner.auth': 'bearer' as Auth,
  'promptTuner.silence.noticeSeconds': 60 as number,
  'promptTuner.silence.endSeconds': 600 as number,
  'promptTuner.confirm.inputTokens': 50_000 as number,
  'promptTuner.confirm.cost': 0.25 as number,
  'promptTuner.prices': {} as Readonly<Record<string, unknown>>,
  'promptTuner.codeLens': true as boolean,
  'promptTuner.compare.runs': 10 as RunCount,
  'promptTuner.compare.confirmCost': 0.5 as number,
  'promptTuner.history.storeText': true as boolean,
  'promptTuner.history.maxAgeDays': 90 as number | null,
  'promptTuner.history.maxRuns': 20_000 as number | null,
  'promptTuner.history.maxMegabytes': 500 as number | null,
  'promptTuner.hints.enable': true as boolean,
  'promptTuner.hints.severity': 'hint' as 'hint' | 'information',
  'promptTuner.hints.maximum': 20 as number,
  'promptTuner.hints.rules': {} as Readonly<Record<string, 'off' | Tier>>,
  'promptTuner.hints.languages': [] as readonly string[],
  'promptTuner.sources.code': 'strict' as 'off' | 'strict' | 'relaxed',
} as const;

/** All settings by their ids. */
export type Settings = { -readonly [Id in keyof typeof settingDefaults]: (typeof settingDefaults)[Id] };

/** Id of a setting. */
export type SettingId = keyof Settings;

/** Settings that only the person's own configuration may hold, whatever a workspace or a machine file says. */
const ownOnly: ReadonlySet<SettingId> = new Set([
  'promptTuner.baseUrl',
  'promptTuner.headers',
  'promptTuner.auth',
  'promptTuner.confirm.inputTokens',
  'promptTuner.confirm.cost',
  'promptTuner.compare.confirmCost',
  'promptTuner.prices',
  'promptTuner.history.maxAgeDays',
  'promptTuner.history.maxRuns',
  'promptTuner.history.maxMegabytes',
]);

/** The part of VS Code's `WorkspaceConfiguration` that settings are read through. */
export interface ConfigurationReader {
  get(section: string): unknown;
  inspect(section: string): { readonly globalValue?: unknown } | undefined;
}

/** The value of one setting; a value of the wrong type counts as not set. */
export function readSetting<Id extends SettingId>(configuration: ConfigurationReader, id: Id): Settings[Id] {
  const fallback = settingDefaults[id];
  const value = ownOnly.has(id) ? configuration.inspect(id)?.globalValue : configuration.get(id);
  return isOfType(value, id) ? (value as Settings[Id]) : (fallback as Settings[Id]);
}

/** Whether it is set, anywhere, to another value than its default. */
export function isSet(configuration: ConfigurationReader, id: SettingId): boolean {
  const value = readSetting(configuration, id);
  return value !== settingDefaults[id];
}

const choices: Partial<Record<SettingId, readonly string[]>> = {
  'promptTuner.effort': ['default', ...efforts],
  'promptTuner.thinking': ['default', 'on', 'off'],
  'promptTuner.auth': ['bearer', 'x-api-key', 'none'],
  'promptTuner.sources.code': ['off', 'strict', 'relaxed'],
  'promptTuner.hints.severity': ['hint', 'information'],
};

/** Whole numbers from 1 on, or null for the default or no limit. */
const positiveOrNone: ReadonlySet<SettingId> = new Set([
  'promptTuner.maxTokens',
  'promptTuner.history.maxAgeDays',
  'promptTuner.history.maxRuns',
  'promptTuner.history.maxMegabytes',
]);
const ruleTiers: readonly unknown[] = ['off', 'advice', 'suggestion', 'safe'];

function isOfType(value: unknown, id: SettingId): boolean {
  const allowed = choices[id];
  if (allowed !== undefined) return typeof value === 'string' && allowed.includes(value);
  if (positiveOrNone.has(id)) return value === null || isPositiveInteger(value);
  if (id === 'promptTuner.compare.runs') return runCounts.some((count) => count === value);
  if (id === 'promptTuner.temperature') return value === null || isNumberWithin(value, 0, 1);
  const fallback = settingDefaults[id];
  if (typeof fallback === 'number') return isNumberWithin(value, 0, Number.MAX_SAFE_INTEGER);
  if (id === 'promptTuner.headers') return isRecordOf(value, (entry) => typeof entry === 'string');
  if (id === 'promptTuner.hints.rules') return isRecordOf(value, (entry) => ruleTiers.includes(entry));
  if (id === 'promptTuner.hints.languages') return isStringArray(value);
  return typeof value === typeof fallback && value !== null && !Array.isArray(value);
}

function isPositiveInteger(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) > 0;
}

function isNumberWithin(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most;
}

function isStringArray(value: unknown): boolean {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

function isRecordOf(value: unknown, isEntry: (entry: unknown) => boolean): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every(isEntry);
}
