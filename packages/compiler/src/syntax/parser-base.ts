import { EmbeddedActionsParser, type IToken, type TokenType } from 'chevrotain';
import type { Definition } from '../diagnostics/define.js';
import { crop } from '../text/crop.js';
import type { Span } from '../text/span.js';
import { FirstTokenLookahead } from './lookahead.js';
import { allTokenTypes, EOF, Text, type Token } from './tokens.js';
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

/**
 * The grammar itself goes on after every fault we know of, so a plain parser will do. One that recovers as Chevrotain does
 * costs half as much again to make, and is made when a plain one has given up. One that validates checks the grammar.
 */
export type ParserMode = 'plain' | 'recovering' | 'validating';

/** What the grammar needs to know about the tokens around it, and to make nodes with places. */
export abstract class ParserBase extends EmbeddedActionsParser {
  protected text = '';
  protected report: SyntaxReport = () => {};

  constructor(mode: ParserMode) {
    super(allTokenTypes, {
      recoveryEnabled: mode !== 'plain',
      maxLookahead: 1,
      skipValidations: mode !== 'validating',
      // Chevrotain's own strategy is the one that checks the grammar.
      ...(mode === 'validating' ? {} : { lookaheadStrategy: new FirstTokenLookahead() }),
    });
  }

  protected start(text: string, tokens: Token[], report: SyntaxReport): void {
    this.text = text;
    this.report = report;
    this.input = tokens;
  }

  /** Lets go of the text, since the one instance lives as long as the process. */
  protected stop(): void {
    this.text = '';
    this.report = () => {};
    this.input = [];
  }

  /** An option that is taken on a condition. A function to ask for it, as Chevrotain has it, would be made each time. */
  protected optionIf<Result>(condition: boolean, occurrence: number, parse: () => Result): Result | undefined {
    return condition || this.RECORDING_PHASE ? this.option(occurrence, parse) : undefined;
  }

  protected get next(): Token {
    return this.LA(1) as Token;
  }

  /** Whether the token so far ahead is of one of the types. */
  protected is(ahead: number, first: TokenType, second?: TokenType, third?: TokenType, fourth?: TokenType): boolean {
    const found = this.LA(ahead).tokenTypeIdx;
    return (
      isOf(found, first) ||
      (second !== undefined && isOf(found, second)) ||
      (third !== undefined && isOf(found, third)) ||
      (fourth !== undefined && isOf(found, fourth))
    );
  }

  protected atEnd(): boolean {
    return this.LA(1).tokenType === EOF;
  }

  protected offsetOfNext(): number {
    return this.atEnd() ? this.text.length : this.next.startOffset;
  }

  protected endOfLast(): number {
    const last = this.LA(0);
    return last.tokenType === EOF ? 0 : (last as Token).endOffset + 1;
  }

  protected spanOfNext(): Span {
    return this.atEnd() ? { offset: this.text.length, length: 0 } : spanOf(this.next);
  }

  /** Whether a line break stands before the next token. */
  protected onFreshLine(): boolean {
    const last = this.LA(0);
    if (last.tokenType === EOF) return true;
    return this.text.slice((last as Token).endOffset + 1, this.offsetOfNext()).includes('\n');
  }

  /** The length of a node that ends with the token just read. */
  protected lengthFrom(start: number): number {
    const length = this.endOfLast() - start;
    return length > 0 ? length : 0;
  }

  protected word(token: { image: string; startOffset: number }): WordNode {
    return { kind: 'word', offset: token.startOffset, length: token.image.length, text: token.image };
  }

  /** A keyword as it was meant. */
  protected keyword({ image, startOffset, tokenType }: IToken): WordNode {
    return { kind: 'word', offset: startOffset, length: image.length, text: tokenType.LABEL ?? image };
  }
}

function isOf(tokenTypeIdx: number, type: TokenType): boolean {
  return type.tokenTypeIdx === tokenTypeIdx || type.categoryMatchesMap?.[tokenTypeIdx] === true;
}

export function spanOf(token: { startOffset: number; image: string }): Span {
  return { offset: token.startOffset, length: token.image.length };
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
