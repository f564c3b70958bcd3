import * as vscode from 'vscode';
import { formatCost, formatEstimate } from '../core/format.ts';
import { costAtMost } from '../core/request/cost.ts';
import { renderRequest } from '../core/request/render.ts';
import type { Connections } from './connections.ts';
import { Disposable } from './disposable.ts';
import { omittedText } from './output/chipViews.ts';
import type { Prompt } from './prompt.ts';
import { currentPrice, type RequestPreparation } from './requestPreparation.ts';
import { readSetting } from './settings.ts';
import type { TokenEstimates } from './tokenEstimates.ts';

const scheme = 'prompt-tuner-preview';

/** Shows the request that a prompt would send, in a read-only document; sends nothing. */
export class RequestPreview extends Disposable {
  readonly #connections: Connections;
  readonly #preparation: RequestPreparation;
  readonly #estimates: TokenEstimates;
  readonly #changes = this._register(new vscode.EventEmitter<vscode.Uri>());
  readonly #uri = vscode.Uri.from({ scheme, path: `/${vscode.l10n.t('Request Preview')}.jsonc` });
  #content = '';

  constructor(connections: Connections, preparation: RequestPreparation, estimates: TokenEstimates) {
    super();
    this.#connections = connections;
    this.#preparation = preparation;
    this.#estimates = estimates;
    this._register(
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.#changes.event,
        provideTextDocumentContent: () => this.#content,
      }),
    );
  }

  /** Shows the request of a prompt as it stands now. */
  async show(prompt: Prompt): Promise<void> {
    const { t } = vscode.l10n;
    const endpoint = this.#connections.endpoint();
    const configuration = vscode.workspace.getConfiguration();
    const { request, omitted } = await this.#preparation.prepare(prompt, endpoint.origin);
    const { json } = renderRequest(request, {
      baseUrl: endpoint.baseUrl,
      auth: readSetting(configuration, 'promptTuner.auth'),
      headerNames: Object.keys(readSetting(configuration, 'promptTuner.headers')),
    });
    const tokens = await this.#estimates.ofRequest(request);
    const most = costAtMost(tokens, request.body.max_tokens, currentPrice(request.body.model));
    const comments = [
      t('What Run would send now. Nothing was sent.'),
      `POST ${endpoint.baseUrl}/v1/messages${request.version === null ? '' : ` · anthropic-version: ${request.version}`}`,
      t('{0} input tokens · {1} at most', formatEstimate(tokens), formatCost(most)),
      ...omitted.map((entry) => `${entry.parameter}: ${omittedText(entry)}`),
    ];
    this.#content = `${comments.map((line) => `// ${line}`).join('\n')}\n${json}\n`;
    this.#changes.fire(this.#uri);
    const document = await vscode.workspace.openTextDocument(this.#uri);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  }
}
