import { format } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser, openPage } from './browser.ts';
import { projectRoot } from './paths.ts';
import { type Settings, startVscodeServer } from './vscodeServer.ts';

/** What runs inside an extension host. */
export interface HostRun {
  /** Absolute path of a CommonJS module with `run()`. */
  readonly entry: string;
  /** Absolute path of the folder that is open. */
  readonly workspace: string;
  readonly settings?: Settings;
  readonly env?: Readonly<Record<string, string>>;
  /** Absolute path of the extension; the project's own unless given. */
  readonly extension?: string;
  /** So long its console may be silent: ms. */
  readonly limitMs?: number;
  /** Is told each line that the host's console prints. */
  readonly onLine?: (line: string) => void;
}

/** Runs a module inside a real extension host, in a browser; resolves with the exit code, 0 when all is well. */
export async function runInExtensionHost(host: HostRun): Promise<number> {
  const server = await startVscodeServer({
    extensionDevelopmentPath: host.extension ?? projectRoot,
    extensionTestsPath: host.entry,
    settings: host.settings ?? {},
    env: host.env ?? {},
  });
  try {
    const browser = await launchBrowser();
    try {
      const page = await openPage(browser);
      const end = await endOf(page, host.limitMs ?? 240_000);
      await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
        end.putOff();
        host.onLine?.(format(...args));
      });
      await page.goto(server.url(host.workspace), { waitUntil: 'domcontentloaded' });
      return await end.exitCode();
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

interface HostEnd {
  /** Its exit code; rejects where its console is silent for too long. */
  exitCode(): Promise<number>;
  /** To be called with each sign of life. */
  putOff(): void;
}

async function endOf(page: Page, limitMs: number): Promise<HostEnd> {
  let end: (code: number) => void = () => {};
  const ended = new Promise<number>((resolve) => {
    end = resolve;
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => end(code));
  let timer: NodeJS.Timeout | undefined;
  return {
    exitCode: async () => {
      const silent = new Promise<never>((_, reject) => {
        const error = new Error(`The extension host was silent for ${limitMs / 1000} s`);
        timer = setTimeout(() => reject(error), limitMs);
      });
      return await Promise.race([ended, silent]).finally(() => {
        clearTimeout(timer);
        timer = undefined;
      });
    },
    putOff: () => {
      timer?.refresh();
    },
  };
}
