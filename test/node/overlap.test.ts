import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { watchOverlap } from '../../src/adapters/overlap.ts';

const minutes = 60_000;
let root: string;
let folder: string;
let count = 0;

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'prompt-tuner-overlap-'));
});

after(() => rm(root, { recursive: true, force: true }));

beforeEach(() => {
  folder = join(root, `case ${++count}`, 'runs');
});

const watch = (id: string) => watchOverlap(folder, id, Date.now);
const files = async () => (await readdir(folder).catch(() => [])).sort();

/** Resolves when the folder is as a run leaves it that has got so far. */
async function until(arrived: (names: readonly string[]) => boolean): Promise<void> {
  while (!arrived(await files())) await setImmediate();
}

const appears = (name: string) => until((names) => names.includes(name));

/** A file as a window leaves it that died this long ago. */
async function leftOver(name: string, ageMs: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), '');
  const at = (Date.now() - ageMs) / 1_000;
  await utimes(join(folder, name), at, at);
}

test('a run alone meets nobody and leaves nothing behind', async () => {
  const end = watch('a');
  await appears('a.run');
  assert.deepEqual([await end(), await files()], [false, []]);
});

test('a run that ends at once is no different', async () => {
  assert.deepEqual([await watch('a')(), await files()], [false, []]);
});

test('two runs at the same time meet, whichever ends first', async () => {
  for (const first of ['a', 'b']) {
    const ends = new Map([['a', watch('a')]]);
    await appears('a.run');
    ends.set('b', watch('b'));
    await appears('a.met');
    const order = first === 'a' ? ['a', 'b'] : ['b', 'a'];
    const met: (boolean | undefined)[] = [];
    for (const id of order) met.push(await ends.get(id)?.());
    assert.deepEqual([met, await files()], [[true, true], []], `${first} first`);
  }
});

test('one run after the other do not meet', async () => {
  assert.deepEqual([await watch('a')(), await watch('b')(), await files()], [false, false, []]);
});

test('a run keeps its mark when the other is long over', async () => {
  const endLong = watch('long');
  await appears('long.run');
  const endShort = watch('short');
  assert.equal(await endShort(), true);
  const endNext = watch('next');
  assert.deepEqual([await endNext(), await endLong(), await files()], [true, true, []]);
});

test('two runs that begin in the same moment meet', async () => {
  const ends = ['a', 'b'].map(watch);
  // Each writes its marker before it looks for others, so at least one finds the other and marks it.
  await until((names) => names.some((name) => name.endsWith('.met')));
  assert.deepEqual(await Promise.all(ends.map((end) => end())), [true, true]);
  assert.deepEqual(
    (await files()).filter((name) => name.endsWith('.run')),
    [],
  );
});

test('a marker of over 15 minutes is of a window that died: it is taken away and met by nobody', async () => {
  await leftOver('dead.run', 16 * minutes);
  assert.deepEqual([await watch('a')(), await files()], [false, []]);
});

test('a younger marker counts', async () => {
  await leftOver('other.run', 14 * minutes);
  assert.deepEqual([await watch('a')(), await files()], [true, ['other.met', 'other.run']]);
});

test('a mark that nobody waits for is taken away when it is old', async () => {
  await leftOver('dead.met', 16 * minutes);
  await leftOver('fresh.met', 1 * minutes);
  assert.deepEqual([await watch('a')(), await files()], [false, ['fresh.met']]);
});

test('what is not ours stays', async () => {
  await leftOver('notes.txt', 600 * minutes);
  await leftOver('.run', 600 * minutes);
  assert.deepEqual([await watch('a')(), await files()], [false, ['.run', 'notes.txt']]);
});

test('without the folder no overlap is seen, and nothing fails', async () => {
  await mkdir(dirname(folder), { recursive: true });
  await writeFile(folder, 'a file where the folder should be');
  const ends = [watch('a'), watch('b')];
  assert.deepEqual(await Promise.all(ends.map((end) => end())), [false, false]);
});
