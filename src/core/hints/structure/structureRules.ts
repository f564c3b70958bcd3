import type { DocumentRule } from '../rule.ts';
import { answerLength } from './answerLength.ts';
import { cacheOrder } from './cacheOrder.ts';
import { chatterSwitch } from './chatter.ts';
import { contradiction } from './contradiction.ts';
import { decoration } from './decoration.ts';
import { duplicateSentence, nearDuplicate } from './duplicates.ts';
import { emphasisCount } from './emphasisCount.ts';
import { fewShotWeight } from './fewShotWeight.ts';
import { longDescription } from './longDescription.ts';
import { prettyJson } from './minify.ts';
import { variables } from './variables.ts';
import { whitespace } from './whitespace.ts';
import { wordLimit } from './wordLimit.ts';

/** The rules that look at a whole document. */
export const documentRules: readonly DocumentRule[] = [
  duplicateSentence,
  nearDuplicate,
  whitespace,
  decoration,
  prettyJson,
  emphasisCount,
  wordLimit,
  answerLength,
  contradiction,
  chatterSwitch,
  cacheOrder,
  variables,
  fewShotWeight,
  longDescription,
];
