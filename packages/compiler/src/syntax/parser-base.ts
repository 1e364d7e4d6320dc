import { EmbeddedActionsParser, type IToken, type TokenType } from 'chevrotain';
import type { Definition } from '../diagnostics/define.js';
import type { DiagnosticExtras } from '../diagnostics/diagnostic.js';
import { syntax } from '../diagnostics/fo1-syntax.js';
import { nearest } from '../text/nearest.js';
import type { Span } from '../text/span.js';
import {
  allTokenTypes,
  EOF,
  Ignored,
  keyword,
  LeftBrace,
  Name,
  RightBrace,
  Text,
  type Token,
  typeOfWord,
} from './tokens.js';
import type { WordNode } from './tree.js';
import { flagWords, foreignWords } from './words.js';

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
  readonly fixes?: readonly { readonly title: string; readonly edits: readonly (Span & { readonly text: string })[] }[];
}
export type { DiagnosticExtras };

/** Grammar occurrences from here on stand for what must be there and may be missing in a broken file. */
export const requiredFrom = 200;

/** How far ahead the partner of a stray brace is looked for. */
const partnerReach = 400;

/**
 * What the grammar needs besides Chevrotain's own methods: nodes with places, one diagnostic a fault, and going on
 * after it. Whatever must be there is asked for with `need`, so that a file which lacks it still gives a tree.
 */
export abstract class ParserBase extends EmbeddedActionsParser {
  protected text = '';
  /** What was passed over after a fault: nothing more is said about its words. */
  protected skipped: Span[] = [];
  protected report: SyntaxReport = () => {};
  /** The token before which the last fault was reported: one more at the same token is the same fault. */
  #faultAt: IToken | undefined;

  constructor(validate: boolean) {
    super(allTokenTypes, { recoveryEnabled: true, maxLookahead: 1, skipValidations: !validate });
  }

  protected start(text: string, tokens: Token[], report: SyntaxReport): void {
    this.text = text;
    this.report = report;
    this.#faultAt = undefined;
    this.skipped = [];
    this.input = tokens;
  }

  /** Lets go of the text, since the one instance lives as long as the process. */
  protected stop(): void {
    this.text = '';
    this.report = () => {};
    this.input = [];
  }

  // Tokens and nodes

  protected get next(): Token {
    return this.LA(1) as Token;
  }

  protected is(ahead: number, ...types: TokenType[]): boolean {
    const found = this.LA(ahead).tokenTypeIdx;
    return types.some((type) => type.tokenTypeIdx === found || type.categoryMatchesMap?.[found] === true);
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
    return last.tokenType === EOF || this.text.slice((last as Token).endOffset + 1, this.offsetOfNext()).includes('\n');
  }

  protected node<Kind extends string, Props extends object>(kind: Kind, start: number, props: Props) {
    const end = this.endOfLast();
    return { kind, offset: start, length: Math.max(0, end - start), ...props };
  }

  protected word(token: { image: string; startOffset: number }): WordNode {
    return { kind: 'word', offset: token.startOffset, length: token.image.length, text: token.image };
  }

  // Faults

