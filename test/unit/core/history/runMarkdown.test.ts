import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type CopiedRun,
  type RunMarkdownWords,
  runMarkdown,
} from '../../../../src/core/history/runMarkdown.ts';
import { historyRun } from './historyRuns.ts';

const words: RunMarkdownWords = {
  language: 'en',
  facts: {
    end: 'End',
    model: 'Model',
    effort: 'Effort',
    thinking: 'Thinking',
    temperature: 'Temperature',
    'max-tokens': 'Max tokens',
    version: 'Version',
    'prompt-hash': 'Prompt',
    assertions: 'Assertions',
    commit: 'Commit',
    date: 'Date',
    place: 'Place',
    attempts: 'Attempts',
    marks: 'Marks',
    runs: 'Counted runs of this group',
  },
  metrics: {
    ttft: 'TTFT',
    'first-text': 'First text',
    ttlt: 'TTLT',
    otps: 'tok/s',
    'input-tokens': 'Input',
    'output-tokens': 'Output',
    cost: 'Cost',
    'cost-per-1000': 'Per 1,000 runs',
  },
  end: 'Complete',
  modified: 'modified',
  simulated: 'simulated',
  cold: 'first request',
  concurrent: 'beside another run',
  prompt: 'Prompt:',
  answer: 'Answer:',
};

const plain: CopiedRun = {
  run: historyRun({
    promptHash: '0123456789abcdef0123',
    metrics: { ttftMs: 620, firstTextMs: 620, ttltMs: 6_100, otps: 150 },
    usage: { inputTokens: 412, outputTokens: 812 },
    cost: 0.0005,
  }),
  title: 'greet.py › SYSTEM_PROMPT',
  version: null,
  date: '24 Nov 2026, 14:02',
  runsOfGroup: 1,
  assertions: null,
  texts: null,
};

test('a run with its numbers and how they came about', () => {
  assert.equal(
    runMarkdown(plain, words),
    `**greet.py › SYSTEM_PROMPT**

| TTFT | TTLT | tok/s | Input | Output | Cost | Per 1,000 runs |
| --- | --- | --- | --- | --- | --- | --- |
| 0.62 s | 6.1 s | 150 | 412 | 812 | $0.0005 | $0.50 |

- End: Complete
- Model: claude-haiku-5-5
- Max tokens: 4096
- Prompt: 0123456789ab
- Date: 24 Nov 2026, 14:02
- Place: local
- Attempts: 1
- Counted runs of this group: 1
`,
  );
});

test('every fact that exists is told, and the texts when they are asked for', () => {
  const run = historyRun({
    ...plain.run,
    commit: 'abcdef0123456789',
    modified: true,
    cold: true,
    concurrent: true,
    attempts: 2,
    thought: true,
    group: {
      simulated: true,
      effort: 'low',
      thinking: '{"type":"adaptive"}',
      temperature: 0.5,
      place: 'wsl',
    },
  });
  const texts = { prompt: 'Say ```hi```.', answer: '# Hi\n' };
  assert.equal(
    runMarkdown(
      { ...plain, run, title: 'a | b', version: 4, runsOfGroup: 15, assertions: '3 of 4 hold', texts },
      words,
    ),
    `**a \\| b**

| TTFT | First text | TTLT | tok/s | Input | Output | Cost | Per 1,000 runs |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 0.62 s | 0.62 s | 6.1 s | 150 | 412 | 812 | $0.0005 | $0.50 |

- End: Complete
- Assertions: 3 of 4 hold
- Model: claude-haiku-5-5
- Effort: low
- Thinking: {"type":"adaptive"}
- Temperature: 0.5
- Max tokens: 4096
- Version: 4
- Prompt: 0123456789ab
- Commit: abcdef012345 (modified)
- Date: 24 Nov 2026, 14:02
- Place: wsl
- Attempts: 2
- Marks: simulated, first request, beside another run
- Counted runs of this group: 15

Prompt:

\`\`\`\`text
Say \`\`\`hi\`\`\`.
\`\`\`\`

Answer:

\`\`\`text
# Hi
\`\`\`
`,
  );
});

test('a commit of an unchanged document stands alone', () => {
  const run = historyRun({ ...plain.run, commit: 'abc', modified: false });
  assert.ok(runMarkdown({ ...plain, run }, words).includes('- Commit: abc\n'));
});
