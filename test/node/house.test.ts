import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { projectRoot } from '../support/paths.ts';
import { runToEnd } from '../support/process.ts';

const tools: Readonly<Record<string, readonly [name: string, ...args: string[]]>> = {
  types: ['typescript', '-b'],
  biome: ['@biomejs/biome', 'check', '--error-on-warnings'],
  knip: ['knip'],
};

/** Path of the program of a package, run by Node itself: no shell, on every platform. */
function program(name: string): string {
  const folder = join(projectRoot, 'node_modules', name);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly bin: string | Readonly<Record<string, string>>;
  };
  const bin = typeof manifest.bin === 'string' ? manifest.bin : Object.values(manifest.bin)[0];
  return join(folder, bin ?? '');
}

describe('the house is in order', () => {
  for (const [title, [name, ...args]] of Object.entries(tools)) {
    it(title, async () => {
      const end = await runToEnd(process.execPath, [program(name), ...args], { cwd: projectRoot });
      assert.equal(end.code, 0, end.output.slice(-6000));
    });
  }
});
