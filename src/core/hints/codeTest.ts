/** A test of characters by their code that costs little for those of ASCII. */
export function codeTest(pattern: RegExp): (code: number) => boolean {
  const plain = Uint8Array.from({ length: 0x80 }, (_, code) =>
    Number(pattern.test(String.fromCharCode(code))),
  );
  return (code) => (code >= 0x80 ? pattern.test(String.fromCodePoint(code)) : plain[code] === 1);
}
