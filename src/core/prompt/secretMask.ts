/** Hides secrets in a text that comes in pieces, in time proportional to its length. */
export interface SecretMask {
  /** What may be shown after one more piece; what can still become part of a secret is held back. */
  push(piece: string): string;
  /** What was held back, for nothing comes after. */
  flush(): string;
}

/** A secret, and how far the text so far has come to it. */
interface Sought {
  readonly name: string;
  readonly secret: string;
  /** By the length of a part that was matched: the next shorter beginning of the secret that ends in the same way. */
  readonly borders: readonly number[];
  matched: number;
}

/** Characters that secrets cover, counted from the beginning of the text. */
interface Covered {
  readonly start: number;
  readonly end: number;
  readonly longest: Sought;
}

/**
 * A mask that shows each secret as its name, such as `«api_key»`. Where secrets overlap, the name of the longest stands
 * for all that they cover, so that nothing of any of them is left (search by Knuth, Morris and Pratt).
 */
export function secretMask(secrets: ReadonlyMap<string, string>): SecretMask {
  const sought = Array.from(secrets, ([name, secret]) => soughtOf(name, secret));
  let pieces: string[] = [];
  let head = 0;
  let start = 0;
  let end = 0;
  let covered: Covered[] = [];

  const cover = (found: Covered): void => {
    let { start: from, longest } = found;
    for (let last = covered.at(-1); last !== undefined && last.end > from; last = covered.at(-1)) {
      from = Math.min(from, last.start);
      if (last.longest.secret.length >= longest.secret.length) longest = last.longest;
      covered.pop();
    }
    covered.push({ start: from, end: found.end, longest });
  };

  const take = (until: number): string => {
    const taken: string[] = [];
    while (start < until) {
      const piece = pieces[head] ?? '';
      const text = piece.slice(0, until - start);
      taken.push(text);
      start += text.length;
      if (text.length < piece.length) pieces[head] = piece.slice(text.length);
      else head += 1;
    }
    // Only when most are done with: each piece is moved a few times at most.
    if (head * 2 > pieces.length) {
      pieces = pieces.slice(head);
      head = 0;
    }
    return taken.join('');
  };

  const show = (open: number): string => {
    let shown = '';
    const done = covered.findIndex((stretch) => stretch.end > open);
    const settled = done === -1 ? covered : covered.slice(0, done);
    for (const stretch of settled) {
      shown += take(stretch.start);
      take(stretch.end);
      shown += `«${stretch.longest.name}»`;
    }
    covered = covered.slice(settled.length);
    return shown + take(Math.min(open, covered[0]?.start ?? open));
  };

  return {
    push: (piece) => {
      if (piece === '') return '';
      pieces.push(piece);
      for (let i = 0; i < piece.length; i++) {
        end += 1;
        const unit = piece[i];
        for (const each of sought) {
          if (advance(each, unit)) cover({ start: end - each.secret.length, end, longest: each });
        }
      }
      const begun = sought.map((each) => begunBy(each));
      return show(end - Math.max(0, ...begun));
    },
    flush: () => show(end),
  };
}

function soughtOf(name: string, secret: string): Sought {
  const borders = [0, 0];
  for (let i = 1; i < secret.length; i++) {
    let border = borders[i] ?? 0;
    while (border > 0 && secret[border] !== secret[i]) border = borders[border] ?? 0;
    borders.push(secret[border] === secret[i] ? border + 1 : 0);
  }
  return { name, secret, borders, matched: 0 };
}

/** Takes one more UTF-16 unit; whether the text now ends with the secret. */
function advance(each: Sought, unit: string | undefined): boolean {
  const { secret, borders } = each;
  let matched = begunBy(each);
  while (matched > 0 && secret[matched] !== unit) matched = borders[matched] ?? 0;
  each.matched = secret[matched] === unit ? matched + 1 : 0;
  return each.matched === secret.length;
}

/** Characters at the end of the text that can still become the secret. */
function begunBy({ secret, borders, matched }: Sought): number {
  return matched === secret.length ? (borders[matched] ?? 0) : matched;
}
