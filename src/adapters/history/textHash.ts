import { createHash } from 'node:crypto';

/** SHA-256 of a text, hex: of its UTF-8, or of its UTF-16 where half a surrogate pair stands in it. */
export function textHash(text: string): string {
  // UTF-8 has no form for half a pair: texts that differ in nothing else would get one hash.
  return createHash('sha256')
    .update(hasHalfPair(text) ? utf16Of(text) : text)
    .digest('hex');
}

/** A text as it is put into a column: as UTF-16 where a text of SQLite would lose something. */
export function columnOfText(text: string): string | Uint8Array {
  // Node 22 reads a text no further than to its first zero.
  return hasHalfPair(text) || text.includes('\0') ? utf16Of(text) : text;
}

/** The text that {@link columnOfText} put there. */
export function textOfColumn(column: string | Uint8Array): string {
  if (typeof column === 'string') return column;
  return Buffer.from(column.buffer, column.byteOffset, column.byteLength).toString('utf16le');
}

function hasHalfPair(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

function utf16Of(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}
