import type { TokenType } from 'chevrotain';
import { syntax } from '../../diagnostics/fo1-syntax.js';
import { type Span, spanBetween } from '../../text/span.js';
import { describe, named, spanOf } from '../parser-base.js';
import { Recovery, requiredFrom } from '../recovery.js';
import * as t from '../tokens.js';
import type { WordNode } from '../tree.js';
import * as words from '../words.js';

const { keyword } = t;

type Opening = { readonly startOffset: number; readonly image: string };

/** How far ahead a mark of the same line is looked for. */
const lineReach = 100;

/** What follows a keyword that is meant as one, and not as a name. */
const followers = new Map<TokenType, readonly TokenType[]>([
  [keyword.then, [keyword.viber, keyword.sms, keyword.voice]],
  [keyword.viber, [t.Text, keyword.template]],
  [keyword.sms, [t.Text]],
  [keyword.voice, [t.Text, keyword.say, keyword.play]],
  [keyword.ttl, [t.Duration, t.Integer, t.BadNumber]],
  [keyword.lang, [t.Name, t.LeftBrace]],
  [keyword.on, [t.Name]],
  [keyword.seq, [t.Integer, t.BadNumber]],
  [keyword.repeat, [t.Integer, t.BadNumber]],
  [keyword.say, [t.Text]],
  ...[keyword.play, keyword.callback, keyword.to, keyword.label, keyword.inbound, keyword.image].map(takesValue),
  ...[keyword.button, keyword.file, keyword.video].map(takesValue),
]);

function takesValue(type: TokenType): [TokenType, readonly TokenType[]] {
  return [type, [t.Text, t.LeftBrace]];
}

/** Words that follow a keyword that is meant as one. */
const followingWords = new Map<TokenType, readonly string[]>([
  [keyword.repeat, ['forever']],
  [keyword.devices, words.devicesWords],
  [keyword.gender, words.genderWords],
  [keyword.machine, words.machineWords],
  [keyword.category, words.categoryWords],
]);

/** The lists and braces that values stand in, and how to tell where they end when they are not closed. */
export abstract class ListGrammar extends Recovery {
  // Functions and alternatives that need nothing of where they stand are made once: to make them each time costs more
  // than to run them.
  private readonly readBrace = () => this.CONSUME(t.LeftBrace);
  private readonly readLaterBrace = () => this.CONSUME1(t.LeftBrace);
  private readonly readClosingBrace = () => spanOf(this.CONSUME(t.RightBrace));
  private readonly readClosingParen = () => this.CONSUME(t.RightParen);

  /** The brace that opens a body. Where something stands before it, that is passed over. */
  protected open(occurrence: number): Opening | undefined {
    const opening = this.option(requiredFrom + occurrence, this.readBrace);
    if (opening === undefined) {
      this.expectedBefore(t.LeftBrace, '`{`', this.aheadOnLine(t.LeftBrace) > 0 ? ' ' : ' {');
      this.passTo(t.LeftBrace);
    }
    return this.optionIf(opening === undefined, 240 + occurrence, this.readLaterBrace) ?? opening;
  }

  /** What is missing before a mark on this line, in the place of whatever else stands there. */
  protected expectedBefore(type: TokenType, wanted: string, text: string): void {
    const start = this.endOfLast();
    const ahead = this.aheadOnLine(type);
    const end = ahead === 0 ? start : this.LA(ahead).startOffset;
    const fixes = [{ title: `Write ${wanted}`, edits: [{ ...spanBetween(start, end), text }] }];
    // More than a few words would be lost without being read.
    this.expected(wanted, { fixes: ahead <= 3 ? fixes : [] });
  }

  /** The brace that ends a body. Returns its place, or nothing when it is missing. */
  protected close(occurrence: number, what: string, opening: Opening | undefined, name?: WordNode): Span | undefined {
    const closing = this.option(250 + occurrence, this.readClosingBrace);
    // What lacks both braces lacks one thing.
    if (closing === undefined && opening !== undefined) this.unclosed('}', named(what, name), spanOf(opening), '\n}');
    return closing;
  }

