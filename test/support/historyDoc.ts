import { minBaselineRuns, minInputFactor } from '../../src/core/history/baseline.ts';
import { type LeftOutReason, leftOutReasons, notableHostDelayMs } from '../../src/core/history/comparable.ts';
import { exportColumns } from '../../src/core/history/exportColumns.ts';
import { markdownRow } from '../../src/core/history/markdown.ts';
import { minP95Runs, minSpreadRuns } from '../../src/core/quantiles.ts';

const reasonTexts: Readonly<Record<LeftOutReason, string>> = {
  cancelled: 'You stopped it.',
  failed: 'It failed, stalled or broke before the end.',
  cut: 'The answer is not whole: cut at max tokens or at a stop sequence, refused, paused, out of context, or it asks for a tool.',
  retried: 'An earlier attempt failed. The times of the last one may be those of a busy server.',
  cached: 'Some input was read from the prompt cache, so the answer came sooner than without.',
  concurrent: 'Another run was under way, in any window.',
  'host-delay': `The editor was too busy to stamp pieces for more than ${notableHostDelayMs} ms.`,
};

const cell = (text: string) => text.replaceAll('|', '\\|');

const reasons = leftOutReasons.map((reason) => markdownRow([`\`${reason}\``, cell(reasonTexts[reason])]));

const columns = exportColumns.map(({ name, unit, meaning, brief }) =>
  markdownRow([`\`${name}\``, unit ?? '', cell(meaning), brief ? 'yes' : '']),
);

/** What `docs/metrics.md` says of several runs: figures, differences, baseline latency, exports. */
export const historyDoc = `## Figures of several runs

The side panel sums up the runs of one prompt, never across models, parameters or places: runs belong to one **group**
when model, place, max tokens, effort, thinking, temperature, all further fields, and the other half of the request (the
system prompt of a user prompt, the test message of a system prompt) are the same. Simulated and real runs never mix.
Each figure says on how many runs it stands (n); a run without that number is not among them.

### Median

Half of the runs were quicker, half slower; of an even number, the mean of the two in the middle. Latencies have a long
slow tail, which pulls a mean up and leaves a median where it is. Its interval reaches from the k-th smallest to the k-th
largest value, the narrowest such pair that holds the true median in at least 95 % of cases, whatever the distribution
(David and Nagaraja, *Order Statistics*, 3rd edition 2003, section 7.1). Five runs reach 93.75 % at most; fewer have no
interval.

### Spread

“Runs vary ±0.1 s” is half the interquartile range (NIST/SEMATECH *e-Handbook of Statistical Methods*, 1.3.5.6): the
middle half of the runs lies within a band twice as wide. It asks for no bell curve, and a few slow runs don’t move it.
From ${minSpreadRuns} runs on. Under a number of the output panel it is the spread of the newest text of this prompt
that ran ${minSpreadRuns} times in this group, before this run: across texts, what an edit did would count as variation.

### p95

Nineteen in twenty runs were quicker. Interpolated between neighbouring runs (type 7 of Hyndman and Fan, *The American
Statistician* 50, 1996), as spreadsheets and most statistics packages do. Only from ${minP95Runs} runs on: the p95 of
fewer is little more than their slowest run.

### What is not counted

A run is left out for the first of these that holds. *Include* counts all of them again. First requests and new
connections are always counted, since times start at *sent*.

| Reason | Why |
| --- | --- |
${reasons.join('\n')}

### Observed differences

Between two versions of a prompt the difference of their medians is only *observed*: the runs were made at other times,
when servers and network were as they were. It says how many runs each side has, and whether all were made on one day, on
other days, or some on the same. *Faster* is said of a comparison alone, which mixes the runs of both sides. The
difference in tokens is that of the medians of billed input; it is exact where the runs differ in nothing but the text.

## Baseline latency

What remains of the latency when there is nothing to read and nothing to write: network, queue, start of the model. It is
found in two ways, and always says in which.

**Fitted**: TTFT = baseline + input tokens × rate, through the newest runs of one model at one place, of all prompts.
The line is that of Theil and Sen (Sen, *Journal of the American Statistical Association* 63, 1968): its rate is the
median of the slopes between any two runs, the baseline the median of what then remains. More than a quarter of the runs
may be slow for reasons of their own without moving it. A rate or a baseline below 0, which noise can give, counts as 0.
The 95 % intervals are percentiles of 599 such lines through as many runs drawn with replacement (Wilcox, *Biometrical
Journal* 40, 1998), from a fixed seed, so that the same runs give the same interval.

- It needs ${minBaselineRuns} runs, and inputs of different sizes: their 90th percentile has to be ${minInputFactor} times
  their 10th. Otherwise the way down to 0 tokens is longer than the stretch that was seen.
- Retried, cached and concurrent runs, and those of a busy editor, are left out. Runs that were stopped or cut count, since
  their first token came before.
- Runs in which the model thought are left out: where thinking is hidden it can’t be told apart from the wait. A model
  that always thinks has no fitted baseline.

**Measured**: the median TTFT of tiny requests that ask for one token, with the interval of a median.

## Columns of an export

CSV (RFC 4180, UTF-8) and JSON Lines have all columns, the Markdown table those marked *brief*. Numbers have a point and
no grouping, whatever your language; times are rounded to a microsecond. What does not exist is empty, or \`null\`. In CSV,
texts that a spreadsheet would take for a formula begin with \`'\`. Prompts and answers are in no export.

| Column | Unit | Meaning | Brief |
| --- | --- | --- | --- |
${columns.join('\n')}`;
