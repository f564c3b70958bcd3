import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from '../test/support/atExit.ts';
import type { TestRecord } from '../test/support/testRecord.ts';
import { bundle } from './bundle.ts';
import { desktopTests } from './tiers/desktopTests.ts';
import { hostTests } from './tiers/hostTests.ts';
import { nodeTests } from './tiers/nodeTests.ts';
import { type Tier, type TierName, tierNames } from './tiers/tier.ts';

const tiers: Readonly<Record<TierName, Tier>> = {
  unit: nodeTests('unit', { concurrency: 2, timeout: 60_000 }),
  node: nodeTests('node', { concurrency: 2, timeout: 180_000 }),
  host: hostTests,
  // Two VS Codes at once get in each other's way, two browsers with a page of ours don't.
  e2e: oneAfterTheOther(
    nodeTests('e2e', { folders: 'pages', concurrency: 2, timeout: 300_000 }),
    nodeTests('e2e', {
      folders: 'oneWindow',
      together: 'test/e2e/oneWindow/all.ts',
      concurrency: 1,
      timeout: 600_000,
    }),
    nodeTests('e2e', { folders: '.', concurrency: 1, timeout: 300_000 }),
  ),
  desktop: desktopTests,
};

const needsBuild: readonly TierName[] = ['host', 'e2e', 'desktop'];

const isTier = (word: string): word is TierName => (tierNames as readonly string[]).includes(word);

async function main(words: readonly string[]): Promise<void> {
  const named = words.filter(isTier);
  const chosen = named.length > 0 ? named : tierNames.filter((name) => name !== 'desktop');
  const filter = words.filter((word) => word !== '--' && !isTier(word)).join(' ');
  const records: TestRecord[] = [];
  const shared = mkdtempSync(join(tmpdir(), 'prompt-tuner-shared-'));
  atExit(() => rmSync(shared, { recursive: true, force: true }));
  process.env.PROMPT_TUNER_SHARED = shared;
  if (chosen.some((name) => needsBuild.includes(name))) {
    records.push(...(await failingSoftly('build', build)));
  }
  for (const name of chosen) {
    console.log(`\n${name}`);
    records.push(...(await failingSoftly(name, () => tiers[name](filter))));
  }
  const count = (outcome: TestRecord['outcome']): number =>
    records.filter((record) => record.outcome === outcome).length;
  const failed = records.filter((record) => record.outcome === 'failed');
  if (count('skipped') > 0) console.log(`\n${count('skipped')} skipped`);
  if (failed.length > 0) console.log(`\nFailed:\n${failed.map(({ title }) => `  ${title}`).join('\n')}`);
  if (records.length === 0) console.log('\nNo test file is named like that.');
  console.log(`\n${count('passed')} passed, ${failed.length} failed`);
  process.exitCode = failed.length > 0 || records.length === 0 ? 1 : 0;
}

function oneAfterTheOther(...tiers: readonly Tier[]): Tier {
  return async (filter) => {
    const records: TestRecord[] = [];
    for (const tier of tiers) records.push(...(await tier(filter)));
    return records;
  };
}

async function build(): Promise<readonly TestRecord[]> {
  await bundle({ dev: false });
  return [];
}

// A tier that breaks down is one failed test, and the tiers after it still run.
async function failingSoftly(
  name: string,
  run: () => Promise<readonly TestRecord[]>,
): Promise<readonly TestRecord[]> {
  try {
    return await run();
  } catch (error) {
    console.error(error);
    return [{ outcome: 'failed', title: name }];
  }
}

await main(process.argv.slice(2));
