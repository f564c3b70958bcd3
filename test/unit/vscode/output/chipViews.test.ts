import '../../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { ValueFacts } from '../../../../src/vscode/output/situation.ts';
import type { PreparedPrompt } from '../../../../src/vscode/requestPreparation.ts';
import { newChips } from '../../../support/chips.ts';

const { chipFacts } = await import('../../../../src/vscode/requestPreparation.ts');
const { chipViews } = await import('../../../../src/vscode/output/chipViews.ts');

const basis = 'What the prompt’s variables are filled with.';
const values: Readonly<Record<string, readonly [ValueFacts['variables'], value: string, hover: string]>> = {
  'where none is there yet': [
    [
      { name: 'guest', value: null },
      { name: 'pin', value: null },
    ],
    'none yet',
    `${basis} · guest: – · pin: –`,
  ],
  'where a secret one was given': [[{ name: 'pin', value: '«pin»' }], 'pin: «pin»', `${basis} · pin: «pin»`],
  'where one of two was given': [
    [
      { name: 'guest', value: 'Bo' },
      { name: 'room', value: null },
    ],
    'guest: Bo, room: –',
    `${basis} · guest: Bo · room: –`,
  ],
};

suite('the chip of values', () => {
  for (const [name, [variables, value, hover]] of Object.entries(values)) {
    test(name, () => {
      const views = chipViews(newChips({}, { values: { set: null, variables } }));
      const chip = views.find(({ id }) => id === 'values');
      assert.deepEqual({ value: chip?.value, hover: chip?.hover }, { value, hover });
    });
  }

  test('has a secret value by its name', () => {
    const known = new Map([['pin', { value: '4711', source: 'asked' }]]);
    const variables = ['pin', 'door'].map((name) => ({ name, secret: true }));
    const found = { variables, call: null, messages: [], parameters: [] };
    const prepared = { ...newChips({}), found, filling: { set: null, known } };
    assert.deepEqual(chipFacts(prepared as unknown as PreparedPrompt).values, {
      set: null,
      variables: [
        { name: 'pin', value: '«pin»' },
        { name: 'door', value: null },
      ],
    });
  });
});
