import { parseArgs } from 'node:util';
import { figureLines, figureTable } from '../test/bench/figure.ts';
import { benchNames, chosenBenches, loadBench } from './benches.ts';
import { bundle } from './bundle.ts';
import { runToExit } from './runToExit.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});

async function main(): Promise<void> {
  const chosen = chosenBenches(positionals);
  if (!values.json) console.log(`Benches: ${benchNames.join(', ')}`);
  await bundle({ dev: false });
  for (const name of chosen) await measure(name);
}

async function measure(name: string): Promise<void> {
  const bench = await loadBench(name);
  if (!values.json) console.log(`\n${bench.name}: ${bench.title}`);
  try {
    const figures = await bench.run();
    console.log(values.json ? figureLines(figures) : figureTable(figures));
    if (figures.some(({ ok }) => !ok)) process.exitCode = 1;
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}

await runToExit(main);
