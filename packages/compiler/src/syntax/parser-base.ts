import { EmbeddedActionsParser, type IToken, type TokenType } from 'chevrotain';
import type { Definition } from '../diagnostics/define.js';
import { crop } from '../text/crop.js';
import type { Span } from '../text/span.js';
import { type Learned, teach } from './lookahead.js';
import { type Token, TokenList } from './token-list.js';
import { allTokenTypes, EOF, Text } from './tokens.js';
import type { WordNode } from './tree.js';

/** Receives what the parser has to say. Fixes and related places are of the same file. */
export type SyntaxReport = <Params>(
  definition: Definition<Params>,
  span: Span,
  params: Params,
  extras?: LocalExtras,
) => void;

export interface LocalExtras {
  readonly help?: string | undefined;
  readonly related?: readonly (Span & { readonly message: string })[];
  readonly fixes?: readonly LocalFix[];
}

export interface LocalFix {
  readonly title: string;
  readonly edits: readonly (Span & { readonly text: string })[];
}

const noTokens = new TokenList('');

/**
 * The grammar itself goes on after every fault we know of, so a plain parser will do, which is told what there is to know of
 * its grammar. One that recovers as Chevrotain does learns it by itself, for several times the cost, and is made when a plain
 * one has given up. One that validates checks the grammar too.
 */
export type ParserMode = 'plain' | 'recovering' | 'validating';

/** What the grammar needs to know about the tokens around it, and to make nodes with places. */
export abstract class ParserBase extends EmbeddedActionsParser {
  readonly #mode: ParserMode;
  protected text = '';
  protected tokens = noTokens;
  /** The index of the token just read. Chevrotain has it, and does not say so in its types. */
  protected declare readonly currIdx: number;
  protected report: SyntaxReport = () => {};

  constructor(mode: ParserMode) {
    super(allTokenTypes, {
      recoveryEnabled: mode !== 'plain',
      maxLookahead: 1,
      skipValidations: mode !== 'validating',
    });
    this.#mode = mode;
  }

  protected override performSelfAnalysis(): void {
    if (this.#mode === 'plain') teach(this as unknown as Learned);
    else super.performSelfAnalysis();
  }

  protected start(text: string, tokens: TokenList, report: SyntaxReport): void {
    this.text = text;
    this.report = report;
    this.tokens = tokens;
    // Chevrotain asks for tokens by `LA` alone, and here only for how many there are.
    this.input = new Array(tokens.length);
  }

  /** Lets go of the text, since the one instance lives as long as the process. */
  protected stop(): void {
    this.text = '';
    this.report = () => {};
    this.tokens = noTokens;
    this.input = [];
  }

  /** An option that is taken on a condition. A function to ask for it, as Chevrotain has it, would be made each time. */
  protected optionIf<Result>(condition: boolean, occurrence: number, parse: () => Result): Result | undefined {
    return condition || this.RECORDING_PHASE ? this.option(occurrence, parse) : undefined;
  }

  /** A token ahead; 0 for the one just read. Beyond the first and the last, the end of the file. */
  protected override LA(ahead: number): Token {
    return this.tokens.at(this.currIdx + ahead);
  }

  protected override LA_FAST(ahead: number): Token {
    return this.LA(ahead);
  }

  /** The number of the type of a token ahead. */
  typeNumberOf(ahead: number): number {
    return this.tokens.typeNumberAt(this.currIdx + ahead);
  }

  protected typeOf(ahead: number): TokenType {
    return this.tokens.typeAt(this.currIdx + ahead);
  }

  protected get next(): Token {
    return this.LA(1);
  }

  protected get last(): Token {
    return this.LA(0);
  }

  /** Whether the token so far ahead is of one of the types. */
  protected is(ahead: number, first: TokenType, second?: TokenType, third?: TokenType, fourth?: TokenType): boolean {
    const found = this.typeNumberOf(ahead);
    return (
      isOf(found, first) ||
      (second !== undefined && isOf(found, second)) ||
      (third !== undefined && isOf(found, third)) ||
      (fourth !== undefined && isOf(found, fourth))
    );
  }

  protected atEnd(): boolean {
    return this.typeOf(1) === EOF;
  }

  protected offsetOfNext(): number {
    return this.tokens.startAt(this.currIdx + 1);
  }

  protected endOfLast(): number {
    return this.tokens.endAt(this.currIdx);
  }

  protected spanOfNext(): Span {
    return spanOf(this.next);
  }

  /** Whether a line break stands before the next token. */
  protected onFreshLine(): boolean {
    if (this.typeOf(0) === EOF) return true;
    return this.text.slice(this.endOfLast(), this.offsetOfNext()).includes('\n');
  }

  /** The length of a node that ends with the token just read. */
  protected lengthFrom(start: number): number {
    const length = this.endOfLast() - start;
    return length > 0 ? length : 0;
  }

  protected word({ image, startOffset }: { image: string; startOffset: number }): WordNode {
    return { kind: 'word', offset: startOffset, length: image.length, text: image };
  }

  /** A keyword as it was meant. */
  protected keyword(token: IToken): WordNode {
    const { offset, length } = spanOf(token);
    return { kind: 'word', offset, length, text: token.tokenType.LABEL ?? token.image };
  }
}

function isOf(tokenTypeIdx: number, type: TokenType): boolean {
  return type.tokenTypeIdx === tokenTypeIdx || type.categoryMatchesMap?.[tokenTypeIdx] === true;
}

export function spanOf({ startOffset, endOffset }: Pick<IToken, 'startOffset' | 'endOffset'>): Span {
  return { offset: startOffset, length: (endOffset as number) + 1 - startOffset };
}

/** A token in the words of a message. */
export function describe(token: { image: string; tokenType: TokenType }): string {
  if (token.tokenType === Text) return 'a text';
  return `\`${crop(token.image)}\``;
}

export function rewrite(span: Span, text: string): LocalFix {
  return { title: `Write \`${crop(text)}\``, edits: [{ offset: span.offset, length: span.length, text }] };
}

/** What is meant, with the name that the author gave it. */
export function named(what: string, name: WordNode | undefined): string {
  return name === undefined ? what : `${what} \`${crop(name.text)}\``;
}
