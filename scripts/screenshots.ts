import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../test/support/browser.ts';
import { galleryStates } from '../test/support/gallery/galleryStates.ts';
import { galleryWindow } from '../test/support/gallery/galleryWindow.ts';
import type { PageName } from '../test/support/panelPage.ts';
import { projectRoot } from '../test/support/paths.ts';
import { type ThemeKind, themeKinds } from '../test/support/themes.ts';
import { bundle } from './bundle.ts';
import { galleryPage, type Picture } from './galleryPage.ts';

const folder = join(projectRoot, 'screenshots/gallery');
const widths = { output: [300, 1_000], history: [250, 600], compare: [400, 1_100] } as const;
/** A page in a window of this height, px. */
const lowest = 800;
/** Of a page higher than this, the part that is seen first is enough: px. */
const highest = 3_000;

await bundle({ dev: false });
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
try {
  const pictures: Picture[] = [];
  for (const panel of Object.keys(galleryStates) as PageName[]) {
    for (const theme of themeKinds) {
      for (const width of widths[panel]) pictures.push(...(await pictured(browser, panel, theme, width)));
    }
  }
  writeFileSync(join(folder, 'index.html'), galleryPage(pictures));
  process.stdout.write(`${pictures.length} pictures: ${join('screenshots/gallery', 'index.html')}\n`);
} finally {
  await browser.close();
}

/** Pictures of a page in all of its states, a file each. */
async function pictured<Name extends PageName>(
  of: Browser,
  panel: Name,
  theme: ThemeKind,
  width: number,
): Promise<readonly Picture[]> {
  const pictures: Picture[] = [];
  const window = galleryWindow(of, panel, { theme, width });
  for (const [state, told] of Object.entries(galleryStates[panel])) {
    const { page, settled } = await window.show(told);
    const file = `${panel}-${state}-${theme}-${width}.png`;
    await page.setViewportSize({ width, height: lowest });
    await settled();
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.min(height, highest) });
    await settled();
    await page.screenshot({ path: join(folder, file) });
    pictures.push({ file, panel, state, theme, width });
  }
  await window.close();
  return pictures;
}
