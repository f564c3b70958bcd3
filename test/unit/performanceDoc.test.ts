import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  atLeast,
  atMost,
  between,
  figureLines,
  figuresIn,
  medianOf,
  reported,
  rounded,
} from '../bench/figure.ts';
import { performanceDoc } from '../support/performanceDoc.ts';

const machine = {
  processor: 'A processor | of its kind',
  cores: 2,
  memoryGb: 8,
  system: 'A system 1.0',
  node: '24.1.0',
  load: 0.25,
};

test('figures of an output are those that were printed, also without a value', () => {
  const figures = [
    atMost('size', 71_234.5, 'bytes', 100_000),
    between('level', 97.1, '%', [95, 99]),
    atMost('time', Number.POSITIVE_INFINITY, 'ms', 5),
    atLeast('share', medianOf([]), '', 0.5),
    reported('median', medianOf([1, 2]), ''),
  ];
  const output = `Something else\n${figureLines(figures)}\n`;
  assert.deepEqual(
    figuresIn(output).map(({ figure, value, ok }) => [figure, rounded(value), ok]),
    [
      ['size', '71235', true],
      ['level', '97.1', true],
      ['time', 'NaN', false],
      ['share', 'NaN', false],
      ['median', '1.5', true],
    ],
  );
});

test('docs/performance.md says what was measured, on what, and what falls short', () => {
  const figures = [
    atMost('size', 71_234.5, 'bytes', 100_000),
    atLeast('share', 0.12345, '', 0.5),
    between('level', 97.1, '%', [95, 99]),
    reported('time <a>', 1.2345, 'ms'),
  ];
  const benches = [
    { name: 'sizes', title: 'Sizes of things', figures },
    { name: 'absent', title: 'What is not there', figures: [] },
  ];
  const written = performanceDoc({ day: '2026-11-25', machine, benches });
  assert.equal(
    written.slice(written.indexOf('| Measured')),
    `| Measured | On |
| --- | --- |
| Day | 2026-11-25 |
| Processor | A processor \\| of its kind, 2 cores |
| Memory | 8 GB |
| System | A system 1.0 |
| Node | 24.1.0 |
| Load before (1 minute) | 0.3 |

## sizes

Sizes of things.

| Figure | Value | Unit | Bar | Holds |
| --- | --- | --- | --- | --- |
| size | 71235 | bytes | 100000 | yes |
| share | 0.123 |  | 0.5 | **no** |
| level | 97.1 | % | 95–99 | yes |
| time \\<a\\> | 1.23 | ms |  |  |

## absent

What is not there.

Not measured: it made no figures.
`,
  );
});
