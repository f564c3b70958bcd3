import { workspace } from 'vscode';
import type { Simulator } from '../simulator/client.ts';
import { closeEditors, endSimulation, inWorkspace, setOwn, simulateInHost } from './hostRuns.ts';
import { takeWritten } from './hostSources.ts';

/** What a suite of prompts in documents leaves behind besides the files that `write` wrote. */
interface SourceSuite {
  /** A folder of its own, which is deleted whole. */
  readonly folder?: string;
}

/**
 * A suite inside the host that runs prompts of documents. The simulated Claude starts every test anew, and no editor is
 * open then; hints are off, since they would come at their own time. What was written is deleted at the end.
 */
export function describeSources(
  title: string,
  { folder }: SourceSuite,
  define: (simulator: () => Simulator) => void,
): void {
  describe(title, () => {
    let simulator: Simulator;
    before(async () => {
      simulator = await simulateInHost();
      await setOwn('promptTuner.hints.enable', false);
    });
    beforeEach(() => simulator.clear());
    afterEach(() => closeEditors());
    after(async () => {
      const files = takeWritten().filter((name) => folder === undefined || !name.startsWith(`${folder}/`));
      for (const name of files) await workspace.fs.delete(inWorkspace(name));
      if (folder !== undefined) await workspace.fs.delete(inWorkspace(folder), { recursive: true });
      await setOwn('promptTuner.hints.enable', undefined);
      await endSimulation(simulator);
    });
    define(() => simulator);
  });
}
