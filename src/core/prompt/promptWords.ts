/** What every source in code holds that has a prompt in it: without any of these it need not be parsed. */
export const promptWords = /prompt|system|instruction|persona|guideline|role|message\s*\(/i;
