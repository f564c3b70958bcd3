import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { axisTop, stretches, timeTicks } from '../../../../src/webview/history/chart/layout.ts';
import type { PointView } from '../../../../src/webview/historyView.ts';
import { sampleChart } from '../../../support/historyViews.ts';

const [sample] = sampleChart(1).points as [PointView];

suite('runs of one version that follow one another', () => {
  const cases: Readonly<Record<string, string>> = {
    '': '',
    '1': 'v1 0–0',
    '111': 'v1 0–2',
    '112223': 'v1 0–1, v2 2–4, v3 5–5',
    '1221': 'v1 0–0, v2 1–2, v1 3–3',
    '1??2': 'v1 0–0, unknown 1–2, v2 3–3',
  };
  for (const [versions, found] of Object.entries(cases)) {
    test(versions === '' ? 'none' : versions, () => {
      const points = [...versions].map((version) => ({
        ...sample,
        version: version === '?' ? null : Number(version),
      }));
      const words = stretches(points).map(
        ({ version, start, end }) => `${version === null ? 'unknown' : `v${version}`} ${start}–${end}`,
      );
      assert.equal(words.join(', '), found);
    });
  }
});

suite('the end of the vertical axis', () => {
  const cases: readonly (readonly [values: readonly number[], inside: readonly number[], top: number])[] = [
    [[], [], 1],
    [[0, 0], [], 1],
    [[100], [], 108],
    [[100, 200], [], 216],
    [[100, 200], [400], 432],
    [[...Array(19).fill(100), 300], [], 324],
    [[...Array(19).fill(100), 5_000], [], 216],
    [[...Array(19).fill(100), 5_000], [300], 324],
    [[100, 5_000], [], 5_400],
  ];
  for (const [values, inside, top] of cases) {
    test(`${values.join(' ')} with ${inside.join(' ') || 'nothing else'}`, () => {
      assert.ok(Math.abs(axisTop(values, inside) - top) < 1e-9, `${axisTop(values, inside)}`);
    });
  }
});

suite('labels below the runs', () => {
  const format = { day: (at: number) => `day ${Math.floor(at / 100)}`, time: (at: number) => `time ${at}` };
  const cases: Readonly<
    Record<string, { readonly at: readonly number[]; readonly most: number; readonly labels: string }>
  > = {
    'no runs': { at: [], most: 4, labels: '' },
    'one run': { at: [120], most: 4, labels: '0 time 120' },
    'one day': { at: [100, 110, 120, 130], most: 2, labels: '0 time 100, 2 time 120' },
    'one minute': { at: [120, 120, 120, 130], most: 4, labels: '0 time 120, 3 time 130' },
    'days where they change': { at: [100, 110, 210, 220, 310], most: 5, labels: '0 day 1, 2 day 2, 4 day 3' },
    'only as many as have room': {
      at: [100, 200, 300, 400, 500, 600],
      most: 3,
      labels: '0 day 1, 2 day 3, 4 day 5',
    },
    'no room': { at: [100, 200, 300], most: 0, labels: '0 day 1' },
  };
  for (const [name, { at, most, labels }] of Object.entries(cases)) {
    test(name, () => {
      const points = at.map((x) => ({ ...sample, x }));
      const found = timeTicks(points, most, format).map(({ index, label }) => `${index} ${label}`);
      assert.equal(found.join(', '), labels);
    });
  }
});
