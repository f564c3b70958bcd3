import { asciiTable, codeAt } from '../chars.ts';
import { wordSet } from '../vocabulary.ts';

/** How many of a line's first words are telling, and how many letters are in another script than Latin. */
export interface LanguageSigns {
  readonly english: number;
  readonly foreign: number;
  readonly letters: number;
  readonly otherScript: number;
}

// Enough to tell, and the same work for a line of any length.
const longestLook = 240;

const englishWords = wordSet(
  'the of and to is are be for with that this these those your you it its from by or not on at if when which what who',
  'should must can will would have has any each all only use using into as their they we i my our then than there',
  'include ensure provide make based write create about more such do does how where in one answer text please give list',
  'between no but user output never always avoid return here also every before after while own out up there',
);

// English writes some of them as well, such as "die"; what is English is asked first.
const foreignWords = wordSet(
  'el los las una unos del que con por para como más pero sus está son este esta estos y según cada sin sobre también',
  'le les des du et est une dans pour pas sur avec vous votre nous il elle sont qui cette ces aux être plus vos',
  'der das und ist nicht ein eine einen mit von den dem auf für sich auch werden sie wird zu bei aus oder wenn',
  'di il che della delle non sono gli nel alla anche una è più dei',
  'não uma os dos das em ao você seu sua são mais e ou à as',
  'het een van voor niet dat zijn aan ook wordt je',
  've bir bu için ile olarak olan daha gibi çok her değil veya',
  'och att det som är på av för med till inte',
  'się nie jest na że do dla oraz jak',
  'yang dan untuk dengan dari ini itu adalah tidak pada dalam akan atau',
);

const longestSign = Math.max(...[...englishWords, ...foreignWords].map(({ length }) => length));

/** The signs of a text in which nothing tells. */
export const noSigns: LanguageSigns = { english: 0, foreign: 0, letters: 0, otherScript: 0 };

// Each ends in a letter of its own, which tells them apart.
const plainSign = / (?:the|and|to|of|is|for|with|you|that)(?= )/g;
const plainEnglish: LanguageSigns = { ...noSigns, english: 4, letters: 12 };

/** Looks at the beginning of a line for words and letters that tell its language. */
export function languageSigns(line: string): LanguageSigns {
  const start = line.slice(0, longestLook);
  // Most lines tell at once, and cost less to look at this way.
  let found = 0;
  let endings = 0;
  plainSign.lastIndex = 0;
  while (plainSign.test(start)) {
    const ending = 1 << (start.charCodeAt(plainSign.lastIndex - 1) & 31);
    if ((endings & ending) === 0) found += 1;
    if (found === 3) return plainEnglish;
    endings |= ending;
  }
  const signs = { ...noSigns };
  const lower = start.toLowerCase();
  for (let at = 0; at < lower.length; at++) {
    if (!isLetterAt(lower, at)) continue;
    // So far nothing but English: the rest would not change it.
    if (signs.english === 4 && signs.foreign + signs.otherScript === 0) break;
    const from = at;
    while (isLetterAt(lower, at)) at += 1;
    const length = at - from;
    signs.letters += length;
    const word = length > longestSign ? '' : lower.slice(from, at);
    if (englishWords.has(word)) signs.english++;
    else if (foreignWords.has(word)) signs.foreign++;
    else if (lower.charCodeAt(from) > 0x24f) signs.otherScript += length;
  }
  return signs;
}

const letter = /\p{L}/u;
const plainLetters = asciiTable(letter);

function isLetterAt(text: string, at: number): boolean {
  const code = codeAt(text, at);
  return code < 0x80
    ? plainLetters[code] === 1
    : letter.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

/** Whether a text is in another language than English; null where too little tells. */
export function isForeign({ english, foreign, letters, otherScript }: LanguageSigns): boolean | null {
  if (letters > 0 && otherScript * 3 > letters) return true;
  if (foreign >= 2 && foreign > english) return true;
  if (english >= 2 && english >= foreign) return false;
  return foreign === 0 && english > 0 ? false : null;
}
