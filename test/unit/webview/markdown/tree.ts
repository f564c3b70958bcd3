import type { BlockInfo, MarkdownSink } from '../../../../src/webview/common/markdown/blocks.ts';
import type { Inline } from '../../../../src/webview/common/markdown/inline.ts';
import { MarkdownStream } from '../../../../src/webview/common/markdown/markdownStream.ts';

interface TreeNode {
  readonly info: BlockInfo | null;
  readonly parent: TreeNode | null;
  children: TreeNode[];
  loose: boolean;
  inline: readonly Inline[];
  cells: readonly (readonly Inline[])[];
  text: string;
  tail: string;
}

/** Builds a plain tree instead of a page. */
class TreeSink implements MarkdownSink<TreeNode> {
  open(parent: TreeNode, info: BlockInfo): TreeNode {
    const node = newNode(info, parent);
    parent.children.push(node);
    return node;
  }

  remove(node: TreeNode): void {
    if (node.parent !== null) node.parent.children = node.parent.children.filter((child) => child !== node);
  }

  loosen(list: TreeNode): void {
    list.loose = true;
  }

  inline(node: TreeNode, items: readonly Inline[]): void {
    node.inline = items;
  }

  cells(row: TreeNode, cells: readonly (readonly Inline[])[]): void {
    row.cells = cells;
  }

  append(node: TreeNode, text: string): void {
    node.text += text;
  }

  tail(node: TreeNode, text: string): void {
    node.tail = text;
  }
}

/** The Markdown, written in these pieces, as HTML-like text in the notation of the CommonMark specification. */
export function markdownToHtml(pieces: readonly string[], ended = true): string {
  const root = newNode(null, null);
  const stream = new MarkdownStream(new TreeSink(), root);
  for (const piece of pieces) {
    stream.write(piece);
    stream.render();
  }
  if (ended) stream.end();
  return root.children.map(blockHtml).join('');
}

function newNode(info: BlockInfo | null, parent: TreeNode | null): TreeNode {
  return { info, parent, children: [], loose: false, inline: [], cells: [], text: '', tail: '' };
}

function blockHtml(node: TreeNode): string {
  const { info } = node;
  const children = node.children.map(blockHtml).join('');
  const literal = escapeHtml(node.text + node.tail);
  switch (info?.kind) {
    case 'paragraph': {
      const inner = inlineHtml(node.inline) + literal;
      const tight = node.parent?.info?.kind === 'item' && node.parent.parent?.loose === false;
      return tight ? `${inner}\n` : `<p>${inner}</p>\n`;
    }
    case 'heading':
      return `<h${info.level}>${inlineHtml(node.inline)}${literal}</h${info.level}>\n`;
    case 'quote':
      return `<blockquote>\n${children}</blockquote>\n`;
    case 'list': {
      const start = info.ordered && info.start !== 1 ? ` start="${info.start}"` : '';
      const tag = info.ordered ? 'ol' : 'ul';
      return `<${tag}${start}>\n${children}</${tag}>\n`;
    }
    case 'item':
      return `<li>${children.replace(/\n$/, '')}</li>\n`;
    case 'code':
      return `<pre><code${info.language === '' ? '' : ` class="language-${escapeHtml(info.language)}"`}>${literal}</code></pre>\n`;
    case 'html':
      return `<html>${literal}</html>\n`;
    case 'rule':
      return '<hr />\n';
    case 'table':
      return `<table ${info.align.map((align) => align ?? '-').join(' ')}>\n${children}</table>\n`;
    case 'row': {
      const cells = node.cells.map((cell) => inlineHtml(cell)).join(' | ');
      return `${info.header ? 'head' : 'row'}: ${cells}\n`;
    }
    case undefined:
      return children;
  }
}

/** Running text in the notation of the CommonMark specification. */
export function inlineHtml(items: readonly Inline[]): string {
  return items.map(pieceHtml).join('');
}

function pieceHtml(item: Inline): string {
  switch (item.kind) {
    case 'text':
      return escapeHtml(item.text);
    case 'code':
      return `<code>${escapeHtml(item.text)}</code>`;
    case 'emphasis':
      return `<em>${inlineHtml(item.children)}</em>`;
    case 'strong':
      return `<strong>${inlineHtml(item.children)}</strong>`;
    case 'strike':
      return `<del>${inlineHtml(item.children)}</del>`;
    case 'link':
      return `<a href="${escapeHtml(item.url)}">${inlineHtml(item.children)}</a>`;
    case 'image':
      return `<img src="${escapeHtml(item.url)}" alt="${escapeHtml(item.alt)}" />`;
    case 'task':
      return item.done ? '[x]' : '[ ]';
    case 'break':
      return '<br />\n';
  }
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
