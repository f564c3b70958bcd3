/** Sentences that fit almost any subject; `{a}` and `{b}` are words of the prompt, singular or plural. */
export const sentences: readonly string[] = [
  'The first thing to settle is the purpose of {a}, because everything else follows from that.',
  'In practice, the needs of {a} and those of {b} pull in different directions, and most trouble starts where nobody has said which side wins.',
  'A small experiment with {a} usually tells you more than a long discussion.',
  'Whatever already works for {b} can stay as it is; begin with {a}.',
  'It helps to write down what happens today before you decide what should change about {a}.',
  'Most people underestimate how much depends on the timing of {b} rather than on the effort.',
  'The risk is not an outright failure but a half-working state that nobody notices.',
  'You can check this cheaply: take ten recent cases that involve {a}, and count how often it matters.',
  'Under load, {b} tends to become the bottleneck, so plan for that early.',
  'There is a trade-off here: strict rules for {a} make it easier to reason about, and loose ones are easier to live with.',
  'Keep the part about {b} separate, so that a mistake there does not spread.',
  'What looks like a problem with {a} is often a problem of expectations.',
  'A reasonable default is to do the simple thing now and to note the condition under which you would change it.',
  'Two measurements are enough to begin with: how long the work on {a} takes, and how often somebody has to repeat it.',
  'Where the evidence is thin – and about {b} it often is – say so rather than guess.',
  'This keeps the handling of {a} predictable without too many rules for {b}.',
  'Any change to {b} deserves a second look, since its effects arrive late.',
  'The difference shows up only after a while, which is why it is easy to miss in a short test.',
  'Ask who reads the result: that person decides how much has to be said about {a}.',
  'Once that is done, the remaining work on {b} is mostly routine.',
  'If both options look equal, choose the one that is easier to undo.',
  'Most of the cases that go wrong have a single cause, and it is worth finding.',
];

/** How a talkative answer begins. */
export const openings: readonly string[] = [
  'Great question! Let’s look at {a} step by step.',
  'Sure – here is how I would think about {a}.',
  'Thanks for the details. The short version: look after {a} first, and after {b} second.',
  'There are a few things to consider about {a}, so let me go through them in order.',
  'Here’s an overview of {a} with a look at {b}.',
];

/** How a talkative answer ends. */
export const closings: readonly string[] = [
  'Let me know if you would like me to go deeper into {a}!',
  'In summary: start with {a}, keep everything around {b} simple, and measure before you change anything else.',
  'I hope this helps 🙂 – happy to adapt it to your situation.',
  'If you tell me more about {b}, I can make this more specific.',
];

/** Headings of sections. */
export const headings: readonly string[] = [
  'What matters most',
  'How to approach {a}',
  'The role of {b}',
  'Common mistakes',
  'Next steps',
  'Trade-offs',
];

/** Items of lists. */
export const items: readonly string[] = [
  '**Clarify {a}**: say in one line what it is for and what it is not for.',
  '**Measure first**: note the present state of {b}.',
  '**Reduce the scope** until everything about {a} fits on one page.',
  '**Name an owner** for {b}, even if it is only for a week.',
  '**Automate the check**, not the decision.',
  '**Review {a}** after the first ten cases.',
  '**Write down exceptions** as they appear; three of them are a pattern.',
  '**Remove what nobody uses**, starting with {b}.',
  '**Test the unhappy path** → what happens without {a}?',
  '**Agree on a deadline** and on what happens after it.',
];

/** Cells of tables: aspect, first view, second view. */
export const rows: readonly (readonly [string, string, string])[] = [
  ['Cost', 'low', 'moderate'],
  ['Time to start', '1 day', '≈ 2 weeks'],
  ['Effect on {a}', 'direct', 'indirect'],
  ['Effect on {b}', 'small', 'noticeable'],
  ['Easy to undo', 'yes', 'only early'],
  ['Needs review', 'rarely', 'every month'],
];

/** Blocks of code by language; `{a}` becomes an identifier. */
export const code = {
  ts: '```ts\nexport function {a}(items: readonly string[]): Map<string, number> {\n  const counts = new Map<string, number>();\n  for (const item of items) {\n    counts.set(item, (counts.get(item) ?? 0) + 1);\n  }\n  return counts;\n}\n```',
  python:
    '```python\ndef {a}(items: list[str]) -> dict[str, int]:\n    counts: dict[str, int] = {}\n    for item in items:\n        counts[item] = counts.get(item, 0) + 1\n    return counts\n```',
  sql: "```sql\nSELECT {a}, count(*) AS n\nFROM events\nWHERE created_at >= now() - interval '7 days'\nGROUP BY {a}\nORDER BY n DESC;\n```",
} as const;

/** How a model thinks aloud. */
export const thoughts: readonly string[] = [
  'The question is about {a}. Let me work out what is actually needed.',
  'The request names {a} and {b} and leaves the relation open.',
  'I should check whether {b} changes the answer. Probably not by much.',
  'One option is to begin with {a} and mention {b} later.',
  'The other option is to treat both together, but that would get long.',
  'What could go wrong? The word {a} might be meant more narrowly than I read it.',
  'I will keep the structure simple: first the point, then the reasons.',
  'Let me reconsider {b}: that is a constraint here rather than a goal.',
  'That settles it. I’ll write the answer now.',
];
