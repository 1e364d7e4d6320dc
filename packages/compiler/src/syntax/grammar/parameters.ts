import { syntax } from '../../diagnostics/fo1-syntax.js';
import { exact } from '../../text/exact.js';
import { endOf, type Span, spanBetween } from '../../text/span.js';
import { describe, rewrite, spanOf } from '../parser-base.js';
import { requiredFrom } from '../recovery.js';
import * as t from '../tokens.js';
import type * as tree from '../tree.js';
import * as words from '../words.js';
import { StepGrammar } from './steps.js';

/** What stands in the parentheses of a type. */
interface TypeParts {
  readonly opening: Span;
  min: tree.IntegerNode | undefined;
  dots: boolean;
  max: tree.IntegerNode | undefined;
  /** The place of the range so far. */
  range: Span | undefined;
  langs: tree.WordNode[] | undefined;
}

function partsFrom(opening: Span): TypeParts {
  return { opening, min: undefined, dots: false, max: undefined, range: undefined, langs: undefined };
}

const noParts = partsFrom({ offset: 0, length: 0 });

function rangeOf(parts: TypeParts | undefined): tree.RangeNode | undefined {
  if (parts?.range === undefined) return undefined;
  const { offset, length } = parts.range;
  return { kind: 'range', offset, length, min: parts.min, max: parts.max };
}

const asParam: { ARGS: [boolean] } = { ARGS: [true] };
const asStrayWord: { ARGS: [boolean] } = { ARGS: [false] };
const silently: { ARGS: [boolean] } = { ARGS: [true] };
const aloud: { ARGS: [boolean] } = { ARGS: [false] };

/** Parameter lists and types. */
export abstract class ParameterGrammar extends StepGrammar {
  /** The parameters that are being read: they do not stand in each other. */
  private list: tree.ParamNode[] = [];
  /** Whether the next item of a list may follow: it is the first, or a comma stands before it. */
  private isSeparated = true;
  private readonly partsOfParams = [
    {
      ALT: () => {
        const isParam = this.isSeparated || this.is(2, t.Colon) || this.onFreshLine();
        if (isParam) this.needComma(this.isSeparated);
        const param = this.SUBRULE(this.param, isParam ? asParam : asStrayWord);
        if (param !== undefined) this.list.push(param);
        this.isSeparated = false;
      },
    },
    {
      ALT: () => {
        this.CONSUME(t.Comma);
        this.needItem(this.isSeparated, 'a parameter');
        this.isSeparated = true;
      },
    },
    {
      IGNORE_AMBIGUITIES: true,
      ALT: () => {
        const token = this.CONSUME(t.InList);
        this.ACTION(() => this.strayItem(spanOf(token), 'in a list of parameters'));
      },
    },
  ];
  private readonly restOfParams = { GATE: () => !this.endsParams(), DEF: () => this.OR(this.partsOfParams) };

  protected readonly params = this.RULE('params', (): tree.ParamsNode => {
    const opening = this.CONSUME(t.LeftParen);
    const { reports } = this;
    const list: tree.ParamNode[] = [];
    this.list = list;
    this.isSeparated = true;
    this.MANY(this.restOfParams);
    this.closeList('the parameters', opening);
    // After a fault in the list, it may have been closed too early.
    if (this.reports > reports && this.is(1, t.Comma, t.RightParen)) this.settle();
    return {
      kind: 'params',
      offset: opening.startOffset,
      length: this.lengthFrom(opening.startOffset),
      list: exact(list),
    };
  });

  protected override stop(): void {
    super.stop();
    this.list = [];
    this.parts = noParts;
  }

  /** After a parameter, a text is what follows the list: the id of a template. */
  private endsParams(): boolean {
    return this.endsList() || (!this.isSeparated && this.is(1, t.Text) && !this.is(2, t.Comma, t.RightParen));
  }

