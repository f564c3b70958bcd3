import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Bench, figureLines, figureTable } from '../test/bench/figure.ts';
import { bundle } from './bundle.ts';
import { projectRoot } from './paths.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});

const available = new Map(
  globSync('test/bench/*.bench.ts', { cwd: projectRoot })
    .sort()
    .map((file) => [basename(file, '.bench.ts'), pathToFileURL(join(projectRoot, file)).href]),
);
const unknown = positionals.filter((name) => !available.has(name));
if (unknown.length > 0) {
  console.error(
    `There is no bench "${unknown.join('", "')}". There are: ${[...available.keys()].join(', ')}.`,
  );
  process.exit(1);
}

const chosen = positionals.length > 0 ? positionals : [...available.keys()];
if (!values.json) console.log(`Benches: ${[...available.keys()].join(', ')}`);
await bundle({ dev: false });
for (const name of chosen) {
  const module = (await import(available.get(name) ?? '')) as { readonly bench: Bench };
  if (!values.json) console.log(`\n${module.bench.name}: ${module.bench.title}`);
  try {
    const figures = await module.bench.run();
    console.log(values.json ? figureLines(figures) : figureTable(figures));
    if (figures.some(({ ok }) => !ok)) process.exitCode = 1;
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}
// A bench may leave a socket or a worker behind that would keep the process alive.
process.exit();
