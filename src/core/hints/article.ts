const silentH = /^(?:hour|honest|honou?r|heir)/;
const soundsLikeYou = /^(?:u(?:ni(?!n|m|d)|s[aeiu]|tili|tensil|biq|[rt]il)|eu|ewe|one\b|once\b)/;

/** The article before a word, `a` or `an`, or null where spelling does not tell, as for acronyms and numbers. */
export function articleFor(word: string): 'a' | 'an' | null {
  if (!/^\p{L}\p{Ll}+/u.test(word)) return null;
  const lower = word.toLowerCase();
  if (silentH.test(lower)) return 'an';
  if (soundsLikeYou.test(lower)) return 'a';
  return /^[aeiou]/.test(lower) ? 'an' : 'a';
}
