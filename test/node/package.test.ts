import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { rules } from '../../src/core/hints/rules.ts';
import { projectRoot } from '../support/paths.ts';
import { runToEnd } from '../support/process.ts';
import { readZip, type ZipFile } from '../support/zip.ts';

// The names of chunks end in a hash of their text; chunks that only hold shared code have no name but "chunk".
const expected = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/LICENSE.txt',
  'extension/changelog.md',
  'extension/dist/ThirdPartyNotices.txt',
  'extension/dist/chunks/chunk-*.js',
  'extension/dist/chunks/cl100k_base-*.js',
  'extension/dist/chunks/cl100k_base.br',
  'extension/dist/chunks/compareSide-*.js',
  'extension/dist/chunks/countTokens-*.js',
  'extension/dist/chunks/findPrompts-*.js',
  'extension/dist/chunks/hintSide-*.js',
  'extension/dist/chunks/keptCode-*.js',
  'extension/dist/chunks/listModels-*.js',
  'extension/dist/chunks/matchWithin-*.js',
  'extension/dist/chunks/node-*.js',
  'extension/dist/chunks/openHistory-*.js',
  'extension/dist/chunks/overlap-*.js',
  'extension/dist/chunks/runRequest-*.js',
  'extension/dist/chunks/runSide-*.js',
  'extension/dist/chunks/sourceSide-*.js',
  'extension/dist/chunks/textHash-*.js',
  'extension/dist/chunks/tokenizer-*.js',
  'extension/dist/chunks/writtenEdits-*.js',
  'extension/dist/extension.cjs',
  'extension/dist/historyWorker.js',
  'extension/dist/start.js',
  'extension/dist/webview/chunks/chunk-*.js',
  'extension/dist/webview/codicon.css',
  'extension/dist/webview/codicon.ttf',
  'extension/dist/webview/compare.css',
  'extension/dist/webview/compare.js',
  'extension/dist/webview/history.css',
  'extension/dist/webview/history.js',
  'extension/dist/webview/output.css',
  'extension/dist/webview/output.js',
  'extension/docs/README.md',
  'extension/docs/assertions.md',
  'extension/docs/comparing.md',
  'extension/docs/gateways.md',
  'extension/docs/hints.md',
  'extension/docs/metrics.md',
  'extension/docs/performance.md',
  'extension/docs/privacy.md',
  'extension/docs/prompts.md',
  'extension/docs/rules/README.md',
  ...rules.map(({ id }) => `extension/docs/rules/${id}.md`),
  'extension/docs/troubleshooting.md',
  'extension/media/icon.png',
  'extension/media/latency.svg',
  'extension/media/output-dark.svg',
  'extension/media/output-light.svg',
  'extension/media/sample-run.json',
  'extension/media/samples/labels.py',
  'extension/media/samples/reply.prompt.md',
  'extension/media/samples/reply.prompt.md.tuner.json',
  'extension/media/samples/triage.prompt.md',
  'extension/media/tuner.schema.json',
  ...['compare', 'hint', 'key', 'numbers', 'run'].map((id) => `extension/media/walkthrough/${id}.svg`),
  'extension/package.json',
  'extension/l10n/bundle.l10n.de.json',
  'extension/package.nls.de.json',
  'extension/package.nls.json',
  'extension/readme.md',
];

const shipped = [
  '@anthropic-ai/sdk',
  '@lezer/javascript',
  '@lezer/python',
  '@vscode/codicons',
  'gpt-tokenizer',
  'lit-html',
  'uplot',
  'yaml',
];

const aKey = new RegExp(`${['sk', 'ant'].join('-')}-[\\w-]{8}`);

describe('the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prompt-tuner-package-'));
  let files: readonly ZipFile[] = [];
  let vsix: {
    readonly activationBytes: number;
    readonly bytes: number;
    readonly warnings: readonly string[];
  };

  before(async () => {
    const out = join(folder, 'prompt-tuner.vsix');
    const args = ['scripts/package.ts', '--json', '--out', out];
    const end = await runToEnd(process.execPath, args, { cwd: projectRoot });
    assert.equal(end.code, 0, end.output);
    vsix = JSON.parse(end.output.slice(end.output.lastIndexOf('{"path"')));
    files = readZip(readFileSync(out));
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('holds exactly the files that it should', () => {
    const names = files.map(({ name }) => name.replace(/-[0-9A-Z]{8}(?=\.(?:js|css)$)/, '-*'));
    assert.deepEqual([...new Set(names)].sort(), [...expected].sort());
  });

  it('loads at most 100 kB at activation', () => {
    assert.ok(vsix.activationBytes <= 100_000, `${vsix.activationBytes} bytes`);
  });

  it('is at most 1 MB', () => {
    assert.ok(vsix.bytes <= 1_000_000, `${vsix.bytes} bytes`);
  });

  it('is made without a warning', () => {
    assert.deepEqual(vsix.warnings, []);
  });

  it('holds nothing that looks like a key', () => {
    assert.match(`x-api-key: ${['sk', 'ant', 'api03', 'x'.repeat(4)].join('-')}`, aKey);
    const suspects = files.filter(({ contents }) => aKey.test(contents.toString('latin1')));
    assert.deepEqual(
      suspects.map(({ name }) => name),
      [],
    );
  });

  it('has a notice for every package of which it ships code', () => {
    const notices = files.find(({ name }) => name.endsWith('ThirdPartyNotices.txt'))?.contents.toString();
    for (const name of shipped) {
      assert.match(notices ?? '', new RegExp(`^${name} \\d`, 'm'));
    }
  });
});
