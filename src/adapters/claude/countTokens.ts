import type { Connection } from '../../core/request/connection.ts';
import type { PreparedRequest } from '../../core/request/wireRequest.ts';
import { type AskOptions, ask } from './ask.ts';
import type { Result } from './result.ts';
import { membersOf, numberOf } from './shape.ts';

/** The fields of a request that `count_tokens` takes; it answers 400 to others. Source: `MessageCountTokensParams` of the SDK. */
const countedFields = [
  'model',
  'messages',
  'system',
  'thinking',
  'output_config',
  'tools',
  'tool_choice',
  'cache_control',
];

/** Asks the API how many input tokens a request has; an estimate by its own word, free, and never billed. */
export function countTokens(
  request: PreparedRequest,
  connection: Connection,
  options: AskOptions,
): Promise<Result<number>> {
  const fields = Object.entries(request.body).filter(([name]) => countedFields.includes(name));
  return ask(connection, request.version, options, async (client, signal) => {
    const answer: unknown = await client.post('/v1/messages/count_tokens', {
      body: Object.fromEntries(fields),
      signal,
    });
    const tokens = numberOf(membersOf(answer).input_tokens);
    if (tokens === null) throw new Error('The answer holds no input_tokens.');
    return tokens;
  });
}
