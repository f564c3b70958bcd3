/** The code of a character, 0 behind the end of the text: asking strings for what they don't have is slow. */
export function codeAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : 0;
}

/** Whether a letter or a digit is at an offset. */
export function isLetterAt(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at));
}

/** For each character of ASCII 1 where an expression finds it, else 0. */
export function asciiTable(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: 0x80 }, (_, code) => Number(pattern.test(String.fromCharCode(code))));
}
