import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { projectRoot } from '../support/paths.ts';
import { withReadmeTables } from '../support/readmeTables.ts';

const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');

describe('README.md', () => {
  it('has the tables of commands and settings that npm run docs makes of the manifest', () => {
    assert.equal(readme, withReadmeTables(readme));
  });

  it('is not taken for complete without the place of a table', () => {
    assert.throws(
      () => withReadmeTables(readme.replace('<!-- end of settings -->', '')),
      /^Error: README\.md has no single place for the table of settings$/,
    );
  });
});
