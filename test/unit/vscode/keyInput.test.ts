import '../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Failure } from '../../../src/core/failure.ts';

const vscode = await import('vscode');
const { askForKey } = await import('../../../src/vscode/keyInput.ts');

/** Takes the place of the input box. */
function fakeBox() {
  const accepted = new vscode.EventEmitter<void>();
  const changed = new vscode.EventEmitter<void>();
  const hidden = new vscode.EventEmitter<void>();
  const box = {
    value: '',
    busy: false,
    validationMessage: undefined as string | undefined,
    disposed: false,
    onDidAccept: accepted.event,
    onDidChangeValue: changed.event,
    onDidHide: hidden.event,
    show: () => {},
    dispose: () => {
      box.disposed = true;
    },
    /** The person writes this and presses Enter. */
    enter: (text: string) => {
      box.write(text);
      accepted.fire();
    },
    write: (text: string) => {
      box.value = text;
      changed.fire();
    },
    leave: () => hidden.fire(),
  };
  Object.assign(vscode.window, { createInputBox: () => box });
  return box;
}

function failure(kind: Failure['kind']): Failure {
  return { kind } as Failure;
}

suite('a key that is asked for', () => {
  test('is taken once the server accepts it', async () => {
    const box = fakeBox();
    const asked = askForKey('host', async () => 143);
    box.enter(' mine ');
    assert.deepEqual(await asked, { key: 'mine', roundTripMs: 143 });
    assert.ok(box.disposed);
  });

  test('is kept unchecked where the server can’t be asked', async () => {
    const box = fakeBox();
    const asked = askForKey('host', async () => failure('offline'));
    box.enter('mine');
    assert.deepEqual(await asked, { key: 'mine', roundTripMs: null });
  });

  test('that is refused can be mended in the same box', async () => {
    const box = fakeBox();
    const asked = askForKey('host', async (key) => (key === 'mine' ? 1 : failure('rejected-key')));
    box.enter('mistyped');
    await nextTurn();
    assert.deepEqual([box.busy, box.validationMessage], [false, 'host does not accept this key.']);
    box.enter('mine');
    assert.deepEqual(await asked, { key: 'mine', roundTripMs: 1 });
  });

  test('is checked anew once it reads otherwise, whatever the first check says', async () => {
    const box = fakeBox();
    const answers = new Map<string, (answer: number | Failure) => void>();
    const asked = askForKey('host', (key) => new Promise((resolve) => answers.set(key, resolve)));
    box.enter('mistyped');
    box.enter('mine');
    answers.get('mistyped')?.(failure('offline'));
    await nextTurn();
    assert.equal(box.disposed, false);
    answers.get('mine')?.(2);
    assert.deepEqual(await asked, { key: 'mine', roundTripMs: 2 });
  });

  test('is none where the person leaves the box; the check is given up', async () => {
    const box = fakeBox();
    let given: AbortSignal | null = null;
    const asked = askForKey('host', (_, signal) => {
      given = signal;
      return new Promise(() => {});
    });
    box.enter('mine');
    box.leave();
    assert.equal(await asked, null);
    assert.equal((given as AbortSignal | null)?.aborted, true);
  });

  test('leaves no box where the check itself fails', async () => {
    const box = fakeBox();
    const asked = askForKey('host', () => Promise.reject(new Error('no disk')));
    box.enter('mine');
    await assert.rejects(asked, /no disk/);
    assert.ok(box.disposed);
  });
});
