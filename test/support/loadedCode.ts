import { Session } from 'node:inspector';
import { fileURLToPath } from 'node:url';

/** Paths of all files whose code this process has loaded so far, relative to a folder, in any module format. */
export function loadedFiles(folder: string): readonly string[] {
  const session = new Session();
  session.connect();
  const paths: string[] = [];
  session.on('Debugger.scriptParsed', ({ params }) => {
    const path = params.url.startsWith('file:') ? fileURLToPath(params.url) : params.url;
    if (path.startsWith(folder)) paths.push(path.slice(folder.length).replace(/^[\\/]/, ''));
  });
  // Enabling tells of every script that is there, within the call.
  session.post('Debugger.enable');
  session.disconnect();
  return [...new Set(paths)];
}
