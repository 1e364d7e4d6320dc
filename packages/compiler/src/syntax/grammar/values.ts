import type { IToken } from 'chevrotain';
import { oneOf } from '../../diagnostics/define.js';
import { syntax } from '../../diagnostics/fo1-syntax.js';
import { forms, limits } from '../../routee/limits.js';
import { crop } from '../../text/crop.js';
import { type Span, sourceOf, spanBetween } from '../../text/span.js';
import { scanNumber, unitFor } from '../numbers.js';
import { describe, type LocalFix, rewrite, spanOf } from '../parser-base.js';
import { requiredFrom } from '../recovery.js';
import * as t from '../tokens.js';
import type * as tree from '../tree.js';
import * as words from '../words.js';
import { ListGrammar } from './lists.js';
import { isClosed, readTextToken } from './text-token.js';

const { keyword } = t;

/** What an address has after its first name: where it stands without quotes, the name is no parameter. */
const addressMark = /[:./@?&=%+]/;
const addressRun = /[^\s{}(),"]*/y;
const durationUnits = ['s', 'm', 'h', 'd'];
const durationForm = 'a duration is written `30s`, `10m`, `2h` or `7d`';
const sizeUnits = ['MB'];
export const templateIdWanted = 'the id of the template, a text,';
const sizeForm = 'a size is written `12MB`';
/** What a whole number can be after a keyword, in seconds or megabytes: of `ttl` on a Viber step and an SMS. */
const numberLimits: Readonly<Record<string, { readonly min: number; readonly max: number }>> = {
  ttl: {
    min: 60 * Math.max(limits.viber.ttl.min, limits.sms.ttl.min),
    max: 60 * Math.min(limits.viber.ttl.max, limits.sms.ttl.max),
  },
  for: limits.sms.urlValidity,
  duration: { min: 1, max: limits.viber.videoDuration.max },
  size: { min: 1, max: limits.viber.videoSize.max },
};
const plainWord = /^[\p{L}\p{M}\p{Nd}_.-]+$/u;
const rest = /[^\s{}]*/y;

export function isNumber(word: string): boolean {
  return scanNumber(word).kind !== 'bad';
}

/** Values, and what can go wrong with them. */
export abstract class ValueGrammar extends ListGrammar {
  protected readonly readWord = (): tree.WordNode => this.word(this.CONSUME(t.Word));
  private readonly readText = (): tree.TextNode => this.SUBRULE(this.textLiteral);
  private readonly readEndOfHole = () => this.CONSUME(t.RightBrace);
  private readonly textOrHole = [
    { ALT: (): tree.ValueNode => this.SUBRULE(this.textLiteral) },
    { ALT: (): tree.ValueNode => this.SUBRULE(this.hole) },
  ];
  protected readonly readValue = (): tree.ValueNode => this.OR(this.textOrHole);

  /** The keyword of a clause, as it was meant. Marks that other languages write after it are passed over. */
  protected lead(token: IToken): tree.WordNode {
    // After `template`, they hold arguments.
    if (this.is(1, t.LeftParen) && token.tokenType !== keyword.template) this.leadsCall(token);
    if (this.is(1, t.Colon, t.Equals)) {
      const mark = spanOf(this.next);
      const around = sourceOf(this.text, { offset: mark.offset - 1, length: 3 });
      const edit = { ...mark, text: /^\S\S\S/.test(around) ? ' ' : '' };
      const fixes = [{ title: `Remove \`${this.next.image}\``, edits: [edit] }];
      const context = `after \`${token.image}\`: what belongs to it follows directly`;
      this.fault(syntax.unexpected, mark, { found: `\`${this.next.image}\``, context }, { fixes });
      this.pass();
    }
    return this.keyword(token);
  }

  /** Parentheses around what belongs to a keyword, as in a call of other languages. */
  private leadsCall(token: IToken): void {
    const opening = this.next;
    const closing = this.bracketOf(opening)?.partner;
    const isTight = this.endOfLast() === opening.startOffset;
    const edits = [{ ...spanOf(opening), text: isTight ? ' ' : '' }];
    if (closing !== undefined) edits.push({ ...spanOf(closing), text: '' });
    const fixes = [{ title: 'Remove the parentheses', edits }];
    const context = `after \`${token.image}\`: what belongs to it follows directly`;
    this.fault(syntax.unexpected, spanOf(opening), { found: '`(`', context }, { fixes });
    this.pass();
    this.ignorePartner(opening);
  }

  /** A text that must be there. */
  protected needText(occurrence: number, wanted: string): tree.TextNode | undefined {
    const text = this.option(requiredFrom + occurrence, this.readText);
    if (text === undefined) this.missingText(wanted);
    return text;
  }

  /** The same at the end of a line, where something may stand before it that is passed over. */
  protected needLastText(occurrence: number, wanted: string): tree.TextNode | undefined {
    this.ACTION(() => {
      const ahead = this.aheadOnLine(t.Text);
      if (ahead <= 1 || !isClosed(this.LA(ahead).image)) return;
      this.expected(wanted);
      this.passTo(t.Text);
    });
    return this.needText(occurrence, wanted);
  }

  /** @param wanted what is said to be missing */
  protected readonly value = this.RULE('value', (wanted: string): tree.ValueNode | undefined => {
    const value = this.option(requiredFrom, this.readValue);
    if (value === undefined) return this.missingValue(wanted);
    if (value.kind === 'hole') this.checkEndOfHole(value);
    return value;
  });

  /** Whether the next brace stands apart from a hole, and something around the hole lacks a brace. */
  private isOfOtherHole(opening: IToken): boolean {
    if (!this.is(1, t.RightBrace) || this.offsetOfNext() === this.endOfLast()) return false;
    const isTight = this.last.startOffset === opening.startOffset + 1;
    return isTight && this.bracketOf(opening)?.isContested === true;
  }

  /** What follows right after a hole makes it the start of a text without quotes, as in `{api}/path`. */
  private checkEndOfHole(hole: tree.HoleNode): void {
    if (!this.is(0, t.RightBrace) || !this.isStrange(this.endOfLast())) return;
    addressRun.lastIndex = this.endOfLast();
    addressRun.test(this.text);
    const end = addressRun.lastIndex;
    this.unquoted('a text', hole.offset, () => this.offsetOfNext() < end);
  }

  protected readonly hole = this.RULE('hole', (): tree.HoleNode => {
    const opening = this.CONSUME(t.LeftBrace);
    const doubled = this.is(1, t.LeftBrace);
    if (doubled) this.pass();
    const name = this.need(0, 'the name of a parameter or let', this.readWord);
    this.passToEndOfHole();
    const closing = this.optionIf(!this.isOfOtherHole(opening), 254, this.readEndOfHole);
    if (closing === undefined) {
      this.unclosed('}', 'the hole', spanOf(opening));
    } else if (doubled) {
      if (this.is(1, t.RightBrace) && this.endOfLast() === this.offsetOfNext()) this.pass();
      const span = spanBetween(opening.startOffset, this.endOfLast());
      if (name !== undefined) {
        this.remark(syntax.doubledHole, span, { name: name.text }, { fixes: [rewrite(span, `{${name.text}}`)] });
      }
    }
    return { kind: 'hole', offset: opening.startOffset, length: this.lengthFrom(opening.startOffset), name };
  });

  protected readonly textLiteral = this.RULE('textLiteral', (): tree.TextNode => {
    const token = this.CONSUME(t.Text);
    return this.ACTION(() => readTextToken(token, this.text, this.report));
  });

  protected readonly integer = this.RULE('integer', (): tree.IntegerNode => {
    const token = this.CONSUME(t.Integer);
    const scanned = this.scan(token);
    const value = scanned?.kind === 'integer' ? scanned.value : undefined;
    const { image } = token;
    return { kind: 'integer', offset: token.startOffset, length: image.length, value, image };
  });

  private readonly durations = [
    { ALT: () => this.severalParts(this.CONSUME(t.Duration)) },
    { ALT: () => this.withoutUnit(this.CONSUME(t.Integer), durationUnits, durationForm) },
    { ALT: () => this.withoutUnit(this.CONSUME(t.Size), durationUnits, durationForm) },
  ];
  private readonly readDuration = () => this.OR(this.durations);

  protected readonly duration = this.RULE('duration', (): tree.DurationNode | undefined => {
    const offset = this.offsetOfNext();
    const found = this.option(requiredFrom, this.readDuration);
    if (found === undefined) {
      this.expectedUnquoted('a duration, such as `10m`,', isNumber);
      return undefined;
    }
    const seconds = found.kind === 'duration' ? found.seconds : undefined;
    const length = this.lengthFrom(offset);
    return { kind: 'duration', offset, length, seconds, image: sourceOf(this.text, { offset, length }) };
  });

  private readonly sizes = [
    { ALT: () => this.scan(this.CONSUME(t.Size)) },
    { ALT: () => this.withoutUnit(this.CONSUME(t.Integer), sizeUnits, sizeForm) },
    { ALT: () => this.withoutUnit(this.CONSUME(t.Duration), sizeUnits, sizeForm) },
  ];
  private readonly readSize = () => this.OR(this.sizes);

  protected readonly size = this.RULE('size', (): tree.SizeNode | undefined => {
    const offset = this.offsetOfNext();
    const found = this.option(requiredFrom, this.readSize);
    if (found === undefined) {
      this.expectedUnquoted('a size, such as `12MB`,', isNumber);
      return undefined;
    }
    const megabytes = found.kind === 'size' ? found.megabytes : undefined;
    const length = this.lengthFrom(offset);
    return { kind: 'size', offset, length, megabytes, image: sourceOf(this.text, { offset, length }) };
  });

  /** What a number says, if it is one. */
  private scan(token: { image: string; startOffset: number }): ReturnType<typeof scanNumber> {
    const scanned = scanNumber(token.image);
    if (scanned.kind !== 'bad') return scanned;
    const span = spanOf(token);
    const { image } = token;
    const suggestion = 'suggestion' in scanned ? scanned.suggestion : undefined;
    const extras = { fixes: suggestion === undefined ? [] : [rewrite(span, suggestion)] };
    if (scanned.fault === 'unit-order') this.remark(syntax.unitOrder, span, { image }, extras);
    else if (scanned.fault === 'decimal-place') this.remark(syntax.decimalPlace, span, { image });
    else this.remark(syntax.badNumber, span, { image }, extras);
    return scanned;
  }

  /** A duration that may have a space in it, as in `1h 30m`. */
  private severalParts(token: { image: string; startOffset: number }): ReturnType<typeof scanNumber> {
    if (!this.is(1, t.Duration) || this.onFreshLine()) return this.scan(token);
    const meant = token.image + this.next.image;
    const scanned = scanNumber(meant);
    if (scanned.kind !== 'duration') return this.scan(token);
    const whole = spanBetween(token.startOffset, this.next.endOffset + 1);
    this.pass();
    const params = { image: sourceOf(this.text, whole), what: durationForm, meant };
    this.remark(syntax.missingUnit, whole, params, { fixes: [rewrite(whole, meant)] });
    return scanned;
  }

  /** A number that lacks its unit, or has it as a word of its own, as in `10 minutes`. */
  private withoutUnit(token: { image: string; startOffset: number }, units: readonly string[], what: string) {
    const scanned = scanNumber(token.image);
    // `10min` stands wherever a number may.
    if (scanned.kind === 'bad') return this.scan(token);
    const span = spanOf(token);
    const { image } = token;
    const isPlain = scanned.kind === 'integer' && scanned.value >= 0;
    const unit = isPlain && this.is(1, t.Name) ? unitFor(this.next.image) : undefined;
    if (unit !== undefined && units.includes(unit)) {
      const whole = spanBetween(span.offset, this.next.endOffset + 1);
      const params = { image: sourceOf(this.text, whole), what, meant: image + unit };
      this.pass();
      this.remark(syntax.missingUnit, whole, params, { fixes: [rewrite(whole, image + unit)] });
      return scanned;
    }
    const likely = isPlain ? units.filter((one) => one !== 'd' && this.mayBe(image + one)) : [];
    this.remark(syntax.missingUnit, span, { image, what }, { fixes: likely.map((one) => rewrite(span, image + one)) });
    return scanned;
  }

  /** Whether a number with a unit is within what the clause takes that the number before it stands in. */
  private mayBe(written: string): boolean {
    const { image } = this.LA(-1);
    const limit = Object.hasOwn(numberLimits, image) ? numberLimits[image] : undefined;
    const read = scanNumber(written);
    const value = read.kind === 'duration' ? read.seconds : read.kind === 'size' ? read.megabytes : undefined;
    return limit === undefined || (value !== undefined && limit.min <= value && value <= limit.max);
  }

  // What stands where a text or a value should

  /**
   * A text that is missing, or lacks its quotes.
   * @param isSaid whether it lacks its verb as well
   */
  protected missingText(wanted: string, isSaid = false): void {
    const start = this.startOfProse();
    if (start === undefined) this.expected(wanted);
    else this.unquoted(wanted, start, () => !this.onFreshLine() && !this.endsProse(), isSaid);
  }

  /** A value that is missing, or an address or a name that lacks its quotes or braces. */
  protected missingValue(wanted: string): tree.HoleNode | undefined {
    const start = this.startOfProse();
    if (start === undefined) {
      this.expected(wanted);
      return undefined;
    }
    addressRun.lastIndex = start;
    addressRun.test(this.text);
    const end = addressRun.lastIndex;
    if (this.is(1, t.Name) && start === this.offsetOfNext()) {
      const after = this.next.endOffset + 1;
      if (after >= end || !addressMark.test(this.text.charAt(after))) return this.bareName();
    }
    this.unquoted(wanted, start, () => this.offsetOfNext() < end);
    return undefined;
  }

  /** Passes over words that were meant as a text. */
  private unquoted(wanted: string, start: number, goesOn: () => boolean, isSaid = false): void {
    const last = this.last;
    // What the lexer has reported is passed over here, and with it what it would have said.
    const wasReported = this.isReported() && !this.afterStrange();
    while (!this.atEnd() && goesOn()) this.pass();
    const isOpened = this.startsWithClosingQuote();
    if (isOpened) while (!this.atEnd() && !this.onFreshLine() && !this.is(1, t.LeftBrace, t.RightBrace)) this.pass();
    rest.lastIndex = Math.max(start, this.endOfLast());
    const end = rest.test(this.text) ? Math.min(rest.lastIndex, this.offsetOfNext()) : rest.lastIndex;
    const span = spanBetween(start, end);
    this.passed(start, end);
    if (!wasReported) {
      const isAfter = last.tokenType !== t.EOF && last.startOffset < start;
      const written = /^\S*/.exec(sourceOf(this.text, span))?.[0] ?? '';
      const params = { wanted, after: isAfter ? describe(last) : '', found: `\`${crop(written)}\`` };
      const opening = { title: 'Open the text', edits: [{ offset: start, length: 0, text: '"' }] };
      const fixes = isOpened || this.text.charCodeAt(end - 1) === 0x22 ? [opening] : this.quoting(span, wanted, isSaid);
      // What follows right after a text was meant as a part of it, or lacks a quote: there is no telling.
      const isCutOff = last.tokenType === t.Text && last.endOffset + 1 === start;
      this.report(syntax.expected, span, params, {
        help: 'A text stands in double quotes.',
        fixes: isCutOff ? [] : fixes,
      });
    }
    this.settle();
  }

  private quoting(span: Span, wanted: string, isSaid: boolean): LocalFix[] {
    const written = sourceOf(this.text, span);
    if (isSaid) return [rewrite(span, `say ${quoted(written)}${this.missingLang(written)}`)];
    return wanted === templateIdWanted && !forms.uuid.test(written) ? [] : [rewrite(span, quoted(written))];
  }

  /** What is to be written after a text that is said, where its language does not follow. */
  protected missingLang(text: string): string {
    return this.aheadOnLine(keyword.lang) > 0 ? '' : ` lang ${words.likelyLanguage(text)}`;
  }

  /** Whether the next text starts with the quote that closes the words before it. From there on, texts are inside out. */
  private startsWithClosingQuote(): boolean {
    if (!this.is(1, t.Text) || this.onFreshLine()) return false;
    return this.offsetOfNext() === this.endOfLast() || !isClosed(this.next.image);
  }

  private endOfSpace(): number {
    let at = this.endOfLast();
    while (this.text.charCodeAt(at) === 0x20 || this.text.charCodeAt(at) === 0x09) at++;
    return at;
  }

  /**
   * A word or number must stand here; one in quotes is passed over.
   * @param isOne whether what stands in the quotes can be one
   */
  protected expectedUnquoted(wanted: string, isOne = (word: string) => plainWord.test(word)): void {
    if (!this.is(1, t.Text)) {
      this.expected(wanted);
      return;
    }
    const span = this.spanOfNext();
    const word = this.next.image.slice(1, -1);
    this.expected(wanted, { fixes: isOne(word) ? [rewrite(span, word)] : [] });
    this.pass();
    this.settle();
  }

  /** Where words start that are no clause, on the line of the last token. */
  private startOfProse(): number | undefined {
    const at = this.endOfSpace();
    if (this.isStrange(at)) return at;
    if (at !== this.offsetOfNext() || this.atEnd()) return undefined;
    if (this.is(1, t.Name)) return words.isFlag(this.next.image) ? undefined : at;
    return this.is(1, t.Integer, t.Duration, t.Size) ? at : undefined;
  }

  private endsProse(): boolean {
    if (this.is(1, t.Name)) return words.isFlag(this.next.image);
    if (this.is(1, t.Text)) return true;
    if (this.is(1, t.LeftBrace)) return !this.isHole(1);
    // The brace of a hole.
    if (this.is(1, t.RightBrace)) return !this.isHole(-1);
    if (this.is(1, keyword.on)) return words.isStatus(this.LA(2).image);
    return this.startsClause(1);
  }

  /** A plain name where a value must stand is taken for the hole that was meant. */
  protected bareName(): tree.HoleNode | undefined {
    const token = this.next;
    if (token.tokenType !== t.Name || this.onFreshLine() || words.isFlag(token.image)) return undefined;
    const name = this.word(token);
    this.fault(syntax.bareName, name, { name: name.text }, { fixes: [rewrite(name, `{${name.text}}`)] });
    this.pass();
    // The closing brace of a hole that lacks its opening one.
    if (this.is(1, t.RightBrace) && this.offsetOfNext() === this.endOfLast() && this.closesTooMuch()) this.pass();
    return { kind: 'hole', offset: name.offset, length: name.length, name };
  }

  /** Words after the name in a hole, as in `{first name}`. */
  private passToEndOfHole(): void {
    let ahead = 1;
    while (ahead <= 3 && this.is(ahead, t.Word, t.Integer)) ahead++;
    if (ahead === 1 || !this.is(ahead, t.RightBrace) || this.onFreshLine()) return;
    const context = 'in a hole: it holds one name';
    this.fault(syntax.unexpected, spanOf(this.next), { found: describe(this.next), context });
    for (let passed = 1; passed < ahead; passed++) this.pass();
  }

  // Words

  /** The name of what is declared. */
  protected needName(wanted: string): tree.WordNode | undefined {
    // Any word is a name before what follows a name; elsewhere a keyword with what it takes is no name.
    const isName = this.is(2, t.LeftBrace, t.LeftParen, t.Equals) || !this.startsClause(1);
    const name = this.optionIf(isName, requiredFrom, this.readWord);
    if (name === undefined) this.expectedUnquoted(wanted);
    return name;
  }

  protected choice(occurrence: number, what: string, choices: readonly string[]): tree.WordNode | undefined {
    const word = this.optionIf(!this.startsClause(1), requiredFrom + occurrence, this.readWord);
    this.ACTION(() => {
      if (word === undefined) this.expectedUnquoted(oneOf(choices), (one) => choices.includes(one));
      else if (!choices.includes(word.text)) this.unknownWord(word, what, choices);
    });
    return word;
  }

  protected unknownWord(word: tree.WordNode, what: string, choices: readonly string[], foreign?: string): void {
    const suggestion = foreign ?? words.nearestWord(word.text, choices);
    const fixes = suggestion === undefined ? [] : [rewrite(word, suggestion)];
    this.remark(syntax.unknownWord, word, { word: word.text, what, words: choices, suggestion }, { fixes });
  }
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
