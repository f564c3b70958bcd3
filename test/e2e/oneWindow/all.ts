import { delimiter } from 'node:path';
import { pathToFileURL } from 'node:url';

// The files of this folder that are meant, in one process: so they share one VS Code.
for (const file of (process.env.PROMPT_TUNER_FILES ?? '').split(delimiter)) {
  await import(pathToFileURL(file).href);
}
