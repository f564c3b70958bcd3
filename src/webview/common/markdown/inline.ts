/** A piece of running text; every piece becomes exactly one node on the page. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'emphasis' | 'strong' | 'strike'; readonly children: readonly Inline[] }
  /** `url` is https; whatever points elsewhere is text. */
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Inline[] }
  | { readonly kind: 'image'; readonly alt: string; readonly url: string }
  | { readonly kind: 'task'; readonly done: boolean }
  | { readonly kind: 'break' };

/** A piece of plain text. */
export function textOf(text: string): Inline {
  return { kind: 'text', text };
}

/** The text without its marks, as a screen reader would say it. */
export function plainText(items: readonly Inline[]): string {
  return items.map(plainTextOf).join('');
}

function plainTextOf(item: Inline): string {
  switch (item.kind) {
    case 'text':
    case 'code':
      return item.text;
    case 'image':
      return item.alt;
    case 'break':
      return '\n';
    case 'task':
      return '';
    default:
      return plainText(item.children);
  }
}

/** Whether two pieces are the same to the reader. */
export function sameInline(a: Inline, b: Inline): boolean {
  if (a.kind !== b.kind) return false;
  if ('text' in a && 'text' in b) return a.text === b.text;
  if ('done' in a && 'done' in b) return a.done === b.done;
  if ('alt' in a && 'alt' in b) return a.alt === b.alt && a.url === b.url;
  if ('children' in a && 'children' in b) {
    if (a.kind === 'link' && b.kind === 'link' && a.url !== b.url) return false;
    if (a.children.length !== b.children.length) return false;
    return a.children.every((child, index) => {
      const other = b.children[index];
      return other !== undefined && sameInline(child, other);
    });
  }
  return true;
}

/** The same pieces with neighbouring texts joined. */
export function joinTexts(items: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  let texts: string[] = [];
  const flush = () => {
    if (texts.length > 0) joined.push({ kind: 'text', text: texts.join('') });
    texts = [];
  };
  for (const item of items) {
    if (item.kind === 'text') {
      if (item.text !== '') texts.push(item.text);
    } else {
      flush();
      joined.push(item);
    }
  }
  flush();
  return joined;
}
