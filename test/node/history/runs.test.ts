import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textHash } from '../../../src/adapters/history/textHash.ts';
import type { HistoryRun } from '../../../src/core/history/historyRun.ts';
import type { RunCursor, RunFilter } from '../../../src/core/history/query.ts';
import type { EndState } from '../../../src/core/run/endState.ts';
import { filter } from '../../support/historyStores.ts';
import { inEachStore } from '../../support/historySuite.ts';
import { newRun, testUri } from '../../support/newRuns.ts';

const bob = 'file:///project/bob.prompt.md';

inEachStore(({ store, addAll, ids, promptOf }) => {
  describe('a run', () => {
    it('is told at a glance', async () => {
      await store().add(newRun({ id: 'a', startedAt: 7, commit: 'c0ffee' }));
      const [run] = await store().runs(filter(), { limit: 1, after: null });
      const expected: HistoryRun = {
        id: 'a',
        promptId: await promptOf(testUri),
        groupId: (await store().groups(await promptOf(testUri), false))[0]?.groupId ?? 0,
        startedAt: 7,
        promptHash: textHash('Greet the reader.'),
        label: null,
        commit: 'c0ffee',
        modified: false,
        comparisonId: null,
        group: {
          model: 'claude-haiku-5-5',
          place: 'local',
          simulated: false,
          maxTokens: 4_096,
          effort: null,
          thinking: null,
          temperature: null,
          context: null,
          extra: null,
        },
        endState: 'complete',
        failure: null,
        cold: false,
        concurrent: false,
        attempts: 1,
        reused: false,
        thought: false,
        metrics: {
          ttftMs: 400,
          firstTextMs: 400,
          ttltMs: 1_987,
          otps: (120 * (1 - 5 / 500) * 1_000) / (2_990 - 1_413),
          connectMs: 12.5,
          headersMs: 187,
          serverMs: 150,
          longestGapMs: 80.5,
          waitedMs: 2_001,
        },
        hostDelayMs: 3.25,
        usage: {
          inputTokens: 40,
          cacheCreationTokens: 0,
          cacheReadTokens: 0,
          outputTokens: 120,
          thinkingTokens: 0,
          webSearchRequests: null,
          webFetchRequests: null,
          serviceTier: 'standard',
          speed: null,
        },
        cost: 0.0005,
      };
      assert.deepEqual(run, expected);
    });

    it('that failed before it was sent has no number', async () => {
      const failure = { kind: 'offline', status: null, code: 'ENOTFOUND', message: '' } as const;
      const state = {
        attempts: [],
        blocks: [],
        usageFinal: false,
        endState: 'failed',
        failure: { ...failure, requestId: null, retryAfterMs: null, parameter: null, retryable: true },
        firstTokenAt: null,
        firstTextAt: null,
        stoppedAt: null,
        endedAt: null,
        serverMs: null,
        longestGapMs: null,
      } as const;
      await store().add({ ...newRun({ state, record: { hostDelayMs: null, cold: true } }), cost: null });
      const run = (await store().run('run'))?.run;
      assert.deepEqual(
        [run?.endState, run?.failure, run?.attempts, run?.reused, run?.cold, run?.hostDelayMs, run?.cost],
        ['failed', 'offline', 0, null, true, null, null],
      );
      assert.deepEqual(Object.values(run?.metrics ?? {}), Array(9).fill(null));
    });

    it('that was stopped before it was billed has no output tokens', async () => {
      await store().add(newRun({ state: { endState: 'cancelled', usageFinal: false } }));
      const usage = (await store().run('run'))?.run.usage;
      assert.deepEqual([usage?.inputTokens, usage?.outputTokens, usage?.thinkingTokens], [40, null, null]);
    });

    it('that has not ended is refused', async () => {
      await assert.rejects(store().add(newRun({ state: { endState: null } })), /has not ended/);
      assert.deepEqual(await ids(), []);
    });

    it('comes back as it was', async () => {
      const body = { system: 'Be brief.', thinking: { type: 'enabled' }, top_k: 5 };
      const assertions = [{ assertion: { type: 'contains', value: 'Good' }, fault: null }] as const;
      const added = newRun({ body, storeText: true, record: { assertions } });
      await store().add(added);
      const stored = await store().run('run');
      assert.deepEqual([stored?.record, stored?.hasTexts], [added.record, true]);
      assert.equal(await store().text(textHash('Greet the reader.')), 'Greet the reader.');
    });

    it('without its texts keeps its numbers and parameters alone', async () => {
      const format = { type: 'json_schema', schema: { description: 'Secret.' } };
      const body = {
        system: [{ type: 'text', text: 'Secret.' }],
        temperature: 0.5,
        output_config: { effort: 'low', format },
        tools: ['Secret.'],
      };
      const fault = { kind: 'mismatch', path: '/secret', keyword: 'required' } as const;
      const assertion = { type: 'json-schema', value: { required: ['secret'] } } as const;
      const assertions = [{ assertion, fault }];
      const added = newRun({
        text: 'Secret.',
        answer: 'Secret.',
        body,
        storeText: false,
        prompt: {
          notSent: [
            { name: 'tools', reason: 'imported' },
            { name: 'turn("Secret.")', reason: 'not-literal' },
          ],
        },
        state: { endState: 'stop-sequence', stopSequence: 'Secret.' },
        record: { assertions },
      });
      await store().add(added);
      const stored = await store().run('run');
      const { record } = added;
      assert.deepEqual(stored?.record, {
        ...record,
        prompt: {
          ...record.prompt,
          text: '',
          notSent: [
            { name: 'tools', reason: 'imported' },
            { name: '', reason: 'not-literal' },
          ],
        },
        request: {
          version: null,
          body: {
            model: 'claude-haiku-5-5',
            max_tokens: 4_096,
            messages: [{ role: 'user', content: [{ type: 'text', text: '' }] }],
            stream: true,
            system: [{ type: 'text', text: '' }],
            temperature: 0.5,
            output_config: { effort: 'low' },
          },
        },
        state: {
          ...record.state,
          stopSequence: null,
          blocks: [{ ...record.state.blocks[0], text: '' }],
        },
        assertions: [{ assertion: { type: 'json-schema', value: {} }, fault: { ...fault, path: '' } }],
      });
      assert.deepEqual([stored?.hasTexts, stored?.run.metrics.ttftMs], [false, 400]);
      assert.equal(await store().text(textHash('Secret.')), null);
      const [version] = await store().versions(await promptOf(testUri), false);
      assert.equal(version?.hasText, false);
    });

    for (const [what, text] of Object.entries({
      'half a surrogate pair': 'a\ud800b\udc00\ud83d',
      'a zero character': 'a\0b',
      nothing: '',
      'a text of 5 MB': 'Wörter 字 '.repeat(500_000),
    })) {
      it(`keeps ${what}`, async () => {
        const added = newRun({ text, answer: text, storeText: true });
        await store().add(added);
        assert.deepEqual((await store().run('run'))?.record, added.record);
        assert.equal(await store().text(textHash(text)), text);
      });
    }

    it('with half a surrogate pair is another version than with its replacement', async () => {
      await addAll({ id: 'a', text: 'x\ud800' }, { id: 'b', text: 'x\ufffd' }, { id: 'c', text: 'x\ud801' });
      assert.equal((await store().versions(await promptOf(testUri), false)).length, 3);
    });

    it('is kept once, however often it is added', async () => {
      await addAll({ id: 'a', text: 'one' }, { id: 'a', text: 'two', key: bob });
      assert.deepEqual([await ids(), await store().promptId(bob)], [['a'], null]);
      assert.equal((await store().run('a'))?.record.prompt.text, 'one');
    });

    it('that never was is null', async () => {
      assert.deepEqual(
        [await store().run('x'), await store().text('x'), await store().promptId('x')],
        [null, null, null],
      );
    });

    it('gets a label and loses it', async () => {
      await addAll({ id: 'a' }, { id: 'b' });
      await store().setLabel('a', 'best so far');
      const labels = async () =>
        (await store().runs(filter(), { limit: 9, after: null })).map(({ label }) => label);
      assert.deepEqual(await labels(), [null, 'best so far']);
      assert.equal((await store().run('a'))?.run.label, 'best so far');
      await store().setLabel('a', null);
      assert.deepEqual(await labels(), [null, null]);
    });
  });

  describe('the list of runs', () => {
    it('is read page by page, newest first, those of one moment by their ids', async () => {
      await addAll(
        { id: 'b', startedAt: 2 },
        { id: 'a', startedAt: 2 },
        { id: 'd', startedAt: 3 },
        { id: 'e', startedAt: 1 },
        { id: 'c', startedAt: 2 },
      );
      const read: string[] = [];
      let after: RunCursor | null = null;
      for (let page = 0; page < 4; page++) {
        const runs: readonly HistoryRun[] = await store().runs(filter(), { limit: 2, after });
        read.push(runs.map(({ id }) => id).join(''));
        after = runs.at(-1) ?? after;
      }
      assert.deepEqual(read, ['dc', 'ba', 'e', '']);
    });

    it('goes on behind a run that is gone', async () => {
      await addAll({ id: 'a' }, { id: 'b' }, { id: 'c' });
      const after = { startedAt: 1, id: 'b' };
      await store().remove(['b']);
      await store().retain({ days: null, runs: null, bytes: null });
      assert.deepEqual(
        (await store().runs(filter(), { limit: 9, after })).map(({ id }) => id),
        ['a'],
      );
    });

    it('is never longer than 1,000', async () => {
      for (let i = 0; i <= 1_000; i++) await store().add(newRun({ id: `${i}`, storeText: false }));
      const runs = await store().runs(filter(), { limit: 5_000, after: null });
      assert.deepEqual([runs.length, await store().count(filter())], [1_000, 1_001]);
    });

    it('is narrowed by every filter, and counted alike', async () => {
      await addAll(
        { id: 'a', text: 'one' },
        { id: 'b', text: 'two', model: 'claude-sonnet-5-5' },
        { id: 'c', text: 'two', state: { endState: 'cancelled' } },
        { id: 'd', text: 'two', key: bob, state: { endState: 'failed' } },
        { id: 'e', text: 'two', state: { simulated: true } },
      );
      const promptId = await promptOf(testUri);
      const [newest] = await store().groups(promptId, false);
      const hash = textHash('two');
      const ends: readonly EndState[] = ['cancelled', 'failed'];
      const expected: readonly (readonly [Partial<RunFilter>, string])[] = [
        [{}, 'dcba'],
        [{ simulated: true }, 'e'],
        [{ promptId }, 'cba'],
        [{ promptId: 99 }, ''],
        [{ groupId: newest?.groupId ?? 0 }, 'dca'],
        [{ promptId, groupId: newest?.groupId ?? 0 }, 'ca'],
        [{ model: 'claude-sonnet-5-5' }, 'b'],
        [{ promptId, model: 'claude-haiku-5-5' }, 'ca'],
        [{ promptHash: hash }, 'dcb'],
        [{ promptId, promptHash: hash }, 'cb'],
        [{ promptId, groupId: newest?.groupId ?? 0, promptHash: hash }, 'c'],
        [{ endStates: ends }, 'dc'],
        [{ endStates: [] }, ''],
        [{ promptId, endStates: ends }, 'c'],
        [{ since: 2 }, 'dc'],
        [{ promptId, since: 1, endStates: ['complete'] }, 'b'],
        [{ groupId: newest?.groupId ?? 0, model: 'claude-haiku-5-5', since: 3, simulated: true }, ''],
      ];
      for (const [narrowed, names] of expected) {
        const found = (await ids(narrowed)).join('');
        const counted = await store().count(filter(narrowed));
        assert.deepEqual([found, counted], [names, names.length], JSON.stringify(narrowed));
      }
    });
  });
});
