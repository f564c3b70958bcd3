import { formatSeconds } from '../../src/core/format.ts';
import { notableGapMs } from '../../src/core/run/state.ts';
import { metricTexts } from '../../src/vscode/output/metricTexts.ts';
import { type FigureId, figureIds } from '../../src/webview/protocol.ts';
import { historyDoc } from './historyDoc.ts';

/** Heading of a figure's section; its anchor is the figure's id, which the panel's links name. */
export function figureHeading(id: FigureId): string {
  const words = ['ttft', 'ttlt', 'otps'].includes(id) ? id.toUpperCase() : id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The text of `docs/metrics.md`, from the tables that the panel's hovers and the columns of exports come from. */
export function metricsDoc(): string {
  return `${[introduction, ...figureIds.map(figureSection), closing, historyDoc].join('\n\n')}\n`;
}

function figureSection(id: FigureId): string {
  const { label, hover, from, to, leftOut, absentWhen } = metricTexts[id];
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const heading = figureHeading(id);
  return [
    `## ${heading}`,
    label.toLowerCase() === heading.toLowerCase() ? hover : `In the panel: **${label}**. ${hover}`,
    [
      row(['Start', 'End', 'Left out', 'Absent when']),
      row(['---', '---', '---', '---']),
      row([from, to, leftOut, absentWhen]),
    ].join('\n'),
  ].join('\n\n');
}

const introduction = `# What the numbers mean

Every number of the output panel and of the side panel has a hover of one sentence; this page has the rest. A number that
does not exist is shown as –, never as 0.

## How it is measured

- **Sent** is the moment at which the last attempt’s request goes onto its open connection. All times start there, so
  DNS, TCP and TLS are in none of them; the waterfall shows them as *connect*. Where the HTTP client does not tell that
  moment, the call that makes the request takes its place, connecting included, and Details says so.
- **The clock** is monotonic. Each piece is stamped when its bytes come in, before they are shown. Where the editor was
  too busy to look at once, Details says by how much the stamps may be late.
- **The place** is where the extension runs: this machine, or the remote side of WSL, SSH or a container. Your network
  from there to the server is part of every time.

## What is never folded into a number

- **Retries.** TTFT, first text and TTLT are those of the last attempt. Failed attempts and the waits between them are
  hatched in the waterfall, and “you waited” tells the time from the first attempt to the end.
- **A first request and a new connection.** They are the normal case and harmless, since times start at *sent*; Details
  says when a connection was new, how long it took to open, and whether it was the window’s first.
- **Cache hits.** Input read from the prompt cache answers sooner and costs less. It is in the input tokens, and its
  count stands beside them.
- **Hidden thinking.** Where the API does not send the model’s thinking, TTFT is the time to the first text or tool
  input that follows it. Hidden, summarised and full thinking are not comparable by TTFT, so where a model thought, first
  text stands before it, larger. Thinking tokens are billed, hidden or not: they are in the output tokens and the cost,
  and not in the rate.
- **Other runs.** A run that overlapped another, in any window, says so under Details.

## Estimated, counted, billed

- **≈ estimated**: by a local tokenizer, with a ratio learned from your own finished runs. Nothing is sent for it.
- **counted**: by the API’s token counting, which calls itself an estimate too.
- **billed**: from the usage that the response tells.

They are never mixed in one number.`;

const closing = `## The waterfall

The whole run on one line, from its first attempt to its last token, or to where it ended without one.

| Part | Time |
| --- | --- |
| failed attempts (hatched) | The start of the first attempt to the start of the last one, waits included. |
| connect | The start of the last attempt to *sent*: DNS, TCP and TLS, and nearly nothing on a reused connection. |
| wait | *Sent* to the start of thinking, or to the first token where the model does not think. |
| thinking | The start of a thinking block, shown or hidden, to the next thing that is written. |
| text | The first piece of text to the next thinking or tool input, or to the end. Tool input is drawn like text. |
| pause | ${formatSeconds(notableGapMs)} or longer between two pieces; hidden thinking is none. |

The sentence below it names the largest part of this one run; a pause counts to what it interrupted.

## The rate while text comes

Until the response tells its billed tokens, tok/s is an estimate with ≈ before it: the characters after the first piece
of text, divided by the characters that a token of the model’s tokenizer holds in English (about 3.8, or 2.7 from
Claude 4.7 on), divided by the time from the first piece of text to the last. It appears with the fourth piece. When the
answer is complete, the [measured rate](#otps) takes its place; where that does not exist, the number goes away.`;
