import type { Page } from 'playwright-core';

/** What a page is told to stand in one of its states, and what is pressed in it then. */
export interface GalleryState<Told> {
  readonly messages: readonly Told[];
  readonly press?: (page: Page) => Promise<void>;
}

/** States of a page by their names. */
export type StatesOf<Told> = Readonly<Record<string, GalleryState<Told>>>;
