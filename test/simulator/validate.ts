import { type ApiError, invalid, notFound } from './errors.ts';
import type { SimulatedModel } from './models.ts';
import type { MessagesRequest } from './request.ts';

const levels = ['low', 'medium', 'high', 'xhigh', 'max'] as const;
const types = ['adaptive', 'between_tools', 'disabled', 'enabled'] as const;

function checkSampling(request: MessagesRequest, model: SimulatedModel, version: string): ApiError | null {
  const [name] = request.sampling;
  if (name === undefined) return null;
  if (version >= '2026-10-21') return invalid(`\`${name}\` is not supported in API version ${version}.`);
  return model.sampling ? null : invalid(`\`${name}\` is deprecated for this model.`);
}

function checkThinking(request: MessagesRequest, model: SimulatedModel): ApiError | null {
  if (request.thinking === null) return null;
  const { type, budget } = request.thinking;
  const known = types.find((entry) => entry === type);
  if (known === undefined) {
    return invalid(
      `thinking: Input tag '${type}' does not match any of the expected tags: ${types.join(', ')}`,
    );
  }
  if (model.info.capabilities?.thinking.types[known].supported !== true) {
    return invalid(`"thinking.type.${type}" is not supported for this model.`);
  }
  if (known !== 'enabled') return null;
  if (budget === null) return invalid('thinking.enabled.budget_tokens: Field required');
  if (budget < 1024) {
    return invalid('thinking.enabled.budget_tokens: Input should be greater than or equal to 1024');
  }
  if (request.maxTokens !== null && budget >= request.maxTokens) {
    return invalid('`max_tokens` must be greater than `thinking.budget_tokens`.');
  }
  return null;
}

function checkEffort(request: MessagesRequest, model: SimulatedModel): ApiError | null {
  if (request.effort === null) return null;
  const level = levels.find((entry) => entry === request.effort);
  if (level === undefined) {
    return invalid(`output_config.effort: Input should be 'low', 'medium', 'high', 'xhigh' or 'max'`);
  }
  const effort = model.info.capabilities?.effort;
  if (effort?.supported !== true)
    return invalid('output_config.effort: This model does not support the effort parameter.');
  if (effort[level]?.supported !== true) {
    return invalid(`output_config.effort: This model does not support effort level '${level}'.`);
  }
  const off = request.thinking?.type === 'disabled' || request.thinking?.type === 'between_tools';
  if (off && (level === 'xhigh' || level === 'max')) {
    return invalid(`output_config.effort: Effort level '${level}' is not allowed with thinking off.`);
  }
  return null;
}

/** What the API refuses before it looks at the model: a missing version or field. */
export function checkFields(
  request: MessagesRequest,
  version: string | undefined,
  counting: boolean,
): ApiError | null {
  if (version === undefined) return invalid('anthropic-version: header is required');
  if (version !== '2023-06-01' && version !== '2026-10-21') {
    return invalid(`anthropic-version: "${version}" is not a valid version.`);
  }
  if (request.model === '') return invalid('model: Field required');
  if (request.maxTokens === null && !counting) return invalid('max_tokens: Field required');
  if (request.turns.length === 0) return invalid('messages: at least one message is required');
  const empty = request.turns.findIndex((turn) => turn.blocks.every((block) => block.text.trim() === ''));
  if (empty >= 0) return invalid(`messages.${empty}: user messages must have non-empty content`);
  return null;
}

/** What the API refuses because this model does not take it; null when it takes all. */
export function checkModel(
  request: MessagesRequest,
  model: SimulatedModel | undefined,
  version: string,
  inputTokens: number,
): ApiError | null {
  if (model === undefined) return notFound(`model: ${request.model}`);
  const { max_tokens: most, max_input_tokens: context } = model.info;
  if (request.maxTokens !== null && request.maxTokens < 1) {
    return invalid('max_tokens: Input should be greater than or equal to 1');
  }
  if (request.maxTokens !== null && most !== null && request.maxTokens > most) {
    return invalid(
      `max_tokens: ${request.maxTokens} > ${most}, which is the maximum allowed number of output tokens for ${request.model}`,
    );
  }
  if (request.turns.at(-1)?.role === 'assistant' && !model.prefill) {
    return invalid(
      'This model does not support assistant message prefill. The conversation must end with a user message.',
    );
  }
  if (request.speed === 'fast' && !model.fast)
    return invalid('speed: This model does not support fast mode.');
  if (context !== null && inputTokens > context) {
    return invalid(`prompt is too long: ${inputTokens} tokens > ${context} maximum`);
  }
  return (
    checkSampling(request, model, version) ?? checkThinking(request, model) ?? checkEffort(request, model)
  );
}
