import type { DocumentRule } from '../rule.ts';
import { descriptionOf } from '../weights.ts';
import { adviceOn } from './adviceOn.ts';

const most = 120;
const charactersPerToken = 4;

/** The description of a skill or an agent is long, and it is loaded into every conversation. */
export const longDescription: DocumentRule = {
  info: {
    id: 'PT29',
    title: 'Long description',
    why: 'The description is in every conversation, so that the model knows when to use the rest; the body is loaded only then.',
    evidence:
      'Anthropic reckons with about 100 tokens for name and description of a skill, and takes 1,024 characters at most.',
    tier: 'advice',
    defaultOn: true,
    offFor: ['prompt', 'instructions', 'claude-md', 'prompty', 'markdown', 'text', 'code'],
    rank: 1,
    examples: {
      kind: 'skill',
      fixes: [],
      flags: [
        `---\nname: letters\ndescription: ${'Writes letters to guests of the hotel, in their language. '.repeat(14)}\n---\n\nWrite.`,
      ],
      leaves: [
        '---\nname: letters\ndescription: Writes letters to guests. Use when a guest has to be told something.\n---\n\nWrite.',
      ],
    },
  },
  *find({ text, kind }, { count }) {
    const description = descriptionOf(text, kind);
    const tokens = count === null ? Math.round(description.length / charactersPerToken) : count(description);
    if (description === '' || tokens <= most) return;
    yield adviceOn({ tokens, most });
  },
};
