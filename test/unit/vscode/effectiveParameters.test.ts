import '../../support/vscodeWords.ts';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { memento } from '../../support/memento.ts';

const { EventEmitter, workspace } = await import('vscode');
const { EffectiveParameters } = await import('../../../src/vscode/effectiveParameters.ts');
const { PromptParameters } = await import('../../../src/vscode/promptParameters.ts');

/** How often it is told that parameters are others, by what happens. */
async function told(act: (happen: Happenings) => unknown): Promise<number> {
  const settings = new EventEmitter<{ affectsConfiguration(section: string): boolean }>();
  const trust = new EventEmitter<void>();
  const real = { ...workspace };
  Object.assign(workspace, {
    onDidChangeConfiguration: settings.event,
    onDidGrantWorkspaceTrust: trust.event,
  });
  const promptParameters = new PromptParameters(memento());
  const effective = new EffectiveParameters(promptParameters, memento());
  Object.assign(workspace, real);
  let times = 0;
  effective.onDidChange(() => times++);
  await act({
    promptParameters,
    set: (section) => settings.fire({ affectsConfiguration: (asked) => section.startsWith(asked) }),
    trust: () => trust.fire(),
  });
  effective.dispose();
  return times;
}

interface Happenings {
  readonly promptParameters: InstanceType<typeof PromptParameters>;
  readonly set: (section: string) => void;
  readonly trust: () => void;
}

const rows: Readonly<Record<string, readonly [act: (happen: Happenings) => unknown, times: number]>> = {
  'the panel changes one': [({ promptParameters }) => promptParameters.change('a', { effort: 'low' }), 1],
  'a setting changes': [({ set }) => set('promptTuner.model'), 1],
  'a setting of another changes': [({ set }) => set('editor.tabSize'), 0],
  'the folder is trusted': [({ trust }) => trust(), 1],
};

suite('parameters that a prompt would run with are told to be others where', () => {
  for (const [name, [act, times]] of Object.entries(rows)) {
    test(name, async () => assert.equal(await told(act), times));
  }
});
