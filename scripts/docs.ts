import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { metricsDoc } from '../test/support/metricsDoc.ts';
import { projectRoot } from '../test/support/paths.ts';
import { withReadmeTables } from '../test/support/readmeTables.ts';
import { ruleDocs } from '../test/support/ruleDocs.ts';

writeFileSync(join(projectRoot, 'docs/metrics.md'), metricsDoc());

const readme = join(projectRoot, 'README.md');
writeFileSync(readme, withReadmeTables(readFileSync(readme, 'utf8')));

const rulesFolder = join(projectRoot, 'docs/rules');
mkdirSync(rulesFolder, { recursive: true });
for (const old of globSync('*.md', { cwd: rulesFolder })) rmSync(join(rulesFolder, old));
for (const [name, text] of ruleDocs()) writeFileSync(join(rulesFolder, name), text);
