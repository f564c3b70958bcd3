/** A token of a byte pair encoding: its text, or its bytes where they are no UTF-8 by themselves. */
export type RankedToken = string | readonly number[];

const singleBytes = 256;
// The low, middle and high bytes of both halves, each kind by itself: so they compress best.
const planes = [0, 8, 16] as const;
const beyondAscii = /[\x80-\xff]/;
const utf8 = new TextDecoder();

/**
 * Tokens in the order of their ranks as bytes: those of one byte, then for each further token the ranks of the two
 * tokens that are merged into it (P. Gage, “A New Algorithm for Data Compression”, 1994).
 */
export function mergesOf(tokens: readonly RankedToken[]): Uint8Array {
  const texts = tokens.map(latin);
  const ranks = new Map(texts.map((text, rank) => [text, rank]));
  const halves = texts.slice(singleBytes).map((text, at) => halvesOf(text, at + singleBytes, ranks));
  const sides = [halves.map(([left]) => left), halves.map(([, right]) => right)];
  return Buffer.concat([
    Buffer.from(texts.slice(0, singleBytes).join(''), 'latin1'),
    ...sides.flatMap((side) => planes.map((shift) => Buffer.from(side.map((rank) => (rank >> shift) & 255)))),
  ]);
}

/** The tokens that {@link mergesOf} wrote. A few tens of milliseconds for 100,000. */
export function tokensOf(merges: Uint8Array): readonly RankedToken[] {
  const count = (merges.length - singleBytes) / (2 * planes.length);
  const rankAt = (from: number): number =>
    (merges[from] ?? 0) | ((merges[from + count] ?? 0) << 8) | ((merges[from + 2 * count] ?? 0) << 16);
  const texts = Array.from(merges.subarray(0, singleBytes), (byte) => String.fromCharCode(byte));
  for (let at = singleBytes; at < singleBytes + count; at++) {
    texts.push((texts[rankAt(at)] ?? '') + (texts[rankAt(at + planes.length * count)] ?? ''));
  }
  return texts.map((text) => (beyondAscii.test(text) ? tokenOf(text) : text));
}

/** The two tokens that are merged last when this one is made by the ranks before its own. */
function halvesOf(text: string, rank: number, ranks: ReadonlyMap<string, number>): readonly [number, number] {
  const parts = [...text];
  while (parts.length > 2) {
    const pairs = parts.slice(1).map((part, at) => ranks.get(`${parts[at]}${part}`) ?? rank);
    const lowest = Math.min(...pairs);
    if (lowest >= rank) break;
    const at = pairs.indexOf(lowest);
    parts.splice(at, 2, `${parts[at]}${parts[at + 1]}`);
  }
  const [left, right] = parts.map((part) => ranks.get(part));
  if (parts.length !== 2 || left === undefined || right === undefined) {
    throw new Error(`Token ${rank} is not made of two earlier ones.`);
  }
  return [left, right];
}

/** The token's bytes, a character each. */
function latin(token: RankedToken): string {
  return Buffer.from(token).toString('latin1');
}

// The tokenizer's table has its bytes for what a text would change: no UTF-8, or a byte order mark in front.
function tokenOf(latinText: string): RankedToken {
  const bytes = Buffer.from(latinText, 'latin1');
  const text = utf8.decode(bytes);
  return latin(text) === latinText ? text : [...bytes];
}
