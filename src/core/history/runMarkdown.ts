import { assertNever } from '../assertNever.ts';
import type { HistoryRun } from './historyRun.ts';
import { markdownCell, markdownFence, markdownTable } from './markdown.ts';
import { formatInUnit, metricUnits } from './metricFormat.ts';
import { metricValue, type RunMetricId, runMetricIds } from './runMetric.ts';

/** What a copied run tells beside its numbers; what does not exist for a run has no row. */
export const runFactIds = [
  'end',
  'assertions',
  'model',
  'effort',
  'thinking',
  'temperature',
  'max-tokens',
  'version',
  'prompt-hash',
  'commit',
  'date',
  'place',
  'attempts',
  'marks',
  'runs',
] as const;

/** One of {@link runFactIds}. */
export type RunFactId = (typeof runFactIds)[number];

/** A run that is copied. */
export interface CopiedRun {
  readonly run: HistoryRun;
  readonly title: string;
  /** Number of the version of the prompt's text; null where it is not known. */
  readonly version: number | null;
  /** When it ran, as people read it. */
  readonly date: string;
  /** Counted runs of its prompt and group, so that a reader knows on how much it stands. */
  readonly runsOfGroup: number;
  /** How its answer stands to what it was checked for, in words; null where nothing was. */
  readonly assertions: string | null;
  /** Prompt and answer, where they were asked for. */
  readonly texts: { readonly prompt: string; readonly answer: string } | null;
}

/** The words of a copied run. */
export interface RunMarkdownWords {
  readonly facts: Readonly<Record<RunFactId, string>>;
  readonly metrics: Readonly<Record<RunMetricId, string>>;
  /** How the run ended. */
  readonly end: string;
  /** Behind a commit from which the document differed. */
  readonly modified: string;
  readonly simulated: string;
  readonly cold: string;
  readonly concurrent: string;
  readonly prompt: string;
  readonly answer: string;
  /** In which numbers are written, such as `de`. */
  readonly language: string;
}

/** A run as Markdown for a pull request or a note: its numbers, how they came about, and prompt and answer when asked. */
export function runMarkdown(copied: CopiedRun, words: RunMarkdownWords): string {
  const { run, title, texts } = copied;
  const metrics = runMetricIds.filter((id) => id !== 'first-text' || run.thought);
  const facts = runFactIds.map((id) => [words.facts[id], factOf(copied, words, id)] as const);
  const parts = [
    `**${markdownCell(title)}**`,
    markdownTable(
      metrics.map((id) => words.metrics[id]),
      [metrics.map((id) => formatInUnit(metricValue(run, id), metricUnits[id], words.language))],
    ),
    facts
      .filter(([, fact]) => fact !== null)
      .map(([label, fact]) => `- ${markdownCell(label)}: ${markdownCell(fact ?? '')}`)
      .join('\n'),
    ...(texts === null
      ? []
      : [words.prompt, markdownFence(texts.prompt), words.answer, markdownFence(texts.answer)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A fact as text; null where there is nothing to tell. */
function factOf(copied: CopiedRun, words: RunMarkdownWords, id: RunFactId): string | null {
  const { run, version, date, runsOfGroup } = copied;
  const { group } = run;
  switch (id) {
    case 'end':
      return words.end;
    case 'assertions':
      return copied.assertions;
    case 'model':
      return group.model;
    case 'effort':
      return group.effort;
    case 'thinking':
      return group.thinking;
    case 'temperature':
      return group.temperature === null ? null : String(group.temperature);
    case 'max-tokens':
      return String(group.maxTokens);
    case 'version':
      return version === null ? null : String(version);
    case 'prompt-hash':
      return run.promptHash.slice(0, 12);
    case 'commit':
      return run.commit === null ? null : commitOf(run.commit, run.modified === true ? words.modified : null);
    case 'date':
      return date;
    case 'place':
      return group.place;
    case 'attempts':
      return String(run.attempts);
    case 'marks': {
      const marks = [
        group.simulated ? words.simulated : null,
        run.cold ? words.cold : null,
        run.concurrent ? words.concurrent : null,
      ].filter((mark) => mark !== null);
      return marks.length === 0 ? null : marks.join(', ');
    }
    case 'runs':
      return String(runsOfGroup);
    default:
      return assertNever(id);
  }
}

function commitOf(commit: string, note: string | null): string {
  const short = commit.slice(0, 12);
  return note === null ? short : `${short} (${note})`;
}
