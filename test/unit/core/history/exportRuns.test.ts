import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { type ExportedRun, exportColumns } from '../../../../src/core/history/exportColumns.ts';
import { exportHead, exportLine } from '../../../../src/core/history/exportRuns.ts';
import { randomSeed } from '../../randomSeed.ts';
import { historyRun, type RunFacts } from './historyRuns.ts';

const exported = (facts: RunFacts = {}, more: Partial<ExportedRun> = {}): ExportedRun => ({
  run: historyRun(facts),
  promptTitle: 'greet.py › SYSTEM_PROMPT',
  version: 4,
  startedAt: '2026-11-24T14:02:11.318Z',
  ...more,
});

const full = exported({
  id: 'run 1',
  promptId: 7,
  groupId: 3,
  promptHash: 'f00d',
  label: 'before the cut, really',
  commit: 'beef',
  modified: true,
  comparisonId: 'c1',
  group: { effort: 'low', thinking: '{"type":"disabled"}', temperature: 0.5, context: 'c0', extra: 'e0' },
  endState: 'complete',
  cold: true,
  thought: true,
  reused: false,
  hostDelayMs: 4.25,
  metrics: {
    ttftMs: 612.3456789,
    firstTextMs: 1_500,
    ttltMs: 6_100.5,
    otps: 150.12345,
    connectMs: 80,
    headersMs: 400,
    serverMs: 390,
    longestGapMs: 60,
    waitedMs: 6_200,
  },
  usage: {
    inputTokens: 400,
    cacheCreationTokens: 12,
    cacheReadTokens: 0,
    outputTokens: 812,
    thinkingTokens: 100,
    webSearchRequests: 0,
    webFetchRequests: null,
    serviceTier: 'standard',
    speed: 'standard',
  },
  cost: 0.0000004,
});

const values = {
  run_id: 'run 1',
  started_at: '2026-11-24T14:02:11.318Z',
  prompt: 'greet.py › SYSTEM_PROMPT',
  prompt_id: 7,
  version: 4,
  prompt_sha256: 'f00d',
  label: 'before the cut, really',
  commit: 'beef',
  modified: true,
  comparison_id: 'c1',
  group_id: 3,
  model: 'claude-haiku-5-5',
  place: 'local',
  simulated: false,
  max_tokens: 4_096,
  effort: 'low',
  thinking: '{"type":"disabled"}',
  temperature: 0.5,
  context_sha256: 'c0',
  extra_sha256: 'e0',
  end_state: 'complete',
  failure: null,
  left_out: null,
  attempts: 1,
  cold: true,
  reused_connection: false,
  concurrent: false,
  thought: true,
  ttft_ms: 612.346,
  first_text_ms: 1_500,
  ttlt_ms: 6_100.5,
  tokens_per_second: 150.123,
  connect_ms: 80,
  headers_ms: 400,
  server_ms: 390,
  longest_gap_ms: 60,
  waited_ms: 6_200,
  host_delay_ms: 4.25,
  input_tokens: 412,
  cache_write_tokens: 12,
  cache_read_tokens: 0,
  output_tokens: 812,
  thinking_tokens: 100,
  web_searches: 0,
  web_fetches: null,
  service_tier: 'standard',
  speed: 'standard',
  cost_usd: 0.0000004,
};

test('JSONL: an object a line, by the names of the columns', () => {
  assert.equal(exportHead('jsonl'), '');
  const line = exportLine(full, 'jsonl');
  assert.equal(line.indexOf('\n'), line.length - 1);
  assert.deepEqual(JSON.parse(line), values);
});

test('CSV: a head and a line by RFC 4180', () => {
  assert.equal(exportHead('csv'), `${Object.keys(values).join(',')}\r\n`);
  assert.equal(
    exportLine(full, 'csv'),
    'run 1,2026-11-24T14:02:11.318Z,greet.py › SYSTEM_PROMPT,7,4,f00d,"before the cut, really",beef,true,c1,3,' +
      'claude-haiku-5-5,local,false,4096,low,"{""type"":""disabled""}",0.5,c0,e0,complete,,,1,true,false,false,true,' +
      '612.346,1500,6100.5,150.123,80,400,390,60,6200,4.25,412,12,0,812,100,0,,standard,standard,0.0000004\r\n',
  );
});

