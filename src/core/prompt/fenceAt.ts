import { openFences } from './promptFences.ts';

/**
 * What a fenced block goes by that holds this offset: the label after its language (```` ```prompt greeting ````), else
 * `fence 2` for the second one of the document; null outside of any.
 * @param offset UTF-16 units
 */
export function fenceAt(text: string, offset: number): string | null {
  const fences = openFences(text);
  const at = fences.findIndex(({ content }) => content.start <= offset && offset <= content.end);
  const fence = fences[at];
  if (fence === undefined) return null;
  const label = fence.info.split(/\s+/).slice(1).join(' ');
  return label === '' ? `fence ${at + 1}` : label;
}
