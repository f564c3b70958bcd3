import * as vscode from 'vscode';
import * as format from '../core/format.ts';

/** {@link format.formatSeconds} in the language of VS Code. */
export const formatSeconds = (ms: number | null): string => format.formatSeconds(ms, vscode.env.language);

/** {@link format.formatMs} in the language of VS Code. */
export const formatMs = (ms: number | null): string => format.formatMs(ms, vscode.env.language);

/** {@link format.formatTokens} in the language of VS Code. */
export const formatTokens = (tokens: number | null): string =>
  format.formatTokens(tokens, vscode.env.language);

/** {@link format.formatEstimate} in the language of VS Code. */
export const formatEstimate = (tokens: number | null): string =>
  format.formatEstimate(tokens, vscode.env.language);

/** {@link format.formatSaving} in the language of VS Code. */
export const formatSaving = (tokens: number | null): string =>
  format.formatSaving(tokens, vscode.env.language);

/** {@link format.formatCost} in the language of VS Code. */
export const formatCost = (dollars: number | null): string => format.formatCost(dollars, vscode.env.language);

/** {@link format.formatRate} in the language of VS Code. */
export const formatRate = (perSecond: number | null): string =>
  format.formatRate(perSecond, vscode.env.language);

/** {@link format.formatBytes} in the language of VS Code. */
export const formatBytes = (bytes: number | null): string => format.formatBytes(bytes, vscode.env.language);
