import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secretMask } from '../../../../src/core/prompt/secretMask.ts';
import { pick, seeded, whole } from '../../../simulator/distribution.ts';
import { randomCuts } from '../../../support/randomCuts.ts';
import { randomSeed } from '../../randomSeed.ts';

const secrets = new Map([
  ['door', 'anna-anno'],
  ['pin', 'nno-x'],
  ['long', 'annanna-annanno'],
]);

/** What is shown after each piece, then what the end adds. */
const shows: readonly (readonly [pieces: readonly string[], shown: readonly string[]])[] = [
  [['the key is anna-anno.'], ['the key is «door».', '']],
  [
    ['key an', 'na', '-an', 'no.'],
    ['key ', '', '', '«door».', ''],
  ],
  [
    ['key anna-a', 'x'],
    ['key ', 'anna-ax', ''],
  ],
  [['anna-ann'], ['', 'anna-ann']],
  [
    ['annanna-anno', '!'],
    ['ann', '«door»!', ''],
  ],
  [['annanna-annanno'], ['', '«long»']],
  [['anna-anno-x and nno-x'], ['«door» and «pin»', '']],
  [['anna-annoanna-anno.'], ['«door»«door».', '']],
  [
    ['', 'b'],
    ['', 'b', ''],
  ],
];

for (const [pieces, shown] of shows) {
  test(pieces.join('|'), () => {
    const mask = secretMask(secrets);
    assert.deepEqual([...pieces.map((piece) => mask.push(piece)), mask.flush()], shown);
  });
}

/** The same by looking at every place. */
function hiddenPlainly(text: string, sought: ReadonlyMap<string, string>): string {
  const found = [...sought]
    .flatMap(([name, secret]) =>
      Array.from({ length: text.length }, (_, start) => start)
        .filter((start) => text.startsWith(secret, start))
        .map((start) => ({ start, end: start + secret.length, name, length: secret.length })),
    )
    .sort((a, b) => a.start - b.start);
  const stretches: { start: number; end: number; name: string; length: number }[] = [];
  for (const match of found) {
    const last = stretches.at(-1);
    if (last === undefined || last.end <= match.start) {
      stretches.push({ ...match });
      continue;
    }
    last.end = Math.max(last.end, match.end);
    if (match.length > last.length) Object.assign(last, { name: match.name, length: match.length });
  }
  let at = 0;
  let shown = '';
  for (const { start, end, name } of stretches) {
    shown += `${text.slice(at, start)}«${name}»`;
    at = end;
  }
  return shown + text.slice(at);
}

test(`however a text is cut, the same is shown in the end, and nothing else before, seed ${randomSeed}`, () => {
  const random = seeded(randomSeed);
  const letters = (length: number) => Array.from({ length }, () => pick(random, ['a', 'b'])).join('');
  for (let round = 0; round < 500; round++) {
    // One length each, so that which name stands for overlapping secrets is never a tie.
    const sought = new Map([4, 5, 7].map((length) => [`s${length}`, letters(length)]));
    const text = letters(whole(random, 0, 80));
    const cuts = [...randomCuts(text.length, 12, random), text.length];
    const mask = secretMask(sought);
    let shown = '';
    let at = 0;
    for (const cut of cuts) {
      shown += mask.push(text.slice(at, cut));
      at = cut;
      assert.ok(hiddenPlainly(text, sought).startsWith(shown), `${text} at ${cut}: ${shown}`);
    }
    assert.equal(shown + mask.flush(), hiddenPlainly(text, sought), text);
  }
});
