import type { TestRecord } from '../../test/support/testRecord.ts';

/** The groups of tests, in the order in which `npm test` runs the first four. */
export const tierNames = ['unit', 'node', 'host', 'e2e', 'desktop'] as const;

/** One group of tests. */
export type TierName = (typeof tierNames)[number];

/** Runs the tests that the filter names by their path in the tier, prints them as they end, and resolves with a record of each. */
export type Tier = (filter: string) => Promise<readonly TestRecord[]>;
