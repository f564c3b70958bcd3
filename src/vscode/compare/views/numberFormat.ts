import * as vscode from 'vscode';
import type { ComparedNumber } from '../../../core/compare/comparison.ts';
import { formatDifference, formatInUnit, metricUnits } from '../../../core/history/metricFormat.ts';

/** A number of a run as people read it: `0.62 s`, `150`, `$0.0005`; `–` for null. */
export function formatNumber(number: ComparedNumber, value: number | null): string {
  return formatInUnit(value, metricUnits[number], vscode.env.language);
}

/** A difference with its sign: `−1.1 s`, `+38`. */
export function formatChange(number: ComparedNumber, value: number | null): string {
  return formatDifference(value, metricUnits[number], vscode.env.language);
}

/** A level in percent, never rounded up: `93.7 %`, `97 %`. */
export function formatLevel(level: number): string {
  const percent = Math.floor(level * 1000 + 1e-9) / 10;
  return `${percent.toLocaleString(vscode.env.language)} %`;
}
