import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  hasNoBarrels,
  hasNoCycles,
  keepsCorePure,
  keepsPackagesOut,
  keepsToArrows,
  type LayerRule,
  type Sources,
} from '../support/layers.ts';
import { projectRoot } from '../support/paths.ts';

const sources: Sources = new Map(
  globSync('src/**/*.ts', { cwd: projectRoot }).map((path) => [
    path.replaceAll('\\', '/'),
    readFileSync(join(projectRoot, path), 'utf8'),
  ]),
);

interface Case {
  readonly rule: LayerRule;
  /** Sources that break the rule, and what the rule says of them. */
  readonly broken: readonly (readonly [path: string, code: string])[];
  readonly says: readonly string[];
  /** Sources that look like a breach and are none. */
  readonly fine: readonly (readonly [path: string, code: string])[];
}

const cases: Readonly<Record<string, Case>> = {
  'imports keep to the arrows between layers': {
    rule: keepsToArrows,
    broken: [
      ['src/core/a.ts', "import c, {\n  // Why.\n  b,\n} from '../adapters/b.ts';"],
      ['src/adapters/b.ts', "import type { c } from '../vscode/c.ts';"],
      ['src/webview/protocol.ts', "export { d } from './common/d.ts';"],
      ['src/webview/output/e.ts', "import '../history/f.ts';"],
      ['src/vscode/g.ts', "import { h } from '../adapters/h.ts';\nimport { i } from '../extension.ts';"],
      ['src/vscode/j.ts', "await import('../webview/output/main.ts');"],
    ],
    says: [
      'src/core/a.ts: imports src/adapters/b.ts',
      'src/adapters/b.ts: imports src/vscode/c.ts',
      'src/webview/protocol.ts: imports src/webview/common/d.ts',
      'src/webview/output/e.ts: imports src/webview/history/f.ts, a part of another view',
      'src/vscode/g.ts: loads src/adapters/h.ts at once: import its types, its values by import()',
      'src/vscode/g.ts: imports src/extension.ts',
      'src/vscode/j.ts: imports src/webview/output/main.ts',
    ],
    fine: [
      ['src/core/a.ts', "// import { b } from '../adapters/b.ts';\nimport { c } from './c.ts';"],
      ['src/vscode/g.ts', "import type { h } from '../adapters/h.ts';\nawait import('../adapters/h.ts');"],
      ['src/vscode/i.ts', "import { type h, type j } from '../adapters/h.ts';"],
    ],
  },
  'packages and Node stay where they may be': {
    rule: keepsPackagesOut,
    broken: [
      ['src/core/a.ts', "import { join } from 'node:path';"],
      ['src/adapters/b.ts', "import type { Uri } from 'vscode';"],
      ['src/webview/common/c.ts', "import fs from 'node:fs';"],
      ['src/webview/guards.ts', "import { html } from 'lit';"],
      ['src/vscode/d.ts', "await import('@anthropic-ai/sdk');"],
      ['src/extension.ts', "import { countTokens } from 'gpt-tokenizer';"],
    ],
    says: [
      'src/core/a.ts: imports node:path',
      'src/adapters/b.ts: imports vscode',
      'src/webview/common/c.ts: imports node:fs',
      'src/webview/guards.ts: imports lit',
      'src/vscode/d.ts: imports @anthropic-ai/sdk',
      'src/extension.ts: imports gpt-tokenizer',
    ],
    fine: [
      [
        'src/webview/output/a.ts',
        "import { html } from 'lit';\nimport '@vscode-elements/elements/dist/x.js';",
      ],
      ['src/vscode/b.ts', "import * as vscode from 'vscode';\nimport { join } from 'node:path';"],
      ['src/adapters/c.ts', "import { countTokens } from 'gpt-tokenizer/encoding/cl100k_base';"],
    ],
  },
  'the core has no clock, no timer, no randomness': {
    rule: keepsCorePure,
    broken: [
      ['src/core/a.ts', 'const now = Date.now();'],
      ['src/core/b.ts', 'export const roll = () => Math.random();'],
      ['src/core/c.ts', 'setTimeout(() => performance.now(), 1);'],
      ['src/core/d.ts', 'export const text = `$' + '{new Date()}`;'],
    ],
    says: [
      'src/core/a.ts: uses Date',
      'src/core/b.ts: uses Math.random',
      'src/core/c.ts: uses setTimeout',
      'src/core/c.ts: uses performance',
      'src/core/d.ts: uses Date',
    ],
    fine: [
      ['src/core/a.ts', "// Date.now()\n/** Math.random */\nconst text = 'new Date()';\nconst quote = /'/;"],
      ['src/core/b.ts', 'const releaseDate = model.Date;\nexport interface A { readonly process: string }'],
      ['src/adapters/c.ts', 'const now = performance.now();'],
    ],
  },
  'no barrels': {
    rule: hasNoBarrels,
    broken: [['src/core/a.ts', "// All of it.\nexport * from './b.ts';\nexport {\n  c,\n} from './c.ts';\n"]],
    says: ['src/core/a.ts: only re-exports'],
    fine: [['src/core/a.ts', "export { b } from './b.ts';\nexport const c = 1;"]],
  },
  'no import cycles': {
    rule: hasNoCycles,
    broken: [
      ['src/core/a.ts', "import { b } from './b.ts';"],
      ['src/core/b.ts', "import type { c } from './sub/c.ts';"],
      ['src/core/sub/c.ts', "await import('../a.ts');"],
    ],
    says: ['src/core/a.ts → src/core/b.ts → src/core/sub/c.ts → src/core/a.ts'],
    fine: [
      ['src/core/a.ts', "import './b.ts';\nimport './c.ts';"],
      ['src/core/b.ts', "import './c.ts';"],
      ['src/core/c.ts', 'export const c = 1;'],
    ],
  },
};

describe('layers', () => {
  it('are looked at in all sources', () => {
    assert.ok(
      sources.has('src/extension.ts') && sources.has('src/core/failure.ts'),
      `${sources.size} sources`,
    );
  });

  for (const [name, { rule, broken, says, fine }] of Object.entries(cases)) {
    it(name, () => assert.deepEqual(rule(sources), []));
    it(`${name}: a breach is found`, () => assert.deepEqual(rule(new Map(broken)), says));
    it(`${name}: what is none is left alone`, () => assert.deepEqual(rule(new Map(fine)), []));
  }
});