  /** @param isParam false for a word that follows another and is no parameter of its own */
  private readonly param = this.RULE('param', (isParam: boolean): tree.ParamNode | undefined => {
    const token = this.CONSUME(t.Word);
    if (isParam === false) {
      this.ACTION(() => this.strayItem(spanOf(token), 'in a list of parameters'));
      return undefined;
    }
    const name = this.word(token);
    const colon = this.option(requiredFrom, this.readColon);
    if (colon === undefined) this.missingType();
    const isNext = colon === undefined && this.is(2, t.Colon);
    const type = this.optionIf(!isNext, requiredFrom + 1, colon === undefined ? this.readTypeSilently : this.readType);
    if (type === undefined) this.expected('a type');
    const fallback = this.OPTION(this.readDefault);
    return { kind: 'param', offset: name.offset, length: this.lengthFrom(name.offset), name, type, default: fallback };
  });

  private readonly readType = () => this.SUBRULE(this.type, aloud);
  private readonly readTypeSilently = () => this.SUBRULE(this.type, silently);

  private missingType(): void {
    const insert = (text: string) => {
      const edits = [{ offset: this.endOfLast(), length: 0, text }];
      return [{ title: `Insert \`${text.trim()}\``, edits }];
    };
    const isBefore = this.is(1, t.Word) && !this.is(2, t.Colon) && !this.onFreshLine();
    const isAbsent = this.is(1, t.Comma, t.RightParen);
    const type = this.last.image === 'to' ? ': phone' : ': text';
    this.expected('`:` and a type', { fixes: isBefore ? insert(':') : isAbsent ? insert(type) : [] });
  }

  private readonly textOrInteger = [
    { ALT: (): tree.TextNode | tree.IntegerNode => this.SUBRULE1(this.textLiteral) },
    { ALT: (): tree.TextNode | tree.IntegerNode => this.SUBRULE1(this.integer) },
  ];
  private readonly readDefault = () => {
    this.CONSUME(t.Equals);
    const value = this.option(requiredFrom + 2, this.readTextOrInteger);
    if (value === undefined) {
      this.missingText('a text or a number');
      this.passItem();
    }
    return value;
  };
  private readonly readTextOrInteger = () => this.OR(this.textOrInteger);

  /** @param silent whether the parameter has been reported already */
  protected readonly type = this.RULE('type', (silent: boolean): tree.TypeNode => {
    const { reports } = this;
    const name = this.word(this.CONSUME(t.Word));
    const parts = this.OPTION(this.readTypeParts);
    if (!silent && !this.RECORDING_PHASE && this.reports === reports) this.checkType(name, parts);
    const { offset } = name;
    return { kind: 'type', offset, length: this.lengthFrom(offset), name, range: rangeOf(parts), langs: parts?.langs };
  });

  private readonly readTypeParts = () => this.SUBRULE(this.typeParts);

  /** The type that is being read. */
  private parts: TypeParts = noParts;
  private isPartSeparated = true;
  private readonly partsOfType = [
    {
      ALT: () => {
        const integer = this.SUBRULE(this.integer);
        this.ACTION(() => this.limitOfRange(this.parts, integer));
        this.isPartSeparated = false;
      },
    },
    {
      ALT: () => {
        const dots = this.CONSUME(t.DotDot);
        this.ACTION(() => this.dotsOfRange(this.parts, spanOf(dots)));
        this.isPartSeparated = false;
      },
    },
    {
      ALT: () => {
        if (this.parts.range === undefined) this.needComma(this.isPartSeparated);
        const lang = this.CONSUME(t.Word);
        this.ACTION(() => this.langOfType(this.parts, lang));
        this.isPartSeparated = false;
      },
    },
    {
      ALT: () => {
        this.CONSUME(t.Comma);
        this.needItem(this.isPartSeparated, 'a language');
        this.isPartSeparated = true;
      },
    },
    {
      IGNORE_AMBIGUITIES: true,
      ALT: () => {
        const token = this.CONSUME(t.InList);
        this.ACTION(() => this.strayInType(token.tokenType === t.Text ? ': its parts stand without quotes' : ''));
      },
    },
  ];
  private readonly restOfType = {
    GATE: () => !this.endsType(this.isPartSeparated),
    DEF: () => this.OR(this.partsOfType),
  };

  private readonly typeParts = this.RULE('typeParts', (): TypeParts => {
    const opening = this.CONSUME(t.LeftParen);
    const parts = partsFrom(spanOf(opening));
    this.parts = parts;
    this.isPartSeparated = true;
    this.MANY(this.restOfType);
    if (parts.range !== undefined && !parts.dots) this.missingLimit(parts.min);
    this.closeList('the type', opening);
    return parts;
  });

