import { type Inline, plainText, textOf } from './inline.ts';
import { isOpenable } from './linkTarget.ts';

/** The words as a link; where a press would not be offered, with the address behind them instead of hidden. */
export function linked(url: string, children: readonly Inline[]): readonly Inline[] {
  const inner = withoutLinks(children);
  if (isOpenable(url)) return [{ kind: 'link', url, children: inner }];
  return url === '' || plainText(inner) === url ? inner : [...inner, textOf(` (${url})`)];
}

function withoutLinks(items: readonly Inline[]): Inline[] {
  return items.flatMap((item) => {
    if (!('children' in item)) return [item];
    const children = withoutLinks(item.children);
    return item.kind === 'link' ? children : [{ ...item, children }];
  });
}

/** The address without the punctuation of the sentence that it stands in. */
export function trimUrl(url: string): string {
  let end = url.length;
  let surplus = url.split(')').length - url.split('(').length;
  for (; end > 0; end--) {
    const char = url[end - 1] ?? '';
    if (char === ')' && surplus > 0) surplus--;
    else if (!"?!.,:;_~'&".includes(char)) break;
  }
  return url.slice(0, end);
}
