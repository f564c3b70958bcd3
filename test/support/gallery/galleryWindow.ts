import type { Browser } from 'playwright-core';
import { pictureTime } from '../historyViews.ts';
import {
  openPanelPage,
  type PageName,
  type PanelPage,
  type PanelPageOptions,
  type Told,
} from '../panelPage.ts';
import type { GalleryState } from './galleryState.ts';

/** A page that stands in one state after another. */
export interface GalleryWindow<Name extends PageName> {
  /** Resolves when the page stands in the state. */
  show(state: GalleryState<Told<Name>>): Promise<PanelPage<Name>>;
  close(): Promise<void>;
}

/** A window in which each state replaces the last one; what was pressed in it goes with its page. */
export function galleryWindow<Name extends PageName>(
  browser: Browser,
  name: Name,
  options: PanelPageOptions,
): GalleryWindow<Name> {
  let panel: PanelPage<Name> | null = null;
  let pressed = false;
  const close = async () => {
    await panel?.close();
    panel = null;
  };
  return {
    close,
    async show({ messages, press }) {
      if (pressed) await close();
      panel ??= await openPanelPage(browser, name, { now: pictureTime, ...options });
      await panel.tell(...messages);
      pressed = press !== undefined;
      if (press === undefined) return panel;
      await press(panel.page);
      await panel.settled();
      return panel;
    },
  };
}
