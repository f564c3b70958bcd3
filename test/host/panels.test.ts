import assert from 'node:assert/strict';
import { TabInputWebview, window } from 'vscode';
import { call, openUntitled } from '../support/hostRuns.ts';
import { describeSources } from '../support/hostSuite.ts';

/** Which pages and texts each group has, the panels by their kind. */
function groups(): readonly (readonly string[])[] {
  return window.tabGroups.all.map(({ tabs }) =>
    tabs.map(({ input }) =>
      input instanceof TabInputWebview ? input.viewType.replace(/^.*\./, '') : 'text',
    ),
  );
}

function untilGroups(done: (groups: readonly (readonly string[])[]) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!done(groups())) return;
      for (const subscription of subscriptions) subscription.dispose();
      resolve();
    };
    const { onDidChangeTabs, onDidChangeTabGroups } = window.tabGroups;
    const subscriptions = [onDidChangeTabs(look), onDidChangeTabGroups(look)];
    look();
  });
}

describeSources('panels', {}, (simulator) => {
  it('a comparison that is planned from the answer’s panel stands in its group, not beside it', async () => {
    await openUntitled('prompt', 'Name a river of Asia.\n');
    await call('promptTuner.run');
    await simulator().waitFor('end', 1);
    await untilGroups((found) => found.flat().includes('output'));
    await call('promptTuner.showOutput');
    await untilGroups(() => window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputWebview);
    await call('promptTuner.measure');
    await untilGroups((found) => found.flat().includes('compare'));
    assert.deepEqual(groups(), [['text'], ['output', 'compare']]);
  });
});
