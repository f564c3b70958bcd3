import type { ModelInfo } from '@anthropic-ai/sdk/resources/models';
import { type Level, type Row, rows, type ThinkingType } from './modelTable.ts';

/** A model as the simulated Claude knows it: what the API lists and how fast it is. */
export interface SimulatedModel {
  readonly info: ModelInfo;
  /** Other ids that mean this model. */
  readonly aliases: readonly string[];
  /** Milliseconds to the first content of a tiny request, as a median. */
  readonly ttftMs: number;
  /** Milliseconds that one uncached input token adds. */
  readonly perInputTokenMs: number;
  readonly tokensPerSecond: number;
  /** Times the tokens of the tokenizer up to 4.6. */
  readonly tokenizer: number;
  /** Takes temperature, top_p and top_k under the older API version. */
  readonly sampling: boolean;
  readonly prefill: boolean;
  readonly thinksByDefault: boolean;
  /** Whether thinking is hidden unless asked for. */
  readonly omitsThinking: boolean;
  readonly fast: boolean;
}

function infoOf(row: Row): ModelInfo {
  const can = (supported: boolean) => ({ supported });
  const effort = (level: Level) => can(row.efforts.includes(level));
  const thinking = (type: ThinkingType) => can(row.thinking.includes(type));
  const day = (date: string | undefined) => (date === undefined ? null : `${date}T00:00:00Z`);
  const recent = row.generation >= 4.5;
  return {
    type: 'model',
    id: row.id,
    display_name: row.name,
    created_at: `${row.released}T00:00:00Z`,
    lifecycle: row.retired ? 'retired' : row.deprecated === undefined ? 'active' : 'deprecated',
    deprecated_at: day(row.deprecated),
    retires_at: day(row.retires),
    line: row.line,
    max_input_tokens: row.context,
    max_tokens: row.output,
    capabilities: {
      batch: can(true),
      citations: can(true),
      code_execution: can(recent),
      context_management: {
        supported: true,
        clear_thinking_20251015: can(recent),
        clear_tool_uses_20250919: can(true),
        compact_20260112: can(row.generation >= 4.6),
      },
      effort: {
        supported: row.efforts.length > 0,
        low: effort('low'),
        medium: effort('medium'),
        high: effort('high'),
        xhigh: effort('xhigh'),
        max: effort('max'),
      },
      image_input: can(true),
      pdf_input: can(true),
      server_tools: { supported: true, code_execution: can(recent), web_search: can(true) },
      structured_outputs: can(recent),
      thinking: {
        supported: true,
        types: {
          adaptive: thinking('adaptive'),
          between_tools: thinking('between_tools'),
          disabled: thinking('disabled'),
          enabled: thinking('enabled'),
        },
      },
    },
  };
}

/** All models, the newest first, retired ones included. */
export const models: readonly SimulatedModel[] = rows.map((row) => ({
  info: infoOf(row),
  aliases: row.aliases ?? [],
  ttftMs: row.pace[0],
  perInputTokenMs: row.pace[1],
  tokensPerSecond: row.pace[2],
  tokenizer: row.generation > 4.6 ? 1.36 : 1,
  sampling: row.generation <= 4.6,
  prefill: row.generation < 4.6,
  thinksByDefault: row.generation >= 5 && row.line !== 'haiku',
  omitsThinking: row.generation > 4.6,
  fast: row.line === 'opus' && row.generation >= 5,
}));

/** The model with this id or alias that still answers. */
export function findModel(id: string): SimulatedModel | undefined {
  return models.find(
    ({ info, aliases }) => info.lifecycle !== 'retired' && (info.id === id || aliases.includes(id)),
  );
}
