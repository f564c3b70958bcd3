import { type DocumentRule, ruleFacts } from '../rule.ts';
import { descriptionOf } from '../weights.ts';
import { adviceOn } from './adviceOn.ts';

const most = 120;
const charactersPerToken = 4;

/** The description of a skill or an agent is long, and it is loaded into every conversation. */
export const longDescription: DocumentRule = {
  info: ruleFacts('PT29', 'advice', {
    offFor: ['prompt', 'instructions', 'claude-md', 'prompty', 'markdown', 'text', 'code'],
    rank: 1,
  }),
  *find({ text, kind }, { count }) {
    const description = descriptionOf(text, kind);
    const tokens = count === null ? Math.round(description.length / charactersPerToken) : count(description);
    if (description === '' || tokens <= most) return;
    yield adviceOn({ tokens, most });
  },
};
