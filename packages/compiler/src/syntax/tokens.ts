import { createToken, EOF, type IToken, Lexer, type TokenType } from 'chevrotain';

/** Token types of the grammar. The lexer is our own, so none has a pattern. */

function type(name: string, ...categories: TokenType[]): TokenType {
  const made = createToken({ name, pattern: Lexer.NA });
  putInto(made, categories);
  return made;
}

/** Chevrotain would count all members of a category again for each new one: two of the fifty milliseconds of a short run. */
function putInto(member: TokenType, categories: readonly TokenType[]): void {
  member.CATEGORIES = [...categories];
  const { tokenTypeIdx: number = 0 } = member;
  const all = new Set(categories);
  for (const category of all) {
    category.isParent = true;
    category.categoryMatches?.push(number);
    if (category.categoryMatchesMap !== undefined) category.categoryMatchesMap[number] = true;
    for (const further of category.CATEGORIES ?? []) all.add(further);
  }
}

/*
 * Categories say where a token may be met while something is missing or out of place, so that each loop of the grammar
 * takes every token but those that end it.
 */
/** Every token. */
export const InFile = type('InFile');
/** Every token but those that start a declaration or close a brace. */
export const InBody = type('InBody', InFile);
/** What neither starts a clause nor ends a step. */
export const InStep = type('InStep', InBody);
/** What neither starts a parameter or argument nor ends their list. */
export const InList = type('InList', InBody);

/** Any name: keywords are words of their place, so each of them is a word too. */
export const Word = type('Word');
/** A word that may be a flag, because it starts nothing else in a step. */
export const FlagWord = type('FlagWord', Word, InBody);
export const Name = type('Name', FlagWord);

/** What starts a declaration, and so ends an unclosed one before it. */
const declarationTexts = ['import', 'let', 'sender', 'template', 'flow', 'standard', 'transactional'] as const;
/** What means something after another word only. */
const partTexts = ['as', 'type', 'thumbnail', 'size', 'duration', 'for', 'category', 'phone', 'sip'] as const;
const stepTexts = [
  ...['from', 'to', 'callback', 'then', 'viber', 'sms', 'voice'],
  ...['image', 'button', 'file', 'video', 'label', 'inbound', 'lang', 'devices', 'seq', 'shorten-links', 'machine'],
  ...['say', 'play', 'gender', 'repeat', 'ttl', 'on', 'no'],
] as const;

export type Keyword = (typeof declarationTexts)[number] | (typeof partTexts)[number] | (typeof stepTexts)[number];
export const keywordTexts: readonly Keyword[] = [...declarationTexts, ...stepTexts, ...partTexts];

function keywords<Text extends Keyword>(texts: readonly Text[], ...categories: TokenType[]): Record<Text, TokenType> {
  const types = texts.map((text) => {
    const name = text.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
    const made = type(`${name}Keyword`, ...categories);
    made.LABEL = text;
    return [text, made];
  });
  return Object.fromEntries(types) as Record<Text, TokenType>;
}

export const keyword: Readonly<Record<Keyword, TokenType>> = {
  ...keywords(declarationTexts, Word, InFile),
  ...keywords(stepTexts, Word, InBody),
  ...keywords(partTexts, FlagWord),
};
/** By their length: most names have another than any keyword that starts like them. */
const keywordsByLength: Keyword[][] = [];
for (const text of keywordTexts) {
  const alike = keywordsByLength[text.length];
  if (alike === undefined) keywordsByLength[text.length] = [text];
  else alike.push(text);
}

/** The type of the word between two offsets of a text. */
export function typeOfWordIn(text: string, start: number, end: number): TokenType {
  const first = text.charCodeAt(start);
  const alike = keywordsByLength[end - start];
  for (let at = 0; alike !== undefined && at < alike.length; at++) {
    const one = alike[at] as Keyword;
    if (one.charCodeAt(0) === first && text.startsWith(one, start)) return keyword[one];
  }
  return Name;
}

/** The keyword that a token is, or was meant as. */
export function keywordOf({ tokenType }: Pick<IToken, 'tokenType'>): string | undefined {
  return tokenType.LABEL !== undefined && tokenType !== Text ? tokenType.LABEL : undefined;
}

export const Text = type('Text', InStep, InList);

export const Integer = type('Integer', InStep, InList);
export const Duration = type('Duration', InStep, InList);
export const Size = type('Size', InStep, InList);
/** Starts like a number and is none, such as `10min`: it stands wherever a number may. */
export const BadNumber = type('BadNumber', Integer, Duration, Size);

export const LeftBrace = type('LeftBrace', InStep);
export const RightBrace = type('RightBrace', InFile);
export const LeftParen = type('LeftParen', InStep, InList);
export const RightParen = type('RightParen', InStep);
export const Comma = type('Comma', InStep);
export const Colon = type('Colon', InStep, InList);
export const Equals = type('Equals', InStep, InList);
export const DotDot = type('DotDot', InStep, InList);
/** A brace that has been reported together with its partner. */
export const Ignored = type('Ignored', InStep, InList);

export const allTokenTypes: TokenType[] = [
  ...[InFile, InBody, InStep, InList, Word, FlagWord, Name, ...Object.values(keyword)],
  ...[Text, Integer, Duration, Size, BadNumber, Ignored],
  ...[LeftBrace, RightBrace, LeftParen, RightParen, Comma, Colon, Equals, DotDot],
];

export { EOF };

/** A comment, from its first slash to the end of its line (the line break is not part of it). */
export interface Comment {
  readonly kind: 'comment' | 'doc' | 'foreign';
  readonly offset: number;
  readonly length: number;
}
