import * as vscode from 'vscode';

/** A moment (ms since 1970) for people: `24 Nov, 14:02`, with the year where it is another one. */
export function whenText(at: number, now = Date.now()): string {
  const otherYear = new Date(at).getFullYear() !== new Date(now).getFullYear();
  return new Date(at).toLocaleString(vscode.env.language, {
    day: 'numeric',
    month: 'short',
    ...(otherYear ? { year: 'numeric' as const } : {}),
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** The day on which a moment lies in this machine's time zone, as a number that grows by one a day. */
export function dayOf(at: number): number {
  const date = new Date(at);
  return Math.floor((at - date.getTimezoneOffset() * 60_000) / 86_400_000);
}
