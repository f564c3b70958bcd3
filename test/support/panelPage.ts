import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { CompareToHost, HostToCompare } from '../../src/webview/compareProtocol.ts';
import type { HistoryToHost, HostToHistory } from '../../src/webview/historyProtocol.ts';
import type { HostToOutput, OutputToHost } from '../../src/webview/protocol.ts';
import { projectRoot } from './paths.ts';
import { type ThemeKind, themeClasses, themeCss, themeKinds } from './themes.ts';

/** The pages, with what each is told and tells. */
interface Talk {
  readonly output: { readonly told: HostToOutput; readonly tells: OutputToHost };
  readonly history: { readonly told: HostToHistory; readonly tells: HistoryToHost };
  readonly compare: { readonly told: HostToCompare; readonly tells: CompareToHost };
}

/** A page by the name of its script and style sheet. */
export type PageName = keyof Talk;

/** What a page is told. */
export type Told<Name extends PageName> = Talk[Name]['told'];

/** A webview's page in a plain browser, with the test in the place of the extension host. */
export interface PanelPage<Name extends PageName = 'output'> {
  readonly page: Page;
  /** Hands messages to the page in this order, all in one turn. */
  send(...messages: readonly Told<Name>[]): Promise<void>;
  /** Hands messages to the page and resolves when what they say stands there. */
  tell(...messages: readonly Told<Name>[]): Promise<void>;
  /** What the page has said so far. */
  posted(): Promise<readonly Talk[Name]['tells'][]>;
  /** What the page said last. */
  last(): Promise<Talk[Name]['tells'] | undefined>;
  /** The text of the element that matches, its white space as one space. */
  text(selector: string): Promise<string>;
  /** Gives the page another theme, as VS Code does to one that is open. */
  wear(theme: ThemeKind): Promise<void>;
  /** Resolves when all text that was sent stands on the page and has been painted. */
  settled(): Promise<void>;
  /** Everything that broke the rules: CSP violations, requests to elsewhere, errors. */
  misdeeds(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** How the page is opened. */
export interface PanelPageOptions {
  readonly theme?: ThemeKind;
  readonly width?: number;
  readonly height?: number;
  /** What the page takes for the time, ms since 1970; its clock stands still. */
  readonly now?: number;
  /** Run in the page before anything else. */
  readonly initScript?: () => void;
}

const nonce = 'bm9uY2U';
const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  ttf: 'font/ttf',
  html: 'text/html; charset=utf-8',
};

// What VS Code itself gives to the page, as far as the page can tell.
const stub = `
  globalThis.posted = [];
  globalThis.misdeeds = [];
  document.addEventListener('securitypolicyviolation', (event) =>
    misdeeds.push('policy: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));
  addEventListener('error', (event) => misdeeds.push('error: ' + event.message));
  globalThis.acquireVsCodeApi = () => ({
    postMessage: (message) => void posted.push(structuredClone(message)),
    getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
    setState: (state) => sessionStorage.setItem('state', JSON.stringify(state)),
  });`;

// The part of VS Code's own style sheet for webviews that concerns this page.
const vscodeCss = `@layer vscode-default {
  html { scrollbar-color: var(--vscode-scrollbarSlider-background) var(--vscode-editor-background); }
  body { overscroll-behavior-x: none; background-color: transparent; color: var(--vscode-editor-foreground);
    font-family: var(--vscode-font-family); font-weight: var(--vscode-font-weight);
    font-size: var(--vscode-font-size); margin: 0; padding: 0 20px; }
  code { font-family: var(--monaco-monospace-font); color: var(--vscode-textPreformat-foreground);
    background-color: var(--vscode-textPreformat-background); padding: 1px 3px; border-radius: 4px; }
  pre code { padding: 0; }
  blockquote { background: var(--vscode-textBlockQuote-background); border-color: var(--vscode-textBlockQuote-border); }
}
html { background: var(--vscode-editor-background); }`;

/** Opens the built page (`dist/webview`) under the content security policy that it has in VS Code. */
export async function openPanelPage<Name extends PageName>(
  browser: Browser,
  name: Name,
  options: PanelPageOptions = {},
): Promise<PanelPage<Name>> {
  const server = await listen((origin) => html(name, options, origin));
  const origin = originOf(server);
  const viewport = { width: options.width ?? 900, height: options.height ?? 800 };
  const context = await browser.newContext({ viewport, locale: 'en-US' });
  const page = await context.newPage();
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) elsewhere.push(`request: ${request.url()}`);
  });
  page.on('pageerror', (error) => elsewhere.push(`error: ${error.message}`));
  if (options.initScript !== undefined) await page.addInitScript(options.initScript);
  await page.goto(origin);
  await page.waitForFunction('posted.length > 0');
  const send = async (...messages: readonly Told<Name>[]) => {
    await page.evaluate((all) => {
      for (const message of all) postMessage(message, '*');
    }, messages);
  };
  const posted = async () => await page.evaluate<Talk[Name]['tells'][]>('posted');
  return {
    page,
    send,
    posted,
    tell: async (...messages) => {
      await send(...messages);
      await settle(page);
    },
    last: async () => (await posted()).at(-1),
    text: async (selector) =>
      ((await page.locator(selector).textContent()) ?? '').replaceAll(/\s+/g, ' ').trim(),
    wear: async (theme) => {
      await page.evaluate(putOn, [themeSheet(theme), themeClasses[theme]] as const);
      await settle(page);
    },
    settled: async () => await settle(page),
    misdeeds: async () => [...elsewhere, ...(await page.evaluate<string[]>('misdeeds'))],
    close: async () => {
      await context.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

// The page asks for frames only while it has text to build, so when the document stays the same for three frames
// after the messages were taken in, all of it stands there.
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    let changed = true;
    const observer = new MutationObserver(() => {
      changed = true;
    });
    const root = document.querySelector('#root') ?? document.body;
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let quiet = 0; quiet < 3; quiet = changed ? 0 : quiet + 1) {
      changed = false;
      await new Promise((resolve) => setTimeout(resolve));
      await frame();
    }
    observer.disconnect();
  });
}

