import { type ParseError, type ParseOptions, parseTree, printParseErrorCode } from 'jsonc-parser';

/** The first place at which a text is not JSON. */
export interface JsonProblem {
  readonly problem: string;
  readonly offset: number;
  readonly length: number;
}

const words: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this word means nothing',
  InvalidNumberFormat: 'this is no number',
  PropertyNameExpected: 'a key in double quotes is expected',
  ValueExpected: 'a value is expected',
  ColonExpected: 'a colon is expected',
  CommaExpected: 'a comma is expected',
  CloseBraceExpected: 'a closing brace is expected',
  CloseBracketExpected: 'a closing bracket is expected',
  EndOfFileExpected: 'nothing more is expected',
  InvalidCommentToken: 'comments are not allowed here',
  UnexpectedEndOfComment: 'this comment is not closed',
  UnexpectedEndOfString: 'this text has no closing quote on its line',
  UnexpectedEndOfNumber: 'this number breaks off',
  InvalidUnicode: 'this escape names no character',
  InvalidEscapeCharacter: 'this escape does not exist',
  InvalidCharacter: 'a control character must be escaped',
};

/** Parses JSON and finds its first fault; what comes after it may only follow from it. */
export function parseJson(text: string, options: ParseOptions) {
  const errors: ParseError[] = [];
  try {
    // A byte order mark is not part of JSON, but part of the text whose offsets count.
    const node = parseTree(text.replace(/^\ufeff/, ' '), errors, options);
    return { node, fault: errors[0] && describe(errors[0], errors[1], text) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { node: undefined, fault: { problem: 'it is nested too deeply', offset: 0, length: 0 } };
  }
}

function describe({ error, offset, length }: ParseError, next: ParseError | undefined, text: string): JsonProblem {
  // A word without quotes where a key belongs is first no word of JSON, and then no key: the second says more.
  const second = next && printParseErrorCode(next.error);
  const code = second === 'PropertyNameExpected' ? second : printParseErrorCode(error);
  const end = Math.min(offset + length, text.length);
  const start = Math.min(offset, end);
  return { problem: words[code] ?? code, offset: start, length: end - start };
}
