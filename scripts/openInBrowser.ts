import { spawn } from 'node:child_process';

/** Opens an address in the person's browser where there is a display; does nothing elsewhere. */
export function openInBrowser(url: string): void {
  const opener = openerFor(process.platform);
  if (opener === null) return;
  const [command, ...args] = opener;
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  // Without a browser the printed address is enough.
  child.on('error', () => undefined);
  child.unref();
}

function openerFor(platform: NodeJS.Platform): readonly [string, ...string[]] | null {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ['xdg-open'] : null;
}