test('Markdown: the brief columns', () => {
  assert.equal(
    exportHead('markdown') + exportLine(full, 'markdown'),
    `| started_at | prompt | version | model | effort | end_state | left_out | ttft_ms | first_text_ms | ttlt_ms | tokens_per_second | input_tokens | output_tokens | cost_usd |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| 2026-11-24T14:02:11.318Z | greet.py › SYSTEM_PROMPT | 4 | claude-haiku-5-5 | low | complete |  | 612.346 | 1500 | 6100.5 | 150.123 | 412 | 812 | 0.0000004 |
`,
  );
});

test('what does not exist is empty, or null, never 0', () => {
  const failed = exported({ endState: 'failed', failure: 'dns', attempts: 3 }, { version: null });
  const fields = exportLine(failed, 'csv').trimEnd().split(',');
  const of = (names: readonly string[]) => names.map((name) => fields[Object.keys(values).indexOf(name)]);
  assert.deepEqual(of(['version', 'failure', 'left_out', 'ttft_ms', 'input_tokens', 'cost_usd']), [
    '',
    'dns',
    'failed',
    '',
    '',
    '',
  ]);
  const { ttft_ms, cost_usd, label } = JSON.parse(exportLine(failed, 'jsonl'));
  assert.deepEqual([ttft_ms, cost_usd, label], [null, null, null]);
});

test('a number that is none is empty', () => {
  const none = exported({ metrics: { ttftMs: Number.NaN, ttltMs: Number.POSITIVE_INFINITY } });
  assert.equal(exportLine(none, 'csv'), exportLine(exported(), 'csv'));
  assert.equal(exportLine(none, 'jsonl'), exportLine(exported(), 'jsonl'));
});

test('the columns have names of their own, and all are explained', () => {
  const names = exportColumns.map(({ name }) => name);
  assert.deepEqual([...new Set(names)], names);
  assert.deepEqual(
    exportColumns.filter(({ name, meaning }) => !/^[a-z0-9_]+$/.test(name) || !meaning.endsWith('.')),
    [],
  );
});

/** The field that a label becomes in CSV, as it stands in the file. */
function labelField(label: string): string {
  const [before = '', after = ''] = exportLine(exported({ label: '\u0000' }), 'csv').split('\u0000');
  return exportLine(exported({ label }), 'csv').slice(before.length, -after.length);
}

suite('a label in CSV', () => {
  const rows: Readonly<Record<string, string>> = {
    plain: 'plain',
    'a,b': '"a,b"',
    'say "hi"': '"say ""hi"""',
    'two\nlines': '"two\nlines"',
    '=1+1': "'=1+1",
    '+1': "'+1",
    '-1': "'-1",
    '@SUM(A1)': "'@SUM(A1)",
    '\t=1': "'\t=1",
    '\r=1': '"\'\r=1"',
    '\n=1': '"\'\n=1"',
    '＝1+1': "'＝1+1",
    '=HYPERLINK("http://127.0.0.1","a")': '"\'=HYPERLINK(""http://127.0.0.1"",""a"")"',
    'a=b': 'a=b',
    "'=1": "'=1",
  };
  for (const [label, field] of Object.entries(rows)) {
    test(JSON.stringify(label), () => assert.equal(labelField(label), field));
  }
});

test('a negative number stays a number', () => {
  const line = exportLine(exported({ hostDelayMs: -3, metrics: { ttftMs: -0.25 } }), 'csv');
  assert.deepEqual(
    [line.includes(',-0.25,'), line.includes(',-3,'), line.includes("'")],
    [true, true, false],
  );
});

test(`CSV is read back as it was written (seed ${randomSeed})`, () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab,"\r\n\t=+-@\' ;|') });
  fc.assert(
    fc.property(text, text, (label, promptTitle) => {
      const [fields, ...more] = parseCsv(exportLine(exported({ label }, { promptTitle }), 'csv'));
      const of = (name: string) => fields?.[Object.keys(values).indexOf(name)];
      const neutral = (value: string) => (/^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value);
      assert.deepEqual([more.length, fields?.length], [0, exportColumns.length]);
      assert.deepEqual([of('label'), of('prompt')], [neutral(label), neutral(promptTitle)]);
    }),
    { seed: randomSeed },
  );
});

/** Reads CSV character by character, by the grammar of RFC 4180. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (quoted && char === '"' && text.charAt(i + 1) === '"') {
      field += '"';
      i += 1;
    } else if (char === '"') quoted = !quoted;
    else if (quoted) field += char;
    else if (char === ',') {
      fields.push(field);
      field = '';
    } else if (char === '\r' && text.charAt(i + 1) === '\n') {
      records.push([...fields, field]);
      fields = [];
      field = '';
      i += 1;
    } else field += char;
  }
  return records;
}
