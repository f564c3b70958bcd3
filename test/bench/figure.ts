import { median } from '../../src/core/quantiles.ts';

/** One measured figure; `bar` is what it must not pass, the ends it must stay between, or null where it is only reported. */
export interface Figure {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  readonly bar: number | readonly [low: number, high: number] | null;
  readonly ok: boolean;
}

/** A group of measurements that `npm run bench -- NAME` runs. */
export interface Bench {
  readonly name: string;
  readonly title: string;
  run(): Promise<readonly Figure[]>;
}

/** A figure that must be at most `bar`. */
export function atMost(figure: string, value: number, unit: string, bar: number): Figure {
  return { figure, value, unit, bar, ok: value <= bar };
}

/** A figure that must lie in a range, its ends included. */
export function between(
  figure: string,
  value: number,
  unit: string,
  bar: readonly [low: number, high: number],
): Figure {
  return { figure, value, unit, bar, ok: bar[0] <= value && value <= bar[1] };
}

/** A figure that must be at least `bar`. */
export function atLeast(figure: string, value: number, unit: string, bar: number): Figure {
  return { figure, value, unit, bar, ok: value >= bar };
}

/** A figure without a bar. */
export function reported(figure: string, value: number, unit: string): Figure {
  return { figure, value, unit, bar: null, ok: true };
}

/** The median of what was measured; without a value NaN, which holds no bar. */
export function medianOf(values: readonly number[]): number {
  return median(values) ?? Number.NaN;
}

/** Figures as a table for people. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ figure, value, unit, bar, ok }) => [
    figure,
    `${rounded(value)} ${unit}`,
    bar === null ? '' : `bar ${barText(bar)} ${unit}`,
    bar === null ? '' : ok ? 'ok' : 'NOT OK',
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = ([figure = '', value = '', bar = '', verdict = '']: readonly string[]): string => {
    const [first = 0, second = 0, third = 0] = widths;
    return `  ${figure.padEnd(first)}  ${value.padStart(second)}  ${bar.padEnd(third)}  ${verdict}`.trimEnd();
  };
  return rows.map(line).join('\n');
}

/** Figures as one JSON line each. */
export function figureLines(figures: readonly Figure[]): string {
  return figures.map((figure) => JSON.stringify(figure)).join('\n');
}

/** The figures among the lines of an output; JSON has no infinity, so a value that was never reached comes back as NaN. */
export function figuresIn(output: string): readonly Figure[] {
  const lines = output.split('\n').filter((line) => line.startsWith('{"figure":'));
  return lines.map((line) => {
    const figure = JSON.parse(line) as Omit<Figure, 'value'> & { readonly value: number | null };
    return { ...figure, value: figure.value ?? Number.NaN };
  });
}

/** A bar as a number, or its two ends. */
export function barText(bar: NonNullable<Figure['bar']>): string {
  return [bar].flat().map(rounded).join('–');
}

/** A value with three digits that count, or more before the point. */
export function rounded(value: number): string {
  return String(Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
}
