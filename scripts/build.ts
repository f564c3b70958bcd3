import { bundleHostTests } from '../test/support/hostBundle.ts';
import { bundle } from './bundle.ts';
import { watch } from './watch.ts';

if (process.argv.includes('--host-tests')) await bundleHostTests();
if (process.argv.includes('--watch')) {
  await watch();
} else {
  const { host, webview } = await bundle({ dev: process.argv.includes('--dev') });
  for (const [name, metafile] of Object.entries({ host, webview })) {
    if (metafile === null) console.log(`${name}: no entry yet`);
    for (const [path, { bytes }] of Object.entries(metafile?.outputs ?? {})) {
      console.log(`${(bytes / 1000).toFixed(1).padStart(9)} kB  ${path}`);
    }
  }
}
