import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { unbroken } from '../../../../src/webview/common/unbroken.ts';

// `~` stands for a space at which no line ends, `_` for a place without one.
suite('what stays on one line', () => {
  const cases: Readonly<Record<string, string>> = {
    '0.62 s': '0.62~s',
    '1 min 12 s': '1~min 12~s',
    'v4 against v3: TTLT observed −1.1 s, other day.': 'v4 against v3: TTLT observed −1.1~s, other day.',
    'Most of the time: writing 1,167 tokens (5.4 of 6.1 s).':
      'Most of the time: writing 1,167~tokens (5.4~of 6.1~s).',
    'Meist: 1.167 Token geschrieben (5,4 von 6,1 s).': 'Meist: 1.167~Token geschrieben (5,4~von 6,1~s).',
    'was 0.66 s · runs vary ±0.1 s': 'was 0.66~s · runs vary ±0.1~s',
    '±48 ms · p95 0.52 s, p95 $0.50, p95 from 20 runs on':
      '±48~ms · p95~0.52~s, p95~$0.50, p95 from 20~runs on',
    'runs vary ± 0.1 s': 'runs vary ±~0.1~s',
    'hints (≈ −38), ≈ 412 tokens, ≈ $0.05, ≤ 5 %': 'hints (≈~−38), ≈~412~tokens, ≈~$0.05, ≤~5~%',
    'each 100 output tokens fewer ≈ −0.7 s at your 150 tok/s':
      'each 100~output tokens fewer ≈~−0.7~s at your 150~tok/_s',
    '95 % −4.6 … −3.7, n = 12': '95~% −4.6 … −3.7, n =~12',
    'It takes 4. Then 5, at most.': 'It takes 4. Then 5, at most.',
    '5 A/B tests, and/or 3': '5~A/_B tests, and/or 3',
    '12 / 24, 3 · 4, 24 → 12': '12 / 24, 3 · 4, 24 → 12',
    'two  spaces after 4  s': 'two  spaces after 4  s',
    '': '',
  };
  for (const [text, expected] of Object.entries(cases)) {
    test(text || 'no text', () =>
      assert.equal(unbroken(text), expected.replaceAll('~', '\u00a0').replaceAll('_', '\u2060')),
    );
  }
});
