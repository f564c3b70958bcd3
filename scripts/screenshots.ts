import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../test/support/browser.ts';
import { type GalleryStates, galleryStates } from '../test/support/galleryStates.ts';
import { openPanelPage, type PageName } from '../test/support/panelPage.ts';
import { type ThemeKind, themeKinds } from '../test/support/themes.ts';
import { bundle } from './bundle.ts';
import { galleryPage, type Picture } from './galleryPage.ts';
import { projectRoot } from './paths.ts';

const folder = join(projectRoot, 'screenshots/gallery');
const widths = { output: [300, 1_000], history: [250, 600], compare: [400, 1_100] } as const;

await bundle({ dev: false });
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
try {
  const pictures: Picture[] = [];
  for (const panel of Object.keys(galleryStates) as (keyof GalleryStates)[]) {
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
  for (const [state, messages] of Object.entries(galleryStates[panel])) {
    const page = await openPanelPage(of, panel, { theme, width, height: 1_000 });
    await page.send(...messages);
    await page.settled();
    const file = `${panel}-${state}-${theme}-${width}.png`;
    await page.page.screenshot({ path: join(folder, file) });
    await page.close();
    pictures.push({ file, panel, state, theme, width });
  }
  return pictures;
}