// Run in the page. Transitions are at their end when it resolves.
async function putOn([sheet, classes]: readonly [string, string]): Promise<void> {
  const old = document.querySelector<HTMLLinkElement>('#theme');
  const link = old?.cloneNode() as HTMLLinkElement;
  link.href = sheet;
  const loaded = new Promise((resolve) => link.addEventListener('load', resolve));
  old?.replaceWith(link);
  await loaded;
  document.body.className = classes;
  for (const animation of document.getAnimations()) {
    if (animation instanceof CSSTransition) animation.finish();
  }
}

function listen(document: (origin: string) => string): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://panel').pathname;
    try {
      const body = path === '/' ? document(originOf(server)) : await content(path);
      const type = types[path === '/' ? 'html' : (path.split('.').at(-1) ?? '')] ?? 'text/plain';
      response.writeHead(200, { 'content-type': type }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function themeSheet(theme: ThemeKind): string {
  return `/theme-${theme}.css`;
}

async function content(path: string): Promise<string | Buffer> {
  if (path === '/vscode.css') return vscodeCss;
  const theme = themeKinds.find((kind) => path === themeSheet(kind));
  if (theme !== undefined) return themeCss(theme);
  return await readFile(join(projectRoot, 'dist/webview', path));
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function html(name: PageName, { theme = 'dark', now }: PanelPageOptions, origin: string): string {
  const clock = now === undefined ? '' : `Date.now = () => ${now};`;
  const policy = [
    `default-src 'none'`,
    `style-src ${origin}`,
    `font-src ${origin}`,
    `script-src 'nonce-${nonce}'`,
    `require-trusted-types-for 'script'`,
    'trusted-types lit-html',
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Prompt Tuner</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/vscode.css">
<link rel="stylesheet" id="theme" href="${themeSheet(theme)}">
<link rel="stylesheet" id="vscode-codicon-stylesheet" href="/codicon.css">
<link rel="stylesheet" href="/${name}.css">
<script nonce="${nonce}">${stub}${clock}</script>
</head><body class="${themeClasses[theme]}">
<main id="root"></main>
<script type="module" nonce="${nonce}" src="/${name}.js"></script>
</body></html>`;
}
