import * as vscode from 'vscode';
import { renamedKey } from '../core/prompt/renamedKey.ts';
import { Disposable } from './disposable.ts';
import { later } from './later.ts';
import type { OutputController } from './output/outputController.ts';
import type { TextSpan } from './prompt.ts';
import { textAt } from './promptSource.ts';
import type { RunFlow } from './runFlow.ts';
import { moveSpan } from './spanTracking.ts';

/** The text is compared this long after the last keystroke: ms. */
const settleMs = 300;

/** Follows the last prompt through edits and renames of its document, and tells the panel when its text is not what was run. */
export class PromptTracker extends Disposable {
  readonly #flow: RunFlow;
  readonly #output: OutputController;
  readonly #comparing = this._register(later(() => this.#compare()));

  constructor(flow: RunFlow, output: OutputController) {
    super();
    this.#flow = flow;
    this.#output = output;
    this._register(vscode.workspace.onDidChangeTextDocument((change) => this.#follow(change)));
    this._register(vscode.workspace.onDidRenameFiles(({ files }) => this.#followRenames(files)));
  }

  #followRenames(files: vscode.FileRenameEvent['files']): void {
    const prompt = this.#flow.lastPrompt;
    if (prompt === null) return;
    const renames = files.map(({ oldUri, newUri }) => ({ from: oldUri.toString(), to: newUri.toString() }));
    const uri = renamedKey(prompt.uri.toString(), renames);
    const key = renamedKey(prompt.key, renames);
    if (uri !== null && key !== null) this.#flow.follow({ ...prompt, uri: vscode.Uri.parse(uri), key });
  }

  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const prompt = this.#flow.lastPrompt;
    if (prompt === null || document.uri.toString() !== prompt.uri.toString() || contentChanges.length === 0) {
      return;
    }
    if (prompt.anchor.kind !== 'document') {
      // Later replacements first, so that none moves the offsets of another.
      const replacements = contentChanges
        .map(({ rangeOffset, rangeLength, text }) => ({
          offset: rangeOffset,
          length: rangeLength,
          inserted: text.length,
        }))
        .sort((a, b) => b.offset - a.offset);
      const moved = (span: TextSpan) => replacements.reduce(moveSpan, span);
      const { anchor } = prompt;
      this.#flow.follow({
        ...prompt,
        anchor:
          anchor.kind === 'part'
            ? { ...anchor, spans: [moved(anchor.spans[0])] }
            : { kind: 'spans', spans: anchor.spans.map(moved) },
      });
    }
    this.#comparing.plan(settleMs);
  }

  async #compare(): Promise<void> {
    const { record } = this.#output;
    const prompt = this.#flow.lastPrompt;
    if (record === null || prompt === null || prompt.key !== record.prompt.key) return;
    const document = vscode.workspace.textDocuments.find(
      ({ uri }) => uri.toString() === prompt.uri.toString(),
    );
    if (document === undefined) return;
    const edited = (await textAt(document, prompt)) !== record.prompt.text;
    if (this.disposed || this.#output.record?.id !== record.id) return;
    if (edited !== this.#output.model.edited) this.#output.update({ edited });
  }
}
