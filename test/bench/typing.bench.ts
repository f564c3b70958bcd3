import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInExtensionHost } from '../support/extensionHost.ts';
import { bundleForHost } from '../support/hostBundle.ts';
import { copyWorkspace } from '../support/workspace.ts';
import { atMost, type Bench, type Figure, reported } from './figure.ts';
import type { TypingRound } from './host/typingRounds.ts';

/** What hints cost a person who types in a prompt of 50 KB, in a real VS Code. */
export const bench: Bench = {
  name: 'typing',
  title: 'A key in a prompt of 50 KB with hints on against off, rounds in turns',
  async run() {
    const rounds = await typed();
    const [on, off] = [true, false].map((hints) => timesOf(rounds, hints)) as [number[], number[]];
    // What else the machine does comes and goes: the two rounds of a pair see nearly the same of it.
    const ratios = pairsOf(rounds).map(
      (pair) => at(timesOf(pair, true), 0.5) / at(timesOf(pair, false), 0.5),
    );
    return [
      atMost(
        'with hints ÷ without, medians of a pair of rounds: median',
        at(
          ratios.toSorted((a, b) => a - b),
          0.5,
        ),
        '×',
        1.2,
      ),
      reported('with hints ÷ without, all keys: p95', at(on, 0.95) / at(off, 0.95), '×'),
      ...figuresOf('with hints', on),
      ...figuresOf('without hints', off),
    ];
  },
};

async function typed(): Promise<readonly TypingRound[]> {
  const folder = mkdtempSync(join(tmpdir(), 'prompt-tuner-typing-'));
  const workspace = copyWorkspace();
  const results = join(folder, 'rounds.json');
  const lines: string[] = [];
  try {
    const code = await runInExtensionHost({
      entry: await bundleForHost({ entry: 'test/bench/host/typing.ts', folder: 'bench-typing' }),
      workspace: workspace.path,
      env: { PROMPT_TUNER_RESULTS: results },
      onLine: (line) => lines.push(line),
    });
    if (code !== 0) throw new Error(`Nothing was typed (code ${code}):\n${lines.slice(-10).join('\n')}`);
    return JSON.parse(readFileSync(results, 'utf8')) as readonly TypingRound[];
  } finally {
    workspace.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

function pairsOf(rounds: readonly TypingRound[]): readonly (readonly TypingRound[])[] {
  return rounds.flatMap((round, i) => (i % 2 === 0 ? [[round, ...rounds.slice(i + 1, i + 2)]] : []));
}

function timesOf(rounds: readonly TypingRound[], hints: boolean): number[] {
  return rounds
    .filter((round) => round.hints === hints)
    .flatMap(({ times }) => times)
    .sort((a, b) => a - b);
}

function figuresOf(name: string, times: readonly number[]): readonly Figure[] {
  return [reported(`${name}: median`, at(times, 0.5), 'ms'), reported(`${name}: p95`, at(times, 0.95), 'ms')];
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
