import { context, formatMessages, type Plugin } from 'esbuild';
import { outputs, writeChanged } from './bundle.ts';
import { entryOptions, hostOptions, webviewOptions } from './bundleOptions.ts';
import { iconFont } from './iconFont.ts';
import { rankFile } from './tokenRanks.ts';

// The words that the problem matcher in .vscode/tasks.json waits for.
const report: Plugin = {
  name: 'report',
  setup(build) {
    build.onStart(() => console.log('[watch] build started'));
    build.onEnd(async (result) => {
      const messages = [
        ...(await formatMessages(result.errors, { kind: 'error' })),
        ...(await formatMessages(result.warnings, { kind: 'warning' })),
      ];
      for (const message of messages) console.error(message);
      if (result.errors.length === 0) writeChanged(outputs(result));
      console.log('[watch] build finished');
    });
  },
};

/** Builds readable code into `dist/` again after every change of a source file, until the process ends. */
export async function watch(): Promise<void> {
  writeChanged(new Map([...(await iconFont()), ...(await rankFile())]));
  for (const optionsOf of [entryOptions, hostOptions, webviewOptions]) {
    const options = optionsOf({ dev: true });
    const building = await context({ ...options, plugins: [...(options.plugins ?? []), report] });
    await building.watch();
  }
}
