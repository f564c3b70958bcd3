import { bundleHostTests } from '../test/support/hostBundle.ts';
import { bundle } from './bundle.ts';
import { watch } from './watch.ts';

if (process.argv.includes('--host-tests')) await bundleHostTests();
if (process.argv.includes('--watch')) {
  await watch();
} else {
  const { entry, host, webview } = await bundle({ dev: process.argv.includes('--dev') });
  for (const { outputs } of [entry, host, webview]) {
    for (const [path, { bytes }] of Object.entries(outputs)) {
      console.log(`${(bytes / 1000).toFixed(1).padStart(9)} kB  ${path}`);
    }
  }
}
