import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { figuresIn } from '../test/bench/figure.ts';
import { machine } from '../test/support/machine.ts';
import { projectRoot } from '../test/support/paths.ts';
import { type MeasuredBench, performanceDoc } from '../test/support/performanceDoc.ts';
import { runToEnd } from '../test/support/process.ts';
import { chosenBenches, loadBench } from './benches.ts';
import { shown } from './bundle.ts';
import { runToExit } from './runToExit.ts';

// A process each, so that no bench finds what another one left in memory.
async function measured(name: string): Promise<MeasuredBench> {
  const { title } = await loadBench(name);
  console.log(`${name}: ${title}`);
  const script = join(projectRoot, 'scripts/bench.ts');
  const end = await runToEnd(process.execPath, [script, name, '--json'], { cwd: projectRoot });
  const figures = figuresIn(end.output);
  if (figures.length === 0) console.error(end.output);
  return { name, title, figures };
}

async function main(): Promise<void> {
  const before = machine();
  const day = new Date().toISOString().slice(0, 10);
  const benches: MeasuredBench[] = [];
  for (const name of chosenBenches(process.argv.slice(2))) benches.push(await measured(name));
  const path = join(projectRoot, 'docs/performance.md');
  writeFileSync(path, performanceDoc({ day, machine: before, benches }));
  console.log(shown(path));
  if (benches.some(({ figures }) => figures.length === 0 || figures.some(({ ok }) => !ok))) {
    process.exitCode = 1;
  }
}

await runToExit(main);
