import { Models } from '@anthropic-ai/sdk/resources/models';
import type { Connection } from '../../core/request/connection.ts';
import type { ModelInfo } from '../../core/request/model.ts';
import { type AskOptions, ask } from './ask.ts';
import { modelInfoOf } from './modelInfo.ts';
import type { Result } from './result.ts';

const pageSize = 100;

/** A gateway that never stops to say that there is more is not asked for more than this. */
const mostModels = 2_000;

/** All models that this connection's key may use, newest first as the API lists them. */
export function listModels(
  connection: Connection,
  options: AskOptions,
): Promise<Result<readonly ModelInfo[]>> {
  return ask(connection, null, options, async (client, signal) => {
    const models: ModelInfo[] = [];
    const list = new Models(client).list({ limit: pageSize }, { signal });
    for await (const model of list) {
      const info = modelInfoOf(model);
      if (info !== null) models.push(info);
      if (models.length >= mostModels) break;
    }
    return models;
  });
}
