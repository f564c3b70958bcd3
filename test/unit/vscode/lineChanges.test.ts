import '../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import type { TextDocument } from 'vscode';

const { LineChanges } = await import('../../../src/vscode/lineChanges.ts');

const lake = { fileName: 'lake.prompt.md' } as TextDocument;
const sea = { fileName: 'sea.prompt.md' } as TextDocument;

interface Case {
  readonly inView: readonly TextDocument[];
  /** When the lines are others: ms. */
  readonly told: readonly number[];
  /** When VS Code asks for those over a document: ms. */
  readonly asked: readonly (readonly [number, TextDocument])[];
  /** When VS Code is told: ms. */
  readonly heard: readonly number[];
}

const cases: Readonly<Record<string, Case>> = {
  'once where all is asked for': {
    inView: [lake, sea],
    told: [0],
    asked: [
      [250, lake],
      [400, sea],
    ],
    heard: [0],
  },
  'once more where nothing is asked for': { inView: [lake], told: [0], asked: [], heard: [0, 1_000] },
  'once more where one of two documents is asked for': {
    inView: [lake, sea],
    told: [0],
    asked: [[250, sea]],
    heard: [0, 1_000],
  },
  'once more where it was asked for before the last change alone': {
    inView: [lake],
    told: [0, 300],
    asked: [[250, lake]],
    heard: [0, 300, 1_300],
  },
  'once where no document is in view': { inView: [], told: [0], asked: [], heard: [0] },
};

describe('a change of the lines over prompts is told', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 0 }));
  afterEach(() => mock.timers.reset());

  for (const [name, { inView, told, asked, heard }] of Object.entries(cases)) {
    test(name, () => {
      const times: number[] = [];
      const changes = new LineChanges(() => inView);
      changes.event(() => times.push(Date.now()));
      for (; Date.now() < 5_000; mock.timers.tick(50)) {
        if (told.includes(Date.now())) changes.tell();
        for (const [at, document] of asked) if (at === Date.now()) changes.asked(document);
      }
      changes.dispose();
      assert.deepEqual(times, heard);
    });
  }

  test('never again once it is disposed', () => {
    let heard = 0;
    const changes = new LineChanges(() => [lake]);
    changes.event(() => heard++);
    changes.tell();
    changes.dispose();
    changes.tell();
    mock.timers.tick(5_000);
    assert.equal(heard, 1);
  });
});
