import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { metricsDoc } from '../test/support/metricsDoc.ts';
import { projectRoot } from './paths.ts';

writeFileSync(join(projectRoot, 'docs/metrics.md'), metricsDoc());
