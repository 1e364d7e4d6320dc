import type { IToken } from 'chevrotain';
import type { Definition } from '../diagnostics/define.js';
import { syntax } from '../diagnostics/fo1-syntax.js';
import { crop } from '../text/crop.js';
import { nearest } from '../text/nearest.js';
import { endOf, type Span, spanBetween } from '../text/span.js';
import { type Bracket, type Brackets, pairBrackets } from './brackets.js';
import { describe, type LocalExtras, type LocalFix, ParserBase, type SyntaxReport, spanOf } from './parser-base.js';
import type { Token, TokenList } from './token-list.js';
import * as t from './tokens.js';
import { foreignWords, isFlag } from './words.js';

const { keyword } = t;

/** Grammar occurrences from here on stand for what must be there and may be missing in a broken file. */
export const requiredFrom = 200;

const endOfLine = /[ \t\r]*(?:\n|$)/y;

/**
 * One diagnostic a fault, and going on after it. Whatever must be there is asked for with `need`, so that a file which
 * lacks it still gives a tree, and Chevrotain's own recovery has nothing to do.
 */
export abstract class Recovery extends ParserBase {
  /** What was passed over after a fault, in the order of the text: nothing more is said about it. */
  protected skipped: Span[] = [];
  /** The index of the token before which the last fault was reported: one more at the same token is the same fault. */
  #faultAt: number | undefined;
  #brackets: Brackets | undefined;
  #strange: readonly Span[] = [];
  #reports = 0;

  /** @param strange what the lexer could not read, and has reported, in the order of the text */
  protected begin(text: string, tokens: TokenList, strange: readonly Span[], report: SyntaxReport): void {
    this.#faultAt = undefined;
    this.#brackets = undefined;
    this.#strange = strange;
    this.skipped = [];
    this.#reports = 0;
    this.start(text, tokens, (definition, span, params, extras) => {
      this.#reports++;
      report(definition, span, params, extras);
    });
  }

  protected override stop(): void {
    super.stop();
    this.#faultAt = undefined;
    this.#brackets = undefined;
    this.#strange = [];
  }

  // Saying it once

  /** Something is wrong with the next token, or missing before it. */
  protected fault<Params>(definition: Definition<Params>, span: Span, params: Params, extras?: LocalExtras): void {
    if (this.isReported()) return;
    this.settle();
    if (!this.afterStrange()) this.report(definition, span, params, extras);
  }

  /** Something is wrong with the token just read. What was missing before it has been reported: it is the same fault. */
  protected faultAtLast<Params>(
    definition: Definition<Params>,
    span: Span,
    params: Params,
    extras?: LocalExtras,
  ): void {
    if (this.#faultAt !== this.currIdx && !this.touchesStrange()) this.report(definition, span, params, extras);
    this.settle();
  }

  /** Something is wrong with what has been read and understood: it hides no other fault. */
  protected remark<Params>(definition: Definition<Params>, span: Span, params: Params, extras?: LocalExtras): void {
    this.report(definition, span, params, extras);
  }

  /** Whether what is wrong with the next token has been reported. */
  protected isReported(): boolean {
    return this.#faultAt === this.currIdx + 1;
  }

  /** How many faults have been reported. */
  protected get reports(): number {
    return this.#reports;
  }

  /** What is wrong with the next token has been reported. */
  protected settle(): void {
    this.#faultAt = this.currIdx + 1;
  }

  /** Whether something that the lexer has reported stands between the last token and the next, on the line of the last. */
  protected afterStrange(): boolean {
    const first = this.strangeFrom(this.endOfLast());
    if (first === undefined || first.offset >= this.offsetOfNext()) return false;
    return !this.text.slice(this.endOfLast(), first.offset).includes('\n');
  }

  /** Whether the token just read follows right after something that the lexer has reported. */
  private touchesStrange(): boolean {
    return this.isStrange(this.last.startOffset - 1);
  }

  protected isStrange(offset: number): boolean {
    const span = this.strangeFrom(offset);
    return span !== undefined && span.offset <= offset;
  }

  /** The first stretch that the lexer has reported and that ends after an offset. */
  private strangeFrom(offset: number): Span | undefined {
    let low = 0;
    let high = this.#strange.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const span = this.#strange[middle];
      if (span !== undefined && endOf(span) <= offset) low = middle + 1;
      else high = middle;
    }
    return this.#strange[low];
  }

  /** What must be there: when it is not, that is reported at what promised it, and parsing goes on. */
  protected need<Result extends object>(occurrence: number, wanted: string, parse: () => Result): Result | undefined {
    const result = this.option(requiredFrom + occurrence, parse);
    if (result === undefined) this.expected(wanted);
    return result;
  }

