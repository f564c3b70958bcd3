/** HTTP attempts of a run in all, the first one included. */
export const maxAttempts = 3;
