import '../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { ChipFacts } from '../../../src/vscode/output/situation.ts';
import { newChips } from '../../support/chips.ts';

const { window } = await import('vscode');
const { changeChip } = await import('../../../src/vscode/chipPicks.ts');

interface Asked {
  readonly chip: 'system' | 'test-message';
  readonly facts: ChipFacts;
  /** What is written in the box or in the editor; undefined where it is given up. */
  readonly written: string | undefined;
  readonly where: 'box' | 'editor';
  /** What it was asked with. */
  readonly proposed: string;
  readonly change: unknown;
}

const lines = 'Be brief.\nBe kind.';
const cases: Readonly<Record<string, Asked>> = {
  'a system prompt of one line, in a box': {
    chip: 'system',
    facts: newChips({ system: 'Be brief.' }),
    written: 'Be kind.',
    where: 'box',
    proposed: 'Be brief.',
    change: { system: 'Be kind.' },
  },
  'a system prompt of several lines, in an editor': {
    chip: 'system',
    facts: newChips({ system: lines }),
    written: `${lines}\n`,
    where: 'editor',
    proposed: lines,
    change: { system: `${lines}\n` },
  },
  'a system prompt of several lines that is left as it is': {
    chip: 'system',
    facts: newChips({ system: lines }),
    written: undefined,
    where: 'editor',
    proposed: lines,
    change: null,
  },
  'a test message of several lines, in an editor': {
    chip: 'test-message',
    facts: newChips({}, { needsTestMessage: true, testMessage: 'Hello,\r\nis it late?' }),
    written: 'Hello?',
    where: 'editor',
    proposed: 'Hello,\r\nis it late?',
    change: { testMessage: 'Hello?' },
  },
  'a test message that is emptied': {
    chip: 'test-message',
    facts: newChips({}, { needsTestMessage: true, testMessage: lines }),
    written: ' \n',
    where: 'editor',
    proposed: lines,
    change: null,
  },
};

suite('a chip changes', () => {
  for (const [name, { chip, facts, written, where, proposed, change }] of Object.entries(cases)) {
    test(name, async () => {
      const asked: unknown[] = [];
      const answer = (place: Asked['where'], value: string) => {
        asked.push([place, value]);
        return Promise.resolve(written);
      };
      Object.assign(window, { showInputBox: ({ value }: { value: string }) => answer('box', value) });
      let changed: unknown = null;
      const isChanged = await changeChip(chip, 'key', facts, {
        promptParameters: {
          change: async (_, values) => {
            changed = values;
          },
        },
        valueEditor: { edit: (_, value) => answer('editor', value) },
      });
      assert.deepEqual(
        { asked, changed, isChanged },
        {
          asked: [[where, proposed]],
          changed: change,
          isChanged: change !== null,
        },
      );
    });
  }
});