  protected expected(wanted: string, extras?: LocalExtras): void {
    const { last } = this;
    const found = this.atEnd() ? 'the end of the file' : describe(this.next);
    if (last.tokenType === t.EOF) {
      this.fault(syntax.expected, this.spanOfNext(), { wanted, after: '', found }, extras);
    } else {
      this.fault(syntax.expected, spanOf(last), { wanted, after: describe(last), found }, extras);
    }
  }

  /** The token just read lacks a keyword before it, which says what it is. */
  protected lacksKeyword(word: string, after = ''): void {
    const token = this.last;
    this.passed(token.startOffset, token.endOffset + 1);
    const params = { wanted: `\`${word}\``, after: '', found: describe(token) };
    const span = spanOf(token);
    const edits = [{ offset: span.offset, length: 0, text: `${word} ` }];
    if (after !== '') edits.push({ offset: endOf(span), length: 0, text: after });
    this.faultAtLast(syntax.expected, span, params, { fixes: [{ title: `Insert \`${word}\``, edits }] });
  }

  /** @param insert what to write at the end of what is not closed */
  protected unclosed(mark: string, what: string, opening: Span, insert = mark): void {
    const end = this.endOfLast();
    const at = { offset: Math.max(0, end - 1), length: Math.min(1, end) };
    const related = [{ ...opening, message: 'opened here' }];
    const fixes = [{ title: `Insert \`${mark}\``, edits: [{ offset: end, length: 0, text: insert }] }];
    this.fault(syntax.unclosed, at, { mark, what }, { related, fixes });
  }

  /** Takes something out, with the white space before it and its line where it stands alone, and writes it elsewhere. */
  protected moving(what: Span, to: number, before: string, after = ''): LocalFix['edits'] {
    const end = endOf(what);
    let start = what.offset;
    while (this.text[start - 1] === ' ' || this.text[start - 1] === '\t') start--;
    if (this.text[start - 1] === '\n' && this.endsLine(end)) start -= this.text[start - 2] === '\r' ? 2 : 1;
    return [
      { offset: start, length: end - start, text: '' },
      { offset: to, length: 0, text: before + this.text.slice(what.offset, end) + after },
    ];
  }

  /** Whether nothing but white space follows on the line. */
  private endsLine(offset: number): boolean {
    endOfLine.lastIndex = offset;
    return endOfLine.test(this.text);
  }

  // Going on

  /** Passes over the next token, which belongs to a fault that has been reported. */
  protected pass(): void {
    if (this.atEnd()) return;
    const before = this.endOfLast();
    const start = this.offsetOfNext();
    this.SKIP_TOKEN();
    this.passed(start, this.endOfLast(), before);
  }

  /** @param before where the token before it ends: what follows right after a stretch makes it longer */
  protected passed(start: number, end: number, before = start): void {
    const last = this.skipped.at(-1);
    if (last !== undefined && endOf(last) >= before) {
      const span = spanBetween(Math.min(last.offset, start), Math.max(endOf(last), end));
      this.skipped[this.skipped.length - 1] = span;
    } else {
      this.skipped.push(spanBetween(start, end));
    }
  }

  /** Reports the token just read as out of place, and passes over what belongs to it. */
  protected stray(context: string): void {
    const token = this.last;
    const found = describe(token);
    this.strayToken(syntax.unexpected, { found, context }, () => {
      const edits = [{ ...spanBetween(token.startOffset, this.endOfLast()), text: '' }];
      const partner = token.tokenType === t.LeftBrace ? this.needlessPartner(token) : undefined;
      if (partner !== undefined) edits.push({ ...spanOf(partner), text: '' });
      return { fixes: [{ title: this.removing(token), edits }] };
    });
  }

  private removing(first: Token): string {
    if (first.index === this.currIdx) return `Remove ${first.tokenType === t.Text ? 'the text' : describe(first)}`;
    return `Remove \`${crop(this.text.slice(first.startOffset, Math.min(this.endOfLast(), first.startOffset + 200)).replace(/\s+/g, ' '))}\``;
  }

