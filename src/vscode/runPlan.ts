import * as vscode from 'vscode';
import type { RunPrompt } from '../core/run/record.ts';
import type { OpenConnection } from './connections.ts';
import type { Prompt } from './prompt.ts';
import type { PreparedPrompt } from './requestPreparation.ts';
import type { RunPlan } from './runner.ts';
import { readSetting } from './settings.ts';

/** The part of a prompt that its runs keep. */
export function runPrompt({ key, title, role, text, uri, anchor }: Prompt): RunPrompt {
  const spans = anchor.kind === 'document' ? null : anchor.spans;
  const part = anchor.kind === 'part' ? { part: anchor.identity } : {};
  return { key, title, role, text, place: { uri: uri.toString(), spans, ...part } };
}

/** The same, with what was found out on the way to its request. */
export function preparedPrompt(
  prompt: Prompt,
  { role, filling, hidden, notSent }: PreparedPrompt,
): RunPrompt {
  const set = filling?.set?.name;
  return {
    ...runPrompt({ ...prompt, role }),
    ...(set === undefined ? {} : { valueSet: set }),
    ...(hidden === null ? {} : { secrets: [...hidden.values.keys()] }),
    ...(notSent.length === 0 ? {} : { notSent }),
  };
}

/** A run of a request over a connection, with the person's patience. */
export function planOf(
  prompt: RunPrompt,
  request: RunPlan['request'],
  open: OpenConnection,
  { hidden, assertions }: Pick<RunPlan, 'hidden' | 'assertions'>,
): RunPlan {
  const configuration = vscode.workspace.getConfiguration();
  return {
    prompt,
    request,
    hidden,
    assertions,
    connection: open.connection,
    origin: open.endpoint.origin,
    keySource: open.keySource,
    silence: {
      noticeMs: readSetting(configuration, 'promptTuner.silence.noticeSeconds') * 1000,
      endMs: readSetting(configuration, 'promptTuner.silence.endSeconds') * 1000,
    },
  };
}
