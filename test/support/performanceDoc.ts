import { markdownCell, markdownRow, markdownTable } from '../../src/core/history/markdown.ts';
import { barText, type Figure, rounded } from '../bench/figure.ts';
import type { Machine } from './machine.ts';

/** A bench and what it measured; no figures where it failed, or where what it measures on is absent. */
export interface MeasuredBench {
  readonly name: string;
  readonly title: string;
  readonly figures: readonly Figure[];
}

/** Figures of one day on one machine. */
export interface Measurement {
  /** `2026-11-25`. */
  readonly day: string;
  readonly machine: Machine;
  readonly benches: readonly MeasuredBench[];
}

/** The text of `docs/performance.md`. */
export function performanceDoc({ day, machine, benches }: Measurement): string {
  return `${[introduction, machineTable(day, machine), ...benches.map(section)].join('\n\n')}\n`;
}

const introduction = `# Performance

Written by \`npm run performance\`, which runs the benches one after another; no figure is typed by hand. A bar is what a
figure must not pass, must reach, or the range that it must stay in; a figure without one is only reported. One bench by
itself: \`npm run -s bench -- NAME\`.`;

function machineTable(day: string, machine: Machine): string {
  return markdownTable(
    ['Measured', 'On'],
    [
      ['Day', day],
      ['Processor', `${machine.processor}, ${machine.cores} cores`],
      ['Memory', `${machine.memoryGb} GB`],
      ['System', machine.system],
      ['Node', machine.node],
      ['Load before (1 minute)', machine.load.toFixed(1)],
    ],
  );
}

function section({ name, title, figures }: MeasuredBench): string {
  const heading = `## ${name}\n\n${markdownCell(title)}.`;
  if (figures.length === 0) return `${heading}\n\nNot measured: it made no figures.`;
  const rows = figures.map((figure) => [
    markdownCell(figure.figure),
    rounded(figure.value),
    markdownCell(figure.unit),
    figure.bar === null ? '' : barText(figure.bar),
    figure.bar === null ? '' : figure.ok ? 'yes' : '**no**',
  ]);
  const head = ['Figure', 'Value', 'Unit', 'Bar', 'Holds'];
  return `${heading}\n\n${[head, head.map(() => '---'), ...rows].map(markdownRow).join('\n')}`;
}
