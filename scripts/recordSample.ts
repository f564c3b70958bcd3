import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runRequest } from '../src/adapters/claude/runRequest.ts';
import { userTurn } from '../src/core/request/fitRequest.ts';
import type { RunEvent } from '../src/core/run/events.ts';
import { startSimulator } from '../test/simulator/client.ts';
import { projectRoot } from '../test/support/paths.ts';

// Records `media/sample-run.json`, the run that "See a Sample Run" plays: one of the simulated Claude.

const prompt = `You are a support engineer for a mobile banking app. Read the ticket below and decide which team should handle it: Payments, Cards, Login or Other. Explain your decision.

<ticket>
Since this morning the app shows my card as blocked, but nobody called me and I did not lose it. I am abroad and need it tonight. The last payment at the hotel went through yesterday.
</ticket>
`;

const answer = `## Team: **Cards**

The customer's main problem is a **blocked card**, not a failed payment:

- The app itself shows the card as blocked, so the state comes from the card system.
- The last payment went through yesterday, so payments as such work.
- Nothing in the ticket points to a problem with logging in.

### What the team should check first

1. Whether an automatic fraud rule blocked the card because of the payment abroad.
2. Whether a call or a message to the customer was planned and failed.
3. Whether the block can be lifted after a short identity check.

### Priority

Treat it as **urgent**: the customer is abroad and needs the card tonight. A temporary virtual card would bridge the time until the block is lifted.

| Team | Fits | Why |
| --- | --- | --- |
| Cards | yes | the card is blocked |
| Payments | no | the last payment went through |
| Login | no | the app opens and shows data |
`;

const simulator = await startSimulator({ keys: 'none', seed: 7 });
try {
  await simulator.script([
    { kind: 'answer', text: answer, ttftMs: 620, gapMs: 38, charsPerDelta: 14, thinking: 'none' },
  ]);
  const request = {
    body: { model: 'claude-haiku-5-5', max_tokens: 4096, messages: [userTurn(prompt)], stream: true },
    version: null,
  };
  const events: RunEvent[] = [];
  await runRequest(
    request,
    { baseUrl: simulator.origin, auth: 'none', key: null, headers: {} },
    {
      signal: new AbortController().signal,
      silence: { noticeMs: 60_000, endMs: 600_000 },
      emit: (event) => events.push(event),
    },
  );
  const zero = events[0]?.at ?? 0;
  const recording = {
    prompt: { key: 'sample', title: 'triage.prompt.md', role: 'user', text: prompt, place: null },
    request,
    origin: 'https://api.anthropic.com',
    events: events.map((event) => ({ ...event, at: Math.round((event.at - zero) * 10) / 10 })),
  };
  writeFileSync(join(projectRoot, 'media', 'sample-run.json'), `${JSON.stringify(recording)}\n`);
  console.log(`${events.length} events`);
} finally {
  await simulator.stop();
}