  /**
   * The same with a fault of its own.
   * @param extras asked for when everything has been passed over
   * @param span of the token, and of those before it that belong to it
   */
  protected strayToken<Params>(
    definition: Definition<Params>,
    params: Params,
    extras?: () => LocalExtras,
    span: Span = spanOf(this.last),
  ): void {
    const token = this.last;
    this.passed(token.startOffset, token.endOffset + 1);
    if (token.tokenType === t.Ignored) return;
    const isKnown = this.#faultAt === token.index || this.touchesStrange();
    const followsQuote = this.followsQuote(token);
    if (token.tokenType === t.LeftBrace) this.ignorePartners(token);
    else this.skipRun();
    this.settle();
    if (isKnown) return;
    if (followsQuote) {
      const context = 'right after a text: there is a quote too many, or one is missing before it';
      this.report(syntax.unexpected, spanOf(token), { found: describe(token), context });
    } else {
      this.report(definition, span, params, extras?.());
    }
  }

  /** Whether a word has been cut off from what was meant as one text with it. */
  private followsQuote(token: Token): boolean {
    const before = this.LA(-1);
    return token.tokenType === t.Name && before.tokenType === t.Text && before.endOffset + 1 === token.startOffset;
  }

  /** Passes over what cannot be understood: everything up to a keyword, a brace that closes, or a name on a new line. */
  protected skipRun(): void {
    while (!this.atEnd() && this.isMeaningless(this.next)) {
      const token = this.next;
      this.pass();
      if (token.tokenType === t.LeftBrace) this.ignorePartner(token);
      else if (token.tokenType === t.LeftParen) this.passThrough(this.bracketOf(token)?.partner);
    }
  }

  private isMeaningless(token: Token): boolean {
    const type = token.tokenType;
    if (type === t.Name) return !isFlag(token.image) && !this.onFreshLine();
    if (type === keyword.as || type === keyword.type || type === keyword.for) return true;
    return t.InStep.categoryMatchesMap?.[token.tokenTypeIdx] === true;
  }

  /** Passes over everything up to and with a token further on. */
  protected passThrough(last: Token | undefined): void {
    if (last === undefined) return;
    while (!this.atEnd() && this.currIdx !== last.index) this.pass();
  }

  protected bracketOf(token: IToken): Bracket | undefined {
    return this.brackets().of.get((token as Token).index);
  }

  private brackets(): Brackets {
    this.#brackets ??= pairBrackets(this.tokens);
    return this.#brackets;
  }

  /** Whether a brace further on closes nothing, so that the next one, a closing brace, may be the one too many. */
  protected closesTooMuch(): boolean {
    return this.brackets().lastStray > this.offsetOfNext();
  }

  /** What closes a brace that should not be there, unless one around it wants it. */
  private needlessPartner(token: IToken): Token | undefined {
    const bracket = this.bracketOf(token);
    return bracket?.isContested === true ? undefined : bracket?.partner;
  }

  /** The brace that closes the one just read closes nothing else. */
  protected ignorePartner(token: IToken): void {
    this.needlessPartner(token)?.become(t.Ignored);
  }

  /** The same for a brace and all that follow right after it. */
  private ignorePartners(token: IToken): void {
    this.ignorePartner(token);
    while (this.is(1, t.LeftBrace)) {
      this.ignorePartner(this.next);
      this.pass();
    }
  }

  /** Reads a misspelt keyword as the one that was meant. Returns true, so that it can stand as a gate. */
  protected repair(candidates: readonly string[], known: readonly string[] = []): true {
    if (this.typeOf(1) !== t.Name) return true;
    const token = this.next;
    if (known.includes(token.image)) return true;
    const meant = this.meantBy(token.image, candidates, known);
    if (meant === undefined || known.includes(meant)) return true;
    const span = spanOf(token);
    const fixes = [{ title: `Write \`${meant}\``, edits: [{ ...span, text: meant }] }];
    this.remark(syntax.misspeltKeyword, span, { word: token.image, keyword: meant }, { fixes });
    token.become(t.typeOfWordIn(meant, 0, meant.length));
    return true;
  }

  private meantBy(word: string, candidates: readonly string[], known: readonly string[]): string | undefined {
    const lower = word.length > 40 ? word : word.toLowerCase();
    const foreign = Object.hasOwn(foreignWords, lower) ? foreignWords[lower] : undefined;
    // `text` alone is a word that many languages have, and `or` joins other things as well.
    if (foreign === 'sms' && !this.is(2, t.Text)) return undefined;
    if (lower === 'or' && !this.is(2, keyword.viber, keyword.sms, keyword.voice)) return undefined;
    if (foreign !== undefined && candidates.includes(foreign)) return foreign;
    // One letter off is half of a word of two.
    if (word.length <= 2) return candidates.find((candidate) => candidate === lower);
    return nearest(word, [...candidates, ...known]);
  }
}
