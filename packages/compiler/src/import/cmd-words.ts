import { sourceOf, spanBetween } from '../text/span.js';
import type { ShellWord, WordFault } from './shell-words.js';

/** A command after carets have been read, and where each of its code units stands. */
interface Line {
  readonly text: string;
  readonly places: readonly number[];
}

/** Whether a command is for the command prompt of Windows: there a line goes on behind a caret. */
export function isForCmd(command: string): boolean {
  return /\^\r?\n/.test(command);
}

/**
 * Cuts the first command of a text into words, as the command prompt of Windows and the programs that it starts do:
 * carets first, then quotes and the backslashes before them. Nothing, when a quote is not closed.
 */
export function readCmdWords(command: string, fault: WordFault): readonly ShellWord[] | undefined {
  const line = withoutCarets(command);
  const words: ShellWord[] = [];
  const space = /[\s\ufeff]*/y;
  for (let at = 0; ; ) {
    space.lastIndex = at;
    at += space.exec(line.text)?.[0].length ?? 0;
    if (at >= line.text.length) return words;
    const { taken, end, open } = readWord(line.text, at);
    const placeOf = (index: number) => line.places[index] ?? command.length;
    if (open !== undefined) {
      fault({ offset: placeOf(open), length: 1 }, 'this quote is not closed');
      return undefined;
    }
    const span = spanBetween(placeOf(at), placeOf(end - 1) + 1);
    const text = taken.map((index) => line.text.charAt(index)).join('');
    words.push({ ...span, text, places: taken.map(placeOf), isOpen: /%\w+%/.test(sourceOf(command, span)) });
    at = end;
  }
}

/** A caret takes the next character as it is, and the end of a line with it; in quotes it means nothing. */
function withoutCarets(command: string): Line {
  const text: string[] = [];
  const places: number[] = [];
  let isQuoted = false;
  for (let at = 0; at < command.length; at++) {
    const isCaret = !isQuoted && command.charAt(at) === '^';
    if (isCaret) at += /^\^\r?\n/.exec(command.slice(at, at + 3))?.[0].length ?? 1;
    const character = command.charAt(at);
    if (!isCaret && (character === '\n' || (!isQuoted && '&|'.includes(character)))) break;
    if (!isCaret && character === '"') isQuoted = !isQuoted;
    text.push(character);
    places.push(at);
  }
  return { text: text.join(''), places };
}

/** What a word consists of, as indices into the text; where it ends, and where a quote opens that is not closed. */
function readWord(text: string, start: number) {
  const taken: number[] = [];
  let open: number | undefined;
  let at = start;
  while (at < text.length && (open !== undefined || !/\s/.test(text.charAt(at)))) {
    const backslashes = backslashesAt(text, at);
    const isQuote = text.charAt(at + backslashes) === '"';
    // Before a quote two of them stand for one, and an odd one makes the quote a character.
    for (let count = 0; count < (isQuote ? backslashes >> 1 : backslashes); count++) taken.push(at + count);
    at += backslashes;
    if (!isQuote) {
      if (backslashes === 0) taken.push(at++);
      continue;
    }
    const isDouble = open !== undefined && text.charAt(at + 1) === '"';
    if (backslashes % 2 === 1) taken.push(at);
    else if (isDouble) taken.push(++at);
    else open = open === undefined ? at : undefined;
    at++;
  }
  return { taken, end: at, open };
}

function backslashesAt(text: string, start: number): number {
  let end = start;
  while (text.charAt(end) === '\\') end++;
  return end - start;
}
