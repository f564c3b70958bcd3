import { appendFileSync, readFileSync } from 'node:fs';

/** What became of one test; every tier writes such records, one JSON line each. */
export interface TestRecord {
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly title: string;
}

/** Adds a record to a file of JSON lines. */
export function appendRecord(file: string, record: TestRecord): void {
  appendFileSync(file, `${JSON.stringify(record)}\n`);
}

/** Reads a file of JSON lines; a file that is not there holds no record. */
export function readRecords(file: string): readonly TestRecord[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as TestRecord);
}

/** Begins each console message that the tests in an extension host address to the person who runs them. */
export const linePrefix = '[test] ';
