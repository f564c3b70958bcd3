const fields = [
  'cache_control',
  'container',
  'diagnostics',
  'inference_geo',
  'max_tokens',
  'messages',
  'metadata',
  'model',
  'output_config',
  'service_tier',
  'speed',
  'stop_sequences',
  'stream',
  'system',
  'temperature',
  'thinking',
  'tool_choice',
  'tools',
  'top_k',
  'top_p',
];

/** Names that the API's sentences use for a part of a field. */
const parts: Readonly<Record<string, string>> = {
  effort: 'output_config',
  format: 'output_config',
  budget_tokens: 'thinking',
  between_tools: 'thinking',
};

/**
 * The request field that the words of a 400 name, such as `temperature` in "temperature: Extra inputs…" or
 * `output_config` in "`output_config.effort` …"; null where they name none. First the path before the colon,
 * then what stands in quotes, then "the … parameter" and a field that the sentence begins with.
 */
export function parameterNamed(message: string): string | null {
  const path = /^[`'"]?([a-z_]+)[\w.[\]]*[`'"]?\s*:/.exec(message);
  const candidates = [path?.[1]];
  for (const quoted of message.matchAll(/[`'"]([a-z_]+)[\w.[\]]*[`'"]/g)) candidates.push(quoted[1]);
  candidates.push(/\b([a-z_]+)(?:\.[\w.]+)? (?:parameter|field|option)\b/.exec(message)?.[1]);
  candidates.push(/\b(?:parameter|field|option|inputs?):? ([a-z_]+)/.exec(message)?.[1]);
  candidates.push(/^([a-z_]+)\b/.exec(message)?.[1]);
  for (const candidate of candidates) {
    const field = candidate === undefined ? null : fieldOf(candidate);
    if (field !== null) return field;
  }
  // "adaptive thinking is not supported on this model"
  if (/\bthinking\b.*\b(supported|enabled|disabled|allowed)\b/i.test(message)) return 'thinking';
  return null;
}

function fieldOf(name: string): string | null {
  if (fields.includes(name)) return name;
  return Object.hasOwn(parts, name) ? (parts[name] ?? null) : null;
}
