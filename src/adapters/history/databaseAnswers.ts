import { statSync } from 'node:fs';
import { addRun } from './addRun.ts';
import { linkKey, renameKeys, setLabel, setRemoved } from './changeRuns.ts';
import {
  holdComparison,
  judgeComparison,
  letGoComparison,
  readComparison,
  readComparisons,
  saveComparison,
} from './comparisons.ts';
import { clearRuns, retainRuns } from './deleteRuns.ts';
import { readGroups, readPromptId, readPrompts, readTitles, readVersions } from './readPrompts.ts';
import { countRuns, readRun, readRuns, readText } from './readRuns.ts';
import type { Statements } from './statements.ts';
import type { Answers } from './storeMethods.ts';

/**
 * The methods of a store, answered by an open database.
 * @param stopped asked during long work
 */
export function databaseAnswers(statements: Statements, file: string, stopped: () => boolean): Answers {
  return {
    add: (run) => addRun(statements, run),
    prompts: (query) => readPrompts(statements, query),
    titles: (promptIds, simulated) => readTitles(statements, promptIds, simulated),
    promptId: (key) => readPromptId(statements, key),
    groups: (promptId, simulated) => readGroups(statements, promptId, simulated),
    runs: (filter, page) => readRuns(statements, filter, page),
    count: (filter) => countRuns(statements, filter),
    versions: (promptId, simulated) => readVersions(statements, promptId, simulated),
    run: (id) => readRun(statements, id),
    text: (hash) => readText(statements, hash),
    comparisons: (limit) => readComparisons(statements, limit),
    comparison: (id) => readComparison(statements, id),
    saveComparison: (comparison) => saveComparison(statements, comparison),
    judgeComparison: (id, choice) => judgeComparison(statements, id, choice),
    holdComparison: (id, hold) => holdComparison(statements, id, hold),
    letGoComparison: (id, holder) => letGoComparison(statements, id, holder),
    setLabel: (id, label) => setLabel(statements, id, label),
    remove: (ids) => setRemoved(statements, ids, true),
    restore: (ids) => setRemoved(statements, ids, false),
    clear: () => clearRuns(statements, stopped),
    link: (key, promptId) => linkKey(statements, key, promptId),
    rename: (from, to) => renameKeys(statements, from, to),
    retain: (limits) => retainRuns(statements, limits, stopped),
    size: () => ['', '-wal'].map((suffix) => sizeOf(file + suffix)).reduce((sum, size) => sum + size),
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