  protected fault<Params>(definition: Definition<Params>, span: Span, params: Params, extras?: LocalExtras): void {
    const next = this.LA(1);
    if (this.#faultAt === next) return;
    this.#faultAt = next;
    this.report(definition, span, params, extras);
  }

  /** The same, for a fault about what has been read and understood: it hides no other. */
  protected remark<Params>(definition: Definition<Params>, span: Span, params: Params, extras?: LocalExtras): void {
    this.report(definition, span, params, extras);
  }

  /** What must be there: when it is not, that is reported at what promised it, and parsing goes on. */
  protected need<Result>(occurrence: number, wanted: string, parse: () => Result): Result | undefined {
    let found = false;
    let result: Result | undefined;
    this.option(requiredFrom + occurrence, () => {
      found = true;
      result = parse();
    });
    this.ACTION(() => {
      if (!found) this.expected(wanted);
    });
    return result;
  }

  protected expected(wanted: string, extras?: LocalExtras): void {
    const last = this.LA(0);
    const found = this.describeNext();
    if (last.tokenType === EOF) {
      this.fault(syntax.expected, this.spanOfNext(), { wanted, after: '', found }, extras);
    } else {
      this.fault(syntax.expected, spanOf(last), { wanted, after: describe(last), found }, extras);
    }
  }

  protected describeNext(): string {
    return this.atEnd() ? 'the end of the file' : describe(this.next);
  }

  protected unclosed(mark: string, what: string, opening: Span | undefined): void {
    const end = this.endOfLast();
    const at = { offset: Math.max(0, end - 1), length: Math.min(1, end) };
    this.fault(
      syntax.unclosed,
      at,
      { mark, what },
      {
        related: opening === undefined ? [] : [{ ...opening, message: 'opened here' }],
        fixes: [
          { title: `Insert \`${mark}\``, edits: [{ offset: end, length: 0, text: mark === '}' ? '\n}' : mark }] },
        ],
      },
    );
  }

  // Going on after a fault

  /** Reports the token just read and passes over what belongs to it, up to a word that means something. */
  protected stray(context: string): void {
    const first = this.LA(0) as Token;
    if (first.tokenType === Ignored) return;
    if (first.tokenType === LeftBrace) this.ignorePartner();
    this.strayWord(syntax.unexpected, spanOf(first), { found: describe(first), context }, this.strayExtras(first));
  }

  /** The same with a fault of its own. What was missing before the token has been reported: it is the same fault. */
  protected strayWord<Params>(definition: Definition<Params>, span: Span, params: Params, extras: LocalExtras): void {
    const first = this.LA(0) as Token;
    if (this.#faultAt !== first) this.report(definition, span, params, extras);
    this.skipRun();
    this.skipped.push({ offset: first.startOffset, length: this.endOfLast() - first.startOffset });
    this.#faultAt = this.LA(1);
  }

  private strayExtras(token: Token): LocalExtras {
    const remove = { title: `Remove ${describe(token)}`, edits: [{ ...spanOf(token), text: '' }] };
    return { fixes: [remove] };
  }

  /** Passes over what cannot be understood: everything up to a keyword, a closing brace or the end. */
  protected skipRun(): void {
    while (!this.atEnd() && this.isMeaningless(this.next)) {
      if (this.next.tokenType === LeftBrace) {
        this.SKIP_TOKEN();
        this.ignorePartner();
      } else {
        this.SKIP_TOKEN();
      }
    }
  }

  private isMeaningless(token: Token): boolean {
    const type = token.tokenType;
    if (type === Name) return !(flagWords as readonly string[]).includes(token.image);
    if (type === keyword.as || type === keyword.type || type === keyword.for) return true;
    return type.CATEGORIES?.some((category) => category.name === 'InStep') === true || isBadNumber(type);
  }

  /** The brace that closes the one just read closes nothing else. */
  private ignorePartner(): void {
    let depth = 1;
    for (let ahead = 1; ahead <= partnerReach; ahead++) {
      const token = this.LA(ahead);
      if (token.tokenType === EOF) return;
      if (token.tokenType === LeftBrace) depth++;
      if (token.tokenType === RightBrace && --depth === 0) {
        (token as Token).become(Ignored);
        return;
      }
    }
  }

  /** Reads a misspelt keyword as the one that was meant. Returns true, so that it can stand as a gate. */
  protected repair(candidates: readonly string[], known: readonly string[] = []): true {
    const token = this.next;
    if (token.tokenType !== Name || known.includes(token.image)) return true;
    const foreign = Object.hasOwn(foreignWords, token.image) ? foreignWords[token.image] : undefined;
    const meant =
      foreign !== undefined && candidates.includes(foreign) ? foreign : nearest(token.image, [...candidates, ...known]);
    if (meant === undefined || known.includes(meant)) return true;
    const span = spanOf(token);
    this.remark(
      syntax.misspeltKeyword,
      span,
      { word: token.image, keyword: meant },
      {
        fixes: [{ title: `Write \`${meant}\``, edits: [{ ...span, text: meant }] }],
      },
    );
    token.become(typeOfWord(meant));
    return true;
  }
}

function isBadNumber(type: TokenType): boolean {
  return type.name === 'BadNumber';
}

export function spanOf(token: { startOffset: number; image: string }): Span {
  return { offset: token.startOffset, length: token.image.length };
}

/** A token in the words of a message. */
export function describe(token: { image: string; tokenType: TokenType }): string {
  if (token.tokenType === Text) return 'a text';
  const image = token.image.length > 40 ? `${token.image.slice(0, 39)}…` : token.image;
  return `\`${image}\``;
}
