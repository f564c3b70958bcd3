import type { DocumentRule } from '../rule.ts';

/** Rules about structure and about the document as a whole. */
export const documentRules: readonly DocumentRule[] = [];