  /** What starts the next parameter, or stands after the list: the type was never closed. */
  private endsType(separated: boolean): boolean {
    if (this.is(1, t.Comma)) return this.is(2, t.Word) && this.is(3, t.Colon);
    if (this.is(1, t.Text)) return !separated;
    if (!this.is(1, t.Word)) return false;
    return this.is(2, t.Colon) || (this.onFreshLine() && !this.is(2, t.Comma, t.RightParen));
  }

  private limitOfRange(parts: TypeParts, integer: tree.IntegerNode): void {
    const { min } = parts;
    if (parts.langs === undefined && !parts.dots && min === undefined) parts.min = integer;
    else if (parts.dots && parts.max === undefined) parts.max = integer;
    else if (min !== undefined && !parts.dots) this.missingDots(parts, min, integer);
    else this.strayInType();
    this.extendRange(parts, integer);
  }

  /** Other marks between the limits of a range, as in `4-10` or `4, 10`. */
  private missingDots(parts: TypeParts, min: tree.IntegerNode, max: tree.IntegerNode): void {
    const isSigned = max.value !== undefined && max.value < 0;
    const found = describe(this.LA(isSigned ? 0 : -1));
    const edits = [{ ...spanBetween(endOf(min), max.offset + (isSigned ? 1 : 0)), text: '..' }];
    const params = { wanted: '`..`', after: describe(this.LA(isSigned ? -1 : -2)), found };
    this.faultAtLast(syntax.expected, max, params, { fixes: [{ title: 'Write `..`', edits }] });
    parts.dots = true;
    if (!isSigned) parts.max = max;
  }

  /** A limit alone: the highest, or both. */
  private missingLimit(limit: tree.IntegerNode | undefined): void {
    const { value } = limit ?? {};
    const ranges = value === undefined ? [] : [`..${value}`, `${value}..${value}`];
    const fixes = limit === undefined ? [] : ranges.map((range) => rewrite(limit, range));
    this.expected('`..` and a limit, as in `4..10`,', { fixes });
  }

  private dotsOfRange(parts: TypeParts, span: Span): void {
    if (parts.dots) this.strayInType();
    parts.dots = true;
    this.extendRange(parts, span);
  }

  private langOfType(parts: TypeParts, token: { image: string; startOffset: number }): void {
    if (parts.range !== undefined) {
      this.strayInType();
      return;
    }
    parts.langs ??= [];
    parts.langs.push(this.word(token));
  }

  private extendRange(parts: TypeParts, span: Span): void {
    parts.range = spanBetween(parts.range?.offset ?? span.offset, endOf(span));
  }

  private strayInType(why = ''): void {
    this.strayItem(spanOf(this.last), `in a type${why}`);
  }

  private checkType(name: tree.WordNode, parts: TypeParts | undefined): void {
    const takesRange = name.text === 'text' || name.text === 'int';
    const refuse = (at: Span, found: string, why: string) =>
      this.remark(syntax.unexpected, at, { found, context: `here: ${why}` });
    const lang = parts?.langs?.[0];
    const range = parts?.range;
    if (!(words.typeWords as readonly string[]).includes(name.text)) {
      this.unknownWord(name, 'a type', words.typeWords, words.foreignTypeOf(name.text));
      this.settle();
    } else if (name.text === 'lang') {
      if (range !== undefined) refuse(range, 'A range', '`lang` takes languages, as in `lang(en, el)`');
      else if (lang === undefined) this.expected('the languages in parentheses, as in `lang(en, el)`,');
    } else if (lang !== undefined) {
      const takes = takesRange ? 'a range such as `4..10`' : 'nothing in parentheses';
      refuse(lang, describe({ image: lang.text, tokenType: t.Name }), `\`${name.text}\` takes ${takes}`);
    } else if (range !== undefined && !takesRange) {
      refuse(range, 'A range', `\`${name.text}\` has no range`);
    } else if (range === undefined && parts !== undefined) {
      const empty = spanBetween(parts.opening.offset, this.endOfLast());
      refuse(empty, '`()`', `the parentheses of \`${name.text}\` are empty`);
    }
  }
}
