import { writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import {
  ConfigurationTarget,
  commands,
  languages,
  Position,
  Selection,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { TypingRound } from './typingRounds.ts';

/** Each pair of rounds has one with hints and one without, in turns first. */
const pairs = 11;
const keys = 24;
/** Hints look 350 ms after the last key: now and then the next one comes right then. */
const restMs = 352;
const restEvery = 4;
const gapMs = 25;
const length = 50_000;

/** Runs in an extension host: types into a prompt document, and writes how long it took with and without hints. */
export async function run(): Promise<void> {
  const folder = workspace.workspaceFolders?.[0];
  const results = process.env.PROMPT_TUNER_RESULTS;
  if (folder === undefined || results === undefined) throw new Error('no folder or no file for the results');
  const uri = Uri.joinPath(folder.uri, 'typed.prompt.md');
  await workspace.fs.writeFile(uri, new TextEncoder().encode(longPrompt()));
  const editor = await window.showTextDocument(await workspace.openTextDocument(uri));
  const middle = new Position(Math.floor(editor.document.lineCount / 2), 0);
  await round(true, uri);
  const rounds: TypingRound[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    for (const hints of pair % 2 === 0 ? [true, false] : [false, true]) {
      editor.selection = new Selection(middle, middle);
      rounds.push(await round(hints, uri));
    }
  }
  writeFileSync(results, JSON.stringify(rounds));
}

async function round(hints: boolean, uri: Uri): Promise<TypingRound> {
  const marked = marksAre(uri, hints);
  await workspace.getConfiguration().update('promptTuner.hints.enable', hints, ConfigurationTarget.Global);
  await marked;
  const times: number[] = [];
  for (let key = 0; key < keys; key++) {
    await wait(key % restEvery === 0 ? restMs : gapMs);
    const start = performance.now();
    await commands.executeCommand('type', { text: key % 6 === 5 ? ' ' : 'x' });
    times.push(performance.now() - start);
  }
  return { hints, times };
}

/** Resolves once a document has marks of the extension, or none. */
function marksAre(uri: Uri, some: boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const own = languages.getDiagnostics(uri).filter(({ source }) => source === 'Prompt Tuner');
      if (own.length > 0 !== some) return;
      subscription.dispose();
      resolve();
    };
    const subscription = languages.onDidChangeDiagnostics(look);
    look();
  });
}

/** Paragraphs that differ, some with something to shorten. */
function longPrompt(): string {
  let text = '';
  for (let at = 1; text.length < length; at++) {
    text += `## Part ${at}\n\nRead letter ${at} in order to answer it. Name its sender, its date and what it asks for.\n`;
    text += `- Keep the order of its ${at} points.\n- Answer in ${at} sentences, without a greeting.\n\n`;
  }
  return text;
}
