import type { PageName, Told } from '../panelPage.ts';
import { compareStates } from './compareStates.ts';
import type { StatesOf } from './galleryState.ts';
import { historyStates } from './historyStates.ts';
import { outputStates } from './outputStates.ts';

/** Every state of every page. */
export const galleryStates: { readonly [Name in PageName]: StatesOf<Told<Name>> } = {
  output: outputStates,
  history: historyStates,
  compare: compareStates,
};
