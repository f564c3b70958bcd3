import type { Inline } from './inline.ts';

/** How a table's column is set. */
export type Align = 'left' | 'center' | 'right' | null;

/** A block as the page builds it. */
export type BlockInfo =
  | { readonly kind: 'paragraph' | 'quote' | 'rule' | 'item' | 'html' }
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly start: number }
  /** `language` is empty where the fence does not say. */
  | { readonly kind: 'code'; readonly language: string }
  | { readonly kind: 'table'; readonly align: readonly Align[] }
  | { readonly kind: 'row'; readonly header: boolean };

/** What builds the page, or a plain tree in a test, from what the parser finds; `N` is its kind of node. */
export interface MarkdownSink<N> {
  /** Makes a block at the end of its parent. */
  open(parent: N, info: BlockInfo): N;
  /** Takes a block away again: it was the provisional end of an unfinished line, or turned out to be another. */
  remove(node: N): void;
  /** A blank line stands between the list's items. */
  loosen(list: N): void;
  /** Replaces the running text of a paragraph or heading. */
  inline(node: N, items: readonly Inline[]): void;
  /** Replaces the cells of a row; as many as the table has columns. */
  cells(row: N, cells: readonly (readonly Inline[])[]): void;
  /** Adds literal text at the end of a block. */
  append(node: N, text: string): void;
  /** Replaces the provisional literal text after all that was appended; empty to take it away. */
  tail(node: N, text: string): void;
}

/** Text that is read as a whole: the running text of a paragraph or heading, the cells of a row. */
export type Flow<N> =
  | {
      readonly kind: 'paragraph';
      readonly node: N;
      readonly startsItem: boolean;
      text: string;
      full: boolean;
    }
  | { readonly kind: 'heading'; readonly node: N; text: string; full: boolean }
  | {
      readonly kind: 'row';
      readonly node: N;
      readonly columns: number;
      text: string;
      full: boolean;
    };

/** A block that holds blocks and is still open. */
export type Container<N> =
  | { readonly kind: 'root' | 'quote'; readonly node: N }
  | { readonly kind: 'list'; readonly node: N; readonly marker: string }
  | { readonly kind: 'item'; readonly node: N; readonly indent: number; empty: boolean };

/** The block at the end of the open containers that takes the next line. */
export type Leaf<N> =
  | Extract<Flow<N>, { kind: 'paragraph' }>
  | { readonly kind: 'fence'; readonly node: N; readonly mark: string; readonly indent: number }
  | { readonly kind: 'indented'; readonly node: N; blanks: string }
  | { readonly kind: 'html'; readonly node: N; readonly end: RegExp | null }
  | { readonly kind: 'table'; readonly node: N; readonly columns: number };

/** Where the next line begins. */
export interface BlockState<N> {
  readonly containers: Container<N>[];
  leaf: Leaf<N> | null;
  /** Whether the last line was blank. */
  afterBlank: boolean;
}

/** A copy on which a line can be tried. */
export function copyState<N>(state: BlockState<N>): BlockState<N> {
  return {
    containers: state.containers.map((container) => ({ ...container })),
    leaf: state.leaf === null ? null : { ...state.leaf },
    afterBlank: state.afterBlank,
  };
}
