const common = new Set(
  'one two three four five six seven eight nine ten about above after again against answer before being below between could doing during each every following from further given have having input into items message might more most must never nothing only other output please prompt provide question reply respond response return should since some such task text than that their them then there these they thing things this those through under until user using very want well were what when where which while will with within without would write you your assistant always important user’s make sure summarise summarize classify explain describe list write rewrite detail details help helpful nice good better best faster email mail label reply json table code yes only sentence short brief concise detailed thorough following task role also first second third people person ideas based language english words word user users carefully expert tone style format using used tell take give given keep like need needs know thorough thoroughly paragraph paragraphs clear clearly polite friendly professional ensure sentence sentences words'.split(
    ' ',
  ),
);

/** The words that a prompt is about, most frequent first; never empty. */
export function topicsOf(text: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/\p{L}[\p{L}’-]{3,24}/gu)) {
    if (!common.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  return ranked.length >= 2 ? ranked.slice(0, 8) : [...ranked, 'the plan', 'the details'];
}
