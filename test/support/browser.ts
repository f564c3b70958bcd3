import { type Browser, chromium, type Page } from 'playwright-core';
import { ensureChromium } from './chromium.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing but this machine can be reached. Not by request interception: that delays every request of the
  // workbench and switches the browser's cache off.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** Starts a Chromium that reaches nothing but loopback addresses; the caller closes it. */
export async function launchBrowser(options: { readonly headless?: boolean } = {}): Promise<Browser> {
  return await chromium.launch({
    executablePath: await ensureChromium(),
    headless: options.headless ?? true,
    args: flags,
    timeout: 60_000,
  });
}

/** Opens a page of the size that the tests' pictures have. */
export async function openPage(browser: Browser, size = { width: 1280, height: 800 }): Promise<Page> {
  const context = await browser.newContext({ viewport: size, locale: 'en-US' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  return await context.newPage();
}
