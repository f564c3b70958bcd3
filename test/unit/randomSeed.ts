import { randomInt } from 'node:crypto';

/** Seed of this run's random tests, in their names; `SEED=n npm run test:unit` repeats a run. */
export const randomSeed = Number(process.env.SEED ?? randomInt(2 ** 32));
