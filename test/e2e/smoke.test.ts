import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { test } from 'node:test';
import { openVscode } from '../support/vscodeWindow.ts';

test('VS Code opens a file, runs a command and follows a changed setting', async () => {
  const vscode = await openVscode({ settings: { 'workbench.colorTheme': 'Default Dark Modern' } });
  try {
    const { workbench, page, server } = vscode;
    await workbench.openFile('triage.prompt.md');
    const text = (await page.locator('.editor-instance .view-lines').textContent()) ?? '';
    assert.match(text, /support\s+engineer/);
    await workbench.runCommand('View: Toggle Terminal');
    await page.locator('.part.panel').waitFor();
    server.setSettings({ 'workbench.colorTheme': 'Default Light Modern' });
    await page.locator('.monaco-workbench.vs').waitFor();
    const picture = await workbench.screenshot('smoke');
    assert.ok(statSync(picture).size > 10_000);
  } finally {
    await vscode.close();
  }
});
