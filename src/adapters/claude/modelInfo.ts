import {
  type Effort,
  efforts,
  type Lifecycle,
  type ModelInfo,
  type ThinkingSupport,
} from '../../core/request/model.ts';
import { membersOf, numberOf, stringOf } from './shape.ts';

/** A model as `GET /v1/models` lists it, also by gateways that tell little more than its id; null without an id. */
export function modelInfoOf(value: unknown): ModelInfo | null {
  const model = membersOf(value);
  const id = stringOf(model.id);
  if (id === null || id === '') return null;
  const capabilities = model.capabilities == null ? null : membersOf(model.capabilities);
  return {
    id,
    name: stringOf(model.display_name) ?? id,
    line: stringOf(model.line),
    lifecycle: lifecycleOf(model.lifecycle),
    created: dateOf(model.created_at),
    retires: dateOf(model.retires_at),
    maxInputTokens: numberOf(model.max_input_tokens),
    maxOutputTokens: numberOf(model.max_tokens),
    efforts: effortsOf(capabilities?.effort),
    thinking: thinkingOf(capabilities?.thinking),
  };
}

function lifecycleOf(value: unknown): Lifecycle {
  return value === 'active' || value === 'deprecated' || value === 'retired' ? value : 'unknown';
}

/** The API gives an epoch value where it does not know the date. */
function dateOf(value: unknown): string | null {
  const date = /^\d{4}-\d\d-\d\d/.exec(stringOf(value) ?? '')?.[0] ?? null;
  return date === null || date.startsWith('1970-') ? null : date;
}

function effortsOf(value: unknown): readonly Effort[] | null {
  if (value == null) return null;
  const effort = membersOf(value);
  if (effort.supported !== true) return [];
  return efforts.filter((level) => isSupported(effort[level]));
}

function thinkingOf(value: unknown): ThinkingSupport | null {
  if (value == null) return null;
  const thinking = membersOf(value);
  const types = membersOf(thinking.types);
  return {
    supported: thinking.supported === true,
    adaptive: isSupported(types.adaptive),
    budget: isSupported(types.enabled),
    off: isSupported(types.disabled) ? 'disabled' : isSupported(types.between_tools) ? 'between_tools' : null,
  };
}

function isSupported(value: unknown): boolean {
  return membersOf(value).supported === true;
}
