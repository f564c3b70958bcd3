import { assertNever } from '../../core/assertNever.ts';
import { element } from './dom.ts';
import { type Inline, sameInline } from './markdown/inline.ts';
import { isOpenable } from './markdown/linkTarget.ts';

const maxShownUrl = 200;

/** What running text says that is not in the answer. */
export interface InlineWords {
  /** Stands for a picture, such as `image`. */
  readonly image: string;
}

/**
 * Makes the first children of an element, one for each piece, show other pieces: what stays the same is left alone,
 * so that a selection in it survives.
 */
export function updateInline(
  parent: HTMLElement,
  shown: readonly Inline[],
  items: readonly Inline[],
  words: InlineWords,
): void {
  let same = 0;
  while (same < items.length && same < shown.length && isSame(shown[same], items[same])) same++;
  const last = shown[same];
  const next = items[same];
  const node = parent.childNodes[same];
  if (
    last?.kind === 'text' &&
    next?.kind === 'text' &&
    node instanceof Text &&
    next.text.startsWith(last.text)
  ) {
    node.appendData(next.text.slice(last.text.length));
    same++;
  }
  for (let index = shown.length - 1; index >= same; index--) parent.childNodes[index]?.remove();
  const made = items.slice(same).map((item) => inlineNode(item, words));
  const after = parent.childNodes[same] ?? null;
  for (const child of made) parent.insertBefore(child, after);
}

function isSame(a: Inline | undefined, b: Inline | undefined): boolean {
  return a !== undefined && b !== undefined && sameInline(a, b);
}

function inlineNode(item: Inline, words: InlineWords): Node {
  switch (item.kind) {
    case 'text':
      return document.createTextNode(item.text);
    case 'code':
      return element('code', '', item.text);
    case 'emphasis':
      return withChildren(element('em'), item.children, words);
    case 'strong':
      return withChildren(element('strong'), item.children, words);
    case 'strike':
      return withChildren(element('del'), item.children, words);
    case 'link':
      return withChildren(linkElement(item.url), item.children, words);
    case 'image':
      return imageElement(item.alt, item.url, words);
    case 'task':
      return element('span', 'task', item.done ? '☑' : '☐');
    case 'break':
      return element('br');
    default:
      return assertNever(item);
  }
}

function withChildren(parent: HTMLElement, children: readonly Inline[], words: InlineWords): HTMLElement {
  for (const child of children) parent.append(inlineNode(child, words));
  return parent;
}

// No `href`: VS Code opens those by itself, and here nothing opens before the person has seen where it leads.
function linkElement(url: string): HTMLElement {
  const link = element('span', 'link');
  link.setAttribute('role', 'link');
  link.tabIndex = 0;
  link.title = url;
  link.dataset.url = url;
  return link;
}

// Never loaded: a remote picture tells its server that, and when, the answer is read.
function imageElement(alt: string, url: string, words: InlineWords): HTMLElement {
  const image = element('span', 'image', `[${words.image}: ${alt}] `);
  const shown = url.length > maxShownUrl ? `${url.slice(0, maxShownUrl)}…` : url;
  if (isOpenable(url)) {
    const link = image.appendChild(linkElement(url));
    link.textContent = shown;
  } else {
    image.append(`(${shown})`);
  }
  return image;
}
