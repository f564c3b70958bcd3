const signed = /([≈≤≥±=]|\bp\d+) (?=[+−-]?\p{Sc}?\d)/gu;
// A digit within a name (`v4 against v3`) counts nothing, and after a full stop or a comma something else begins.
const counted = /((?:^|[^\p{L}\d.,])\d(?:[\d.,]*\d)?) (?=\p{L}|%)/gu;
// A line may end behind a stroke too, as in `tok/s`.
const slashed = /(\d\u00a0\p{L}+\/)(?=\p{L})/gu;

/** The same words with every number kept on one line with its sign (`≈ 412`, `p95 0.6`) and with the unit or word that it counts (`5.4 s`, `812 tokens`). */
export function unbroken(text: string): string {
  return text.replaceAll(signed, '$1\u00a0').replaceAll(counted, '$1\u00a0').replaceAll(slashed, '$1\u2060');
}
