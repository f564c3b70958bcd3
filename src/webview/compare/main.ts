import '@vscode-elements/elements/dist/vscode-badge/index.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import { connectHost } from '../common/host.ts';
import { isKept } from './kept.ts';
import { Page } from './page.ts';

const root = document.getElementById('root');
if (root !== null) new Page(connectHost(isKept), root);
