import { element } from './dom.ts';

/** What a code block says that is not in the answer. */
export interface CodeWords {
  /** On the button that copies it. */
  readonly copyCode: string;
}

/** A block of code with its language and a button that copies it; `code` takes the text. */
export function codeBlock(
  language: string,
  words: CodeWords,
): { readonly block: HTMLElement; readonly code: HTMLElement } {
  const block = element('div', 'code-block');
  const head = block.appendChild(element('div', 'code-head'));
  head.append(element('span', 'language', language));
  const button = head.appendChild(element('button', 'copy', words.copyCode));
  button.type = 'button';
  button.dataset.copyCode = '';
  const pre = block.appendChild(element('pre'));
  // Reached by the keyboard so that it can be scrolled by it.
  pre.tabIndex = 0;
  const code = pre.appendChild(element('code'));
  return { block, code };
}
