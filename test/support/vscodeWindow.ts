import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage } from './browser.ts';
import { projectRoot } from './paths.ts';
import { type ServerOptions, startVscodeServer, type VscodeServer } from './vscodeServer.ts';
import { Workbench } from './workbench.ts';
import { copyWorkspace, type Workspace } from './workspace.ts';

/** A VS Code window with the extension and a workspace of its own, open in a browser. */
export interface VscodeWindow {
  readonly server: VscodeServer;
  readonly browser: Browser;
  readonly page: Page;
  readonly workbench: Workbench;
  readonly workspace: Workspace;
  /** Closes and removes everything. */
  close(): Promise<void>;
}

/** Opens VS Code with the extension under development on a copy of a fixture workspace. */
export async function openVscode(
  options: ServerOptions & { readonly fixture?: string } = {},
): Promise<VscodeWindow> {
  const opened: (() => Promise<void> | void)[] = [];
  const close = async (): Promise<void> => {
    for (const undo of opened.splice(0).reverse()) await undo();
  };
  try {
    const workspace = copyWorkspace(options.fixture);
    opened.push(() => workspace.remove());
    const development = options.vsix === undefined ? { extensionDevelopmentPath: projectRoot } : {};
    const server = await startVscodeServer({ ...development, ...options });
    opened.push(() => server.stop());
    const browser = await launchBrowser();
    opened.push(() => browser.close());
    const page = await openPage(browser);
    if (options.language !== undefined) await speak(page, options.language);
    const workbench = new Workbench(page);
    await workbench.open(server.url(workspace.path));
    return { server, browser, page, workbench, workspace, close };
  } catch (error) {
    await close();
    throw error;
  }
}

// A build without language packs has English texts of its own, and hands the language on to extensions.
async function speak(page: Page, language: string): Promise<void> {
  await page.addInitScript((value) => Reflect.set(globalThis, '_VSCODE_NLS_LANGUAGE', value), language);
}
