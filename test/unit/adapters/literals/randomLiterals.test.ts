import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { type CodeDocument, parseCode } from '../../../../src/adapters/literals/codeDocument.ts';
import type { Literal } from '../../../../src/adapters/literals/literal.ts';
import { literalAt } from '../../../../src/adapters/literals/literalAt.ts';
import { writeBack, writeBackEdits } from '../../../../src/adapters/literals/writeBack.ts';
import { fillText } from '../../../../src/core/prompt/fillText.ts';
import { applyEdits, sourceSpan, type TextEdit } from '../../../../src/core/prompt/mappedText.ts';
import { randomSeed } from '../../randomSeed.ts';
import { hardTexts, programs, type RandomProgram } from './randomPrograms.ts';

function read({ language, source, start, end }: RandomProgram): { document: CodeDocument; literal: Literal } {
  const document = parseCode(language, source);
  const literal = literalAt(document, { start, end }, null);
  assert.ok(literal !== null, 'the literal is read');
  return { document, literal };
}

/** The text with its holes as `«name»`, as the generator writes them. */
function shown({ text }: Literal): string {
  const holes = text.variables.filter(({ syntax }) => syntax !== 'mustache');
  const names = new Map(holes.map(({ name }) => [name, `«${name}»`]));
  return fillText({ ...text, variables: holes }, names).text;
}

suite(`random literals (SEED=${randomSeed})`, () => {
  test('10,000 programs: the text is what the program sees, and every character has its place in the source', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const { literal } = read(program);
        assert.equal(shown(literal), program.value);
        checkPlaces(program, literal);
      }),
      { seed: randomSeed, numRuns: 10_000 },
    );
  });

  test('after an edit the program’s string is the edited text, and the rest of the file is as it was', () => {
    const places = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(6), hardTexts);
    fc.assert(
      fc.property(programs, places, (program, [share, length, text]) => {
        const { document, literal } = read(program);
        const edit = editOutsideHoles(literal, Math.floor(share * literal.text.text.length), length, text);
        if (edit === null) return;
        const written = writeBackEdits(document, literal, [edit]);
        if ('refused' in written) {
          assert.equal(program.holdsAnything, false, `refused: ${written.refused}`);
          return;
        }
        const wanted = applyEdits(literal.text.text, [edit]);
        check(program, literal, written.edits, wanted);
        const byText = writeBack(document, literal, wanted);
        if ('edits' in byText) check(program, literal, byText.edits, wanted);
        else assert.equal(program.holdsAnything, false, `refused by text: ${byText.refused}`);
      }),
      { seed: randomSeed, numRuns: 3_000 },
    );
  });
});

/** The pieces cover the text, in the order of the source and inside the literal; what is the same is the same. */
function checkPlaces(program: RandomProgram, { text }: Literal): void {
  let at = 0;
  let end = program.start;
  for (const piece of text.pieces) {
    assert.equal(piece.at, at);
    assert.ok(piece.start >= end && piece.end > piece.start && piece.end <= program.end);
    const span = { start: at, end: at + piece.length };
    assert.deepEqual(sourceSpan(text, span), { start: piece.start, end: piece.end });
    if (piece.kind === 'same') {
      const written = program.source.slice(piece.start, piece.end);
      assert.equal(written, text.text.slice(span.start, span.end));
    }
    at = span.end;
    end = piece.end;
  }
  assert.equal(at, text.text.length);
}

function editOutsideHoles(literal: Literal, start: number, length: number, text: string): TextEdit | null {
  const end = Math.min(literal.text.text.length, start + length);
  const isOutside = literal.text.pieces.every(
    ({ kind, at, length: width }) => kind !== 'hole' || at + width <= start || end <= at,
  );
  return isOutside ? { start, end, text } : null;
}

function check(program: RandomProgram, before: Literal, edits: readonly TextEdit[], wanted: string): void {
  const source = applyEdits(program.source, edits);
  const end = source.length - (program.source.length - program.end);
  assert.equal(source.slice(0, program.start), program.source.slice(0, program.start));
  assert.equal(source.slice(end), program.source.slice(program.end));
  const after = read({ ...program, source, end }).literal;
  assert.equal(after.text.text, wanted);
  const namesOf = ({ text }: Literal) =>
    text.variables.filter(({ syntax }) => syntax !== 'mustache').map(({ name }) => name);
  assert.deepEqual(namesOf(after), namesOf(before));
}
