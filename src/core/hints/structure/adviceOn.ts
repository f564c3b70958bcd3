import type { Finding, Insertion } from '../finding.ts';
import type { Candidate } from '../rule.ts';

/** Advice on a whole document: it has no place, so it is an empty range at the start; lines are among its facts. */
export function adviceOn(data: Finding['data'], insertions: readonly Insertion[] = []): Candidate {
  return { tier: 'advice', scope: 'document', start: 0, end: 0, replacement: null, insertions, data };
}
