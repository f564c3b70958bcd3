import { checkKey } from './auth.ts';
import { sleepUntil } from './clock.ts';
import { notFound } from './errors.ts';
import type { Exchange } from './exchange.ts';
import { findModel, models } from './models.ts';
import type { State } from './state.ts';

/** `GET /v1/models`, paged by `limit`, `after_id` and `before_id`, and `GET /v1/models/{id}`. */
export async function modelList(
  exchange: Exchange,
  state: State,
  path: string,
  query: URLSearchParams,
): Promise<void> {
  const error = state.options.models
    ? checkKey(exchange.request.headers, state.options)
    : notFound('Not found');
  if (error !== null) return exchange.refuse(error);
  const { wire } = exchange;
  if (!(await sleepUntil(wire.entry.receivedAt + 90 * state.options.speed, wire.gone))) return;
  const id = decodeURIComponent(path.slice('/v1/models/'.length));
  if (id !== '') {
    const found = findModel(id);
    return found === undefined ? exchange.refuse(notFound(`model: ${id}`)) : exchange.json(200, found.info);
  }
  const asked = [...query.getAll('lifecycle'), ...query.getAll('lifecycle[]')];
  const stages = asked.length > 0 ? asked : ['active', 'deprecated'];
  const all = models.map(({ info }) => info).filter(({ lifecycle }) => stages.includes(lifecycle));
  const place = (name: string) => all.findIndex((info) => info.id === query.get(name));
  const limit = Math.min(1000, Math.max(1, Number(query.get('limit') ?? 20)));
  const before = query.has('before_id') ? place('before_id') : all.length;
  const from = query.has('before_id') ? Math.max(0, before - limit) : place('after_id') + 1;
  const data = all.slice(from, Math.min(before, from + limit));
  const more = query.has('before_id') ? from > 0 : from + limit < all.length;
  exchange.json(200, {
    data,
    has_more: more,
    first_id: data[0]?.id ?? null,
    last_id: data.at(-1)?.id ?? null,
  });
}
