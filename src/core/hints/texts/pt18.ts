import type { RuleExamples, RuleText } from '../rule.ts';

/** The words on PT18. */
export const pt18: RuleText = {
  title: 'Decoration',
  why: 'A heading stands out by being one, and a line of fifty signs separates no better than three.',
  evidence:
    'In 307 public prompts bold markers took 1.3 % of the tokens, rules, pictures and padding about 0.4 %.',
};

/** What PT18 changes, and what it leaves alone. */
export const pt18Examples: RuleExamples = {
  fixes: [
    { before: '### **Opening hours**\n\nAsk first.', after: '### Opening hours\n\nAsk first.' },
    { before: '## 🔧 Repairs\n\nAsk first.', after: '## Repairs\n\nAsk first.' },
    {
      before: 'First part.\n\n════════════════\n\nSecond part.',
      after: 'First part.\n\n===\n\nSecond part.',
    },
    {
      before: '════════════════\n■ Tone\n════════════════\nBe kind.',
      after: '===\n■ Tone\n===\nBe kind.',
    },
    { before: 'Be kind.\n\n---\n\n## Rules\n\nBe brief.', after: 'Be kind.\n\n## Rules\n\nBe brief.' },
    {
      before: '- **Always greet the guest.**\n- **Never quote a price.**\n- **Offer the menu.**\n',
      after: '- Always greet the guest.\n- Never quote a price.\n- Offer the menu.\n',
    },
    {
      before:
        '1. **Greet:** by name.\n   - Smile.\n   - Wait.\n2. **Seat:** by the fire.\n3. **Ask** - about the day.\n',
      after: '1. Greet: by name.\n   - Smile.\n   - Wait.\n2. Seat: by the fire.\n3. Ask - about the day.\n',
    },
    {
      before: '| Room      | Guests    |\n| --------- | --------- |\n| Garden    | 2         |\n',
      after: '| Room | Guests |\n| --- | --- |\n| Garden | 2 |\n',
    },
    {
      before: 'Be kind.\n\n<!-- TODO: ask Legal about this -->\n\nBe brief.',
      after: 'Be kind.\n\nBe brief.',
    },
  ],
  flags: [],
  leaves: [
    '## Output format\n\n### **Summary**\n\nOne sentence.',
    '## ✅ Do\n\nGreet.\n\n## ❌ Do not\n\nShout.',
    '## 🍕 Menu\n\nPut 🍕 before each dish.',
    'Separate the parts with a line like ═════════.\n\n═════════\n\nPart.',
    '### **Warm** colours\n\nAsk first.',
    '1. **Greet:** by name.\n   - Smile.\n2. Seat them.\n3. **Ask:** about the day.\n',
    '<!-- guest-list -->\n\nBe kind.',
    '# Write\n\nFill it in.\n\n---\n\n## NAME_START\n\n[Name]\n\n## NAME_END\n\n---\n\n## TOWN_START\n\n[Town]',
  ],
};
