import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PromptRow } from '../../../../src/core/history/query.ts';
import { fallbackCatalogue, findModel } from '../../../../src/core/request/catalogue.ts';
import { historyRun } from '../../core/history/historyRuns.ts';

// West of Greenwich a day begins later than in UTC.
process.env.TZ = 'America/Los_Angeles';
const { promptListView } = await import('../../../../src/vscode/history/views/promptListView.ts');

const notes: Readonly<Record<string, string | null>> = {
  '2120-11-30': 'model retires Nov 30',
  '2020-01-01': 'model retired Jan 1',
};
for (const [retires, note] of Object.entries(notes)) {
  test(`a prompt whose model retires on ${retires}, seen from California`, () => {
    const lastRun = historyRun();
    const known = findModel(fallbackCatalogue, lastRun.group.model);
    assert.ok(known);
    const row: PromptRow = {
      promptId: 1,
      key: 'file:///greet.prompt.md',
      title: 'greet',
      role: 'user',
      runs: 1,
      lastRun,
      trend: [],
    };
    const { rows } = promptListView([row], false, [{ ...known, id: lastRun.group.model, retires }]);
    assert.equal(rows[0]?.note, note);
  });
}
