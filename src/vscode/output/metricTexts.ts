import type { FigureId } from '../../webview/protocol.ts';

/** What a number means: the one source of its hover in the panel and its entry in `docs/metrics.md`. */
export interface MetricText {
  readonly label: string;
  /** One sentence for the hover. */
  readonly hover: string;
  readonly from: string;
  readonly to: string;
  readonly leftOut: string;
  readonly absentWhen: string;
}

/** The table behind every number of the panel. English; translated where it is shown. */
export const metricTexts: Readonly<Record<FigureId, MetricText>> = {
  ttft: {
    label: 'TTFT',
    hover: 'Time to first token: from the request going out to the first text, thinking or tool input.',
    from: 'The last attempt’s request goes onto its open connection (“sent”).',
    to: 'The first text, thinking or tool input that is not empty.',
    leftOut:
      'Earlier attempts and the waits between them; DNS, TCP and TLS; signatures, citations and pings.',
    absentWhen: 'nothing was written.',
  },
  'first-text': {
    label: 'First text',
    hover: 'From the request going out to the first visible text, all thinking included.',
    from: 'Sent.',
    to: 'The first visible text that is not empty.',
    leftOut: 'The same as for TTFT.',
    absentWhen: 'no text was written; shown only where the model thought, since it equals TTFT elsewhere.',
  },
  ttlt: {
    label: 'TTLT',
    hover: 'Time to last token: from the request going out to the end of the answer.',
    from: 'Sent.',
    to: 'The end of the message (`message_stop`).',
    leftOut: 'Earlier attempts and the waits between them; DNS, TCP and TLS.',
    absentWhen: 'the run was stopped, failed or broke before the end.',
  },
  otps: {
    label: 'tok/s',
    hover: 'Output tokens per second over the visible text, without thinking and without the first piece.',
    from: 'The first piece of visible text.',
    to: 'The last piece of visible text.',
    leftOut: 'Thinking tokens, and the first piece’s share of the tokens by its characters.',
    absentWhen:
      'the text has under 20 tokens or came in under 4 pieces, tool input was written too, the stream held several messages, or the model thought and the API does not tell how much.',
  },
  'input-tokens': {
    label: 'Input',
    hover: 'Input tokens as billed: uncached, written to the cache and read from it together.',
    from: '–',
    to: '–',
    leftOut: 'Nothing.',
    absentWhen: 'the response ended before it told its usage.',
  },
  'output-tokens': {
    label: 'Output',
    hover: 'Output tokens as billed, thinking included, hidden or not.',
    from: '–',
    to: '–',
    leftOut: 'Nothing.',
    absentWhen:
      'the response ended before it told its usage; the tokens written until then may still be billed.',
  },
  cost: {
    label: 'Cost',
    hover: 'What this run cost by list prices, from the billed tokens.',
    from: '–',
    to: '–',
    leftOut:
      'Discounts, taxes and what a gateway adds; what is written to the cache counts as written for 5 minutes.',
    absentWhen:
      'the model has no known price, the billed tokens are unknown, or list prices do not hold (fast mode, priority tier).',
  },
  'cost-per-1000': {
    label: 'Per 1,000 runs',
    hover: 'A thousand runs like this one by list prices.',
    from: '–',
    to: '–',
    leftOut: 'The same as for the cost.',
    absentWhen: 'the cost is unknown.',
  },
};
