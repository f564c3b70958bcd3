import assert from 'node:assert/strict';
import { extensions, languages, Uri, version, workspace } from 'vscode';

describe('the extension host', () => {
  it('is that of a VS Code which the extension supports', () => {
    const [major, minor] = version.split('.').map(Number);
    assert.equal(major, 1);
    assert.ok((minor ?? 0) >= 106, version);
  });

  it('has the extension under test', () => {
    assert.equal(extensions.getExtension('prompt-tuner.prompt-tuner')?.id, 'prompt-tuner.prompt-tuner');
  });

  it('gives triage.prompt.md its language', async () => {
    const folder = workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const document = await workspace.openTextDocument(Uri.joinPath(folder.uri, 'triage.prompt.md'));
    assert.equal(document.languageId, 'prompt');
    assert.ok((await languages.getLanguages()).includes('skill'));
  });
});
