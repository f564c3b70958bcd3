import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  type ConfigurationReader,
  isSet,
  readSetting,
  type SettingId,
  settingDefaults,
} from '../../../src/vscode/settings.ts';

const ids = Object.keys(settingDefaults) as SettingId[];

/** A configuration in which a workspace value wins over the person's own, as VS Code's own `get` has it. */
function configured(values: { readonly own?: unknown; readonly workspace?: unknown }): ConfigurationReader {
  return {
    get: () => ('workspace' in values ? values.workspace : values.own),
    inspect: () => ({ globalValue: values.own, workspaceValue: values.workspace }),
  };
}

/** A value of each setting that is not its default. */
const other: { readonly [Id in SettingId]: unknown } = {
  'promptTuner.model': 'claude-haiku-5-5',
  'promptTuner.system': 'Be brief.',
  'promptTuner.maxTokens': 100,
  'promptTuner.effort': 'low',
  'promptTuner.thinking': 'off',
  'promptTuner.temperature': 0,
  'promptTuner.baseUrl': 'https://gateway.example',
  'promptTuner.headers': { 'x-team': 'a' },
  'promptTuner.auth': 'x-api-key',
  'promptTuner.silence.noticeSeconds': 5,
  'promptTuner.silence.endSeconds': 50,
  'promptTuner.confirm.inputTokens': 1_000_000,
  'promptTuner.confirm.cost': 100,
  'promptTuner.prices': { 'claude-haiku': { input: 0, output: 0 } },
  'promptTuner.codeLens': false,
  'promptTuner.compare.runs': 20,
  'promptTuner.compare.confirmCost': 5,
  'promptTuner.sources.code': 'relaxed',
  'promptTuner.history.storeText': false,
  'promptTuner.history.maxAgeDays': 7,
  'promptTuner.history.maxRuns': null,
  'promptTuner.history.maxMegabytes': 1,
  'promptTuner.hints.enable': false,
  'promptTuner.hints.severity': 'information',
  'promptTuner.hints.maximum': 5,
  'promptTuner.hints.rules': { PT05: 'suggestion' },
  'promptTuner.hints.languages': ['markdown'],
};

/** Where a workspace could send the key, hide what a run costs, go around the question before sending, or delete runs. */
const ownOnly: readonly SettingId[] = [
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
];

suite('a workspace value', () => {
  for (const id of ids) {
    const counts = !ownOnly.includes(id);
    test(`${counts ? 'counts' : 'never counts'} for ${id}`, () => {
      const workspaceAlone = configured({ workspace: other[id] });
      const overOwn = configured({ own: settingDefaults[id], workspace: other[id] });
      const expected = counts ? other[id] : settingDefaults[id];
      assert.deepEqual([readSetting(workspaceAlone, id), readSetting(overOwn, id)], [expected, expected]);
      assert.equal(isSet(workspaceAlone, id), counts);
    });
  }
});

suite('the person’s own value', () => {
  for (const id of ids) {
    test(`counts for ${id}`, () => {
      const configuration = configured({ own: other[id] });
      assert.deepEqual([readSetting(configuration, id), isSet(configuration, id)], [other[id], true]);
    });
  }
});

suite('a value of the wrong kind counts as not set', () => {
  const wrong: { readonly [Id in SettingId]: readonly unknown[] } = {
    'promptTuner.model': [7, true, null, [], {}],
    'promptTuner.system': [7, false, null, ['a'], {}],
    'promptTuner.maxTokens': ['4096', 0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, true, [], {}],
    'promptTuner.effort': ['', 'Low', 'extreme', 3, null, ['low']],
    'promptTuner.thinking': ['', 'On', true, null, {}],
    'promptTuner.temperature': ['0.5', -0.1, 1.1, Number.NaN, true, []],
    'promptTuner.baseUrl': [7, null, {}, ['https://gateway.example']],
    'promptTuner.headers': ['x: y', null, ['x'], 7, { x: 7 }, { x: 'y', z: null }],
    'promptTuner.auth': ['', 'Bearer', 'basic', null, false],
    'promptTuner.silence.noticeSeconds': ['60', -1, null, Number.NaN, Number.POSITIVE_INFINITY, {}],
    'promptTuner.silence.endSeconds': ['600', -1, null, Number.NaN, []],
    'promptTuner.confirm.inputTokens': ['50000', -1, null, Number.NaN],
    'promptTuner.confirm.cost': ['0.25', -0.01, null, Number.NaN],
    'promptTuner.prices': ['free', null, 7, [{ input: 1 }]],
    'promptTuner.codeLens': ['false', 0, null, {}],
    'promptTuner.compare.runs': ['10', 0, 15, null, true, [10]],
    'promptTuner.compare.confirmCost': ['0.5', -0.01, null, Number.NaN],
    'promptTuner.sources.code': ['on', true, null, 1, {}],
    'promptTuner.history.storeText': ['true', 1, null, {}],
    'promptTuner.history.maxAgeDays': ['90', 0, -1, 1.5, Number.NaN, true, []],
    'promptTuner.history.maxRuns': ['20000', 0, -1, 1.5, Number.NaN, true, {}],
    'promptTuner.history.maxMegabytes': ['500', 0, -1, 1.5, Number.NaN, true, []],
    'promptTuner.hints.enable': ['false', 0, null, {}],
    'promptTuner.hints.severity': ['', 'Hint', 'warning', null, 1],
    'promptTuner.hints.maximum': ['20', -1, null, Number.NaN],
    'promptTuner.hints.rules': ['off', null, ['PT01'], { PT01: 'loud' }, { PT01: null }, { PT01: true }],
    'promptTuner.hints.languages': ['markdown', null, {}, [1], ['markdown', null]],
  };
  for (const id of ids) {
    for (const value of [undefined, ...wrong[id]]) {
      test(`${id}: ${JSON.stringify(value)}`, () => {
        const configuration = configured({ own: value });
        assert.deepEqual(
          [readSetting(configuration, id), isSet(configuration, id)],
          [settingDefaults[id], false],
        );
      });
    }
  }
});

test('a setting that VS Code does not know has its default', () => {
  const empty: ConfigurationReader = { get: () => undefined, inspect: () => undefined };
  assert.deepEqual(
    ids.map((id) => readSetting(empty, id)),
    Object.values(settingDefaults),
  );
});
