import type { ParseWrapper } from '@lezer/common';

/** What `@lezer/lr` knows of the tokens at a place, as far as it is used here: no part of its public interface. */
interface TokenCache {
  /** Triplets of an action, its token and that token’s end. */
  readonly actions: number[];
  addActions(stack: Stack, token: number, end: number, index: number): number;
}

interface Stack {
  readonly state: number;
}

/**
 * Makes the parses of one parser keep the actions of each state and token. Lezer goes through the whole list of a state’s
 * actions at every token, which is a quarter of a parse. A release whose inside is another is left as it is.
 */
export function keepingActions(): ParseWrapper {
  const kept: (readonly number[] | undefined)[][] = [];
  let search: TokenCache['addActions'];
  // One function for all parses: V8 knows what it calls. Plain loops: much of a first parse runs before V8 compiles.
  function addActions(this: TokenCache, stack: Stack, token: number, end: number, index: number): number {
    // Behind others it depends on those as well.
    if (index > 0) return search.call(this, stack, token, end, index);
    const { actions } = this;
    let ofState = kept[stack.state];
    if (ofState === undefined) {
      ofState = [];
      kept[stack.state] = ofState;
    }
    const known = ofState[token];
    if (known === undefined) {
      const length = search.call(this, stack, token, end, 0);
      const found: number[] = [];
      for (let at = 0; at < length; at += 3) found.push(actions[at] as number);
      ofState[token] = found;
      return length;
    }
    let length = 0;
    for (let at = 0; at < known.length; at++) {
      actions[length++] = known[at] as number;
      actions[length++] = token;
      actions[length++] = end;
    }
    return length;
  }
  return (parse) => {
    const cache = tokenCacheOf(parse);
    if (cache === null) return parse;
    search = cache.addActions;
    cache.addActions = addActions;
    return parse;
  };
}

function tokenCacheOf(parse: object): TokenCache | null {
  const { tokens: cache } = parse as { readonly tokens?: Partial<TokenCache> };
  const isKnown = typeof cache?.addActions === 'function' && Array.isArray(cache.actions);
  return isKnown ? (cache as TokenCache) : null;
}
