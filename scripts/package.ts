import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { shown } from './bundle.ts';
import { packageVsix } from './vsix.ts';

/** What ships is at most this large, in bytes. */
const bars = { activation: 100_000, vsix: 1_000_000 };

const { values } = parseArgs({ options: { out: { type: 'string' }, json: { type: 'boolean' } } });
const vsix = await packageVsix(values.out === undefined ? undefined : resolve(values.out));
const over = [
  ...(vsix.activationBytes > bars.activation ? ['dist/extension.cjs is too large'] : []),
  ...(vsix.bytes > bars.vsix ? ['the VSIX is too large'] : []),
];

if (values.json === true) {
  console.log(JSON.stringify(vsix));
} else {
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(shown(vsix.path));
  console.log(
    `  loaded at activation  ${kilobytes(vsix.activationBytes)} (at most ${kilobytes(bars.activation)})`,
  );
  console.log(`  VSIX                  ${kilobytes(vsix.bytes)} (at most ${kilobytes(bars.vsix)})`);
}
for (const complaint of [...vsix.warnings, ...over]) console.error(complaint);
if (vsix.warnings.length + over.length > 0) process.exitCode = 1;