  protected closeList(what: string, opening: Opening): void {
    const closing = this.option(255, this.readClosingParen);
    if (closing === undefined) this.unclosed(')', what, spanOf(opening));
  }

  protected needComma(separated: boolean): void {
    if (separated) return;
    const fixes = [{ title: 'Insert `,`', edits: [{ offset: this.endOfLast(), length: 0, text: ',' }] }];
    this.fault(syntax.missingComma, this.spanOfNext(), { next: this.next.image }, { fixes });
  }

  /** Reports the comma just read when nothing stands before it. */
  protected needItem(separated: boolean, wanted: string): void {
    if (!separated) return;
    const comma = spanOf(this.last);
    const context = `here: ${wanted} is missing before it`;
    const fixes = [{ title: 'Remove `,`', edits: [{ ...comma, text: '' }] }];
    this.faultAtLast(syntax.unexpected, comma, { found: '`,`', context }, { fixes });
  }

  /** What was just read is no item of a list: reports that, and passes over the rest of the item. */
  protected strayItem(span: Span, context: string): void {
    const token = this.last;
    this.passed(token.startOffset, token.endOffset + 1);
    if (token.tokenType === t.Ignored) return;
    this.faultAtLast(syntax.unexpected, span, { found: describe(token), context });
    if (token.tokenType === t.LeftParen) this.ignorePartner(token);
    else this.passItem();
    this.settle();
  }

  /** Passes over the rest of an item, up to what ends it or the list. */
  protected passItem(): void {
    let depth = 0;
    while (!this.atEnd() && !this.endsList()) {
      if (depth === 0 && this.is(1, t.Comma, t.RightParen)) return;
      if (this.is(1, t.RightBrace)) return;
      if (this.is(1, t.LeftBrace)) {
        if (!this.isHole(1)) return;
        this.pass();
        this.pass();
      }
      if (this.is(1, t.LeftParen)) depth++;
      if (this.is(1, t.RightParen)) depth--;
      this.pass();
    }
  }

  /** A word on a new line that names nothing of the list: the list was never closed. */
  protected endsList(): boolean {
    return this.is(1, t.Word) && !this.is(2, t.Colon, t.Comma, t.RightParen) && this.onFreshLine();
  }

  protected isHole(ahead: number): boolean {
    return this.is(ahead, t.LeftBrace) && this.is(ahead + 1, t.Word) && this.is(ahead + 2, t.RightBrace);
  }

  /** Whether the word ahead is meant as a keyword: what follows it is what that keyword takes. */
  protected startsClause(ahead: number): boolean {
    const type = this.typeOf(ahead);
    if (type === t.Name) return false;
    const next = this.LA(ahead + 1);
    if (next.tokenType === t.Name && words.isFlag(next.image)) return false;
    if (type === keyword.to && this.is(ahead + 1, keyword.phone, keyword.viber, keyword.sip)) {
      return this.is(ahead + 2, t.Text, t.LeftBrace);
    }
    return (
      followers.get(type)?.includes(next.tokenType) === true || followingWords.get(type)?.includes(next.image) === true
    );
  }

  /** How far ahead a mark stands on the rest of the line, not in parentheses; 0 when there is none. */
  protected aheadOnLine(first: TokenType, second: TokenType = first): number {
    let found = 0;
    let depth = 0;
    let end = this.endOfLast();
    for (let ahead = 1; ahead <= lineReach; ahead++) {
      const token = this.LA(ahead);
      const type = token.tokenType;
      if (type === t.EOF || type === t.RightBrace) return found;
      if (this.text.slice(end, token.startOffset).includes('\n')) return found;
      end = token.endOffset;
      if (depth === 0 && found === 0 && (type === first || type === second)) found = ahead;
      if (type === t.LeftBrace) return found;
      if (type === t.LeftParen) depth++;
      // What stands before a parenthesis that was never opened stands in it.
      else if (type === t.RightParen && --depth < 0) {
        depth = 0;
        found = 0;
      }
    }
    return found;
  }

  /** Passes over what stands before a mark on the rest of the line, when there is one. */
  protected passTo(first: TokenType, second: TokenType = first): void {
    for (let ahead = this.aheadOnLine(first, second); ahead > 1; ahead--) this.pass();
  }
}
