import { createHash } from 'node:crypto';

/** SHA-256 of a text, hex: of its UTF-8, or of its UTF-16 where half a surrogate pair stands in it. */
export function textHash(text: string): string {
  return createHash('sha256')
    .update(hasLoneSurrogate(text) ? utf16Of(text) : text)
    .digest('hex');
}

/** Whether UTF-8 would lose something: it has no form for half a surrogate pair. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

/** The text as UTF-16, little end first: keeps every string. */
export function utf16Of(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}

/** The text of which {@link utf16Of} made the bytes. */
export function textOfUtf16(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf16le');
}
