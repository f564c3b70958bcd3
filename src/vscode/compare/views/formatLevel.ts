import * as vscode from 'vscode';

/** A level in percent, never rounded up: `93.7 %`, `97 %`. */
export function formatLevel(level: number): string {
  const percent = Math.floor(level * 1000 + 1e-9) / 10;
  return `${percent.toLocaleString(vscode.env.language)} %`;
}
