import { syntax } from '../../diagnostics/fo1-syntax.js';
import type { Span } from '../../text/span.js';
import { scanNumber, unitFor } from '../numbers.js';
import { ParserBase, spanOf } from '../parser-base.js';
import { readText } from '../text-literal.js';
import * as t from '../tokens.js';
import type * as tree from '../tree.js';
import * as words from '../words.js';

const { keyword } = t;

/** Values, and the lists and braces they stand in. */
export abstract class ValueGrammar extends ParserBase {
  /** The brace that ends a body. Returns its place, or that of the end of the body when it is missing. */
  protected close(occurrence: number, what: string, opening: { startOffset: number; image: string } | undefined) {
    let closing: Span | undefined;
    this.option(250 + (occurrence % 5), () => {
      closing = spanOf(this.CONSUME(t.RightBrace));
    });
    this.ACTION(() => {
      if (closing === undefined) this.unclosed('}', what, opening && spanOf(opening));
    });
    return closing;
  }

  protected closeList(occurrence: number, what: string, opening: { startOffset: number; image: string }): void {
    let closed = false;
    this.option(255 - occurrence, () => {
      this.CONSUME(t.RightParen);
      closed = true;
    });
    this.ACTION(() => {
      if (!closed) this.unclosed(')', what, spanOf(opening));
    });
  }

  protected needComma(separated: boolean): void {
    if (separated) return;
    const end = this.endOfLast();
    this.fault(
      syntax.missingComma,
      this.spanOfNext(),
      { next: this.next.image },
      {
        fixes: [{ title: 'Insert `,`', edits: [{ offset: end, length: 0, text: ',' }] }],
      },
    );
  }

  protected needItem(separated: boolean, wanted: string): void {
    if (!separated) return;
    const comma = spanOf(this.LA(0));
    this.fault(
      syntax.unexpected,
      comma,
      { found: '`,`', context: `here: ${wanted} is missing before it` },
      {
        fixes: [{ title: 'Remove `,`', edits: [{ ...comma, text: '' }] }],
      },
    );
  }

  /** A word on a new line that names nothing of the list: the list was never closed. */
  protected endsList(): boolean {
    return this.is(1, t.Word) && !this.is(2, t.Colon, t.Comma, t.RightParen) && this.onFreshLine();
  }

  protected expectedNothing(wanted: string): undefined {
    this.expected(wanted);
    return undefined;
  }

  /** Whether the word ahead is meant as a keyword: what follows it is what that keyword takes. */
  protected startsClause(ahead: number): boolean {
    if (this.is(ahead, keyword.then)) return this.is(ahead + 1, keyword.viber, keyword.sms, keyword.voice);
    if (this.is(ahead, keyword.ttl)) return this.is(ahead + 1, t.Duration, t.Integer);
    if (this.is(ahead, keyword.on)) return this.is(ahead + 1, t.Name);
    if (this.is(ahead, keyword.callback, keyword.to, keyword.label, keyword.inbound, keyword.image)) {
      return this.is(ahead + 1, t.Text, t.LeftBrace);
    }
    return this.is(ahead, keyword.viber, keyword.sms, keyword.voice) && this.is(ahead + 1, t.Text, keyword.template);
  }

  /** @param wanted what is said to be missing */
  protected readonly value = this.RULE('value', (wanted: string): tree.ValueNode | undefined => {
    const value = this.OPTION(() =>
      this.OR([{ ALT: () => this.SUBRULE(this.textLiteral) }, { ALT: () => this.SUBRULE(this.hole) }]),
    );
    let bare: tree.HoleNode | undefined;
    this.ACTION(() => {
      if (value !== undefined) return;
      bare = this.bareName();
      if (bare === undefined) this.expected(wanted);
    });
    return value ?? bare;
  });

  protected readonly hole = this.RULE('hole', (): tree.HoleNode => {
    const opening = this.CONSUME(t.LeftBrace);
    const name = this.need(0, 'the name of a parameter or let', () => this.word(this.CONSUME(t.Word)));
    let closed = false;
    this.option(254, () => {
      this.CONSUME(t.RightBrace);
      closed = true;
    });
    this.ACTION(() => {
      if (!closed) this.unclosed('}', 'the hole', spanOf(opening));
    });
    return this.node('hole', opening.startOffset, { name });
  });

  protected readonly textLiteral = this.RULE('textLiteral', (): tree.TextNode => {
    const token = this.CONSUME(t.Text);
    return this.ACTION(() => this.readTextToken(token as t.Token));
  });

  protected readonly integer = this.RULE('integer', (): tree.IntegerNode => {
    const token = this.CONSUME(t.Integer);
    const scanned = scanNumber(token.image);
    this.ACTION(() => {
      if (scanned.kind === 'bad') this.badNumber(token.image, spanOf(token), scanned);
    });
    return this.node('integer', token.startOffset, { value: scanned.kind === 'integer' ? scanned.value : undefined });
  });

  protected readonly duration = this.RULE('duration', (): tree.DurationNode | undefined => {
    let seconds: number | undefined;
    let start: number | undefined;
    this.option(200, () => {
      start = this.offsetOfNext();
      this.OR([
        {
          ALT: () => {
            const token = this.CONSUME(t.Duration);
            const scanned = scanNumber(token.image);
            this.ACTION(() => {
              if (scanned.kind === 'duration') seconds = scanned.seconds;
              else if (scanned.kind === 'bad') this.badNumber(token.image, spanOf(token), scanned);
            });
          },
        },
        {
          ALT: () =>
            this.numberWithoutUnit(this.CONSUME(t.Integer), 'a duration is written `30s`, `10m`, `2h` or `7d`'),
        },
        { ALT: () => this.numberWithoutUnit(this.CONSUME(t.Size), 'a duration is written `30s`, `10m`, `2h` or `7d`') },
      ]);
    });
    if (start === undefined) {
      this.ACTION(() => this.expected('a duration, such as `10m`,'));
      return undefined;
    }
    return this.node('duration', start, { seconds });
  });

  protected readonly size = this.RULE('size', (): tree.SizeNode | undefined => {
    let megabytes: number | undefined;
    let start: number | undefined;
    this.option(200, () => {
      start = this.offsetOfNext();
      this.OR([
        {
          ALT: () => {
            const token = this.CONSUME(t.Size);
            const scanned = scanNumber(token.image);
            this.ACTION(() => {
              if (scanned.kind === 'size') megabytes = scanned.megabytes;
              else if (scanned.kind === 'bad') this.badNumber(token.image, spanOf(token), scanned);
            });
          },
        },
        { ALT: () => this.numberWithoutUnit(this.CONSUME(t.Integer), 'a size is written `12MB`') },
        { ALT: () => this.numberWithoutUnit(this.CONSUME(t.Duration), 'a size is written `12MB`') },
      ]);
    });
    if (start === undefined) {
      this.ACTION(() => this.expected('a size, such as `12MB`,'));
      return undefined;
    }
    return this.node('size', start, { megabytes });
  });

  /** A plain name where a value must stand is taken for the hole that was meant. */
  protected bareName(): tree.HoleNode | undefined {
    const token = this.next;
    if (token.tokenType !== t.Name || this.onFreshLine()) return undefined;
    if ((words.flagWords as readonly string[]).includes(token.image)) return undefined;
    const name = this.word(token);
    const title = `Write \`{${name.text}}\``;
    this.fault(
      syntax.bareName,
      name,
      { name: name.text },
      {
        fixes: [{ title, edits: [{ offset: name.offset, length: name.length, text: `{${name.text}}` }] }],
      },
    );
    this.SKIP_TOKEN();
    return { kind: 'hole', offset: name.offset, length: name.length, name };
  }

  protected readTextToken(token: t.Token): tree.TextNode {
    const { image, startOffset } = token;
    const quote = image.startsWith('"""') ? '"""' : '"';
    const closed =
      image.charAt(0) !== '"' ||
      (image.length >= 2 * quote.length && image.endsWith(quote) && !isEscapedEnd(image, quote.length));
    return readText(image, startOffset, closed, (kind, offset, length) => {
      const source = this.text.slice(offset, offset + length);
      const name = source.replace(/[{}\s]/g, '');
      const span = { offset, length };
      const edit = (title: string, text: string) => ({ fixes: [{ title, edits: [{ ...span, text }] }] });
      switch (kind) {
        case 'escape':
          this.remark(syntax.unknownEscape, span, { written: source }, edit('Write `\\\\`', `\\\\${source.slice(1)}`));
          break;
        case 'code-point':
          this.remark(syntax.badCodePoint, span, { written: source });
          break;
        case 'unclosed-hole':
          this.remark(syntax.unclosedHole, span, { name }, edit(`Write \`{${name}}\``, `{${name}}`));
          break;
        case 'not-a-hole':
          this.remark(syntax.notAHole, span, undefined, edit('Write `\\{`', '\\{'));
          break;
        case 'doubled-hole':
          this.remark(syntax.doubledHole, span, { name }, edit(`Write \`{${name}}\``, `{${name}}`));
          break;
        case 'stray-brace':
          this.remark(syntax.strayBrace, span, undefined, edit('Write `\\}`', '\\}'));
          break;
      }
    });
  }

  /** A number that lacks its unit, or has it as a word of its own, as in `10 minutes`. */
  protected numberWithoutUnit(token: { image: string; startOffset: number }, what: string): void {
    this.ACTION(() => {
      const wanted = what.startsWith('a size') ? ['MB'] : ['s', 'm', 'h', 'd'];
      const span = spanOf(token);
      const following = this.is(1, t.Name) ? unitFor(this.next.image) : undefined;
      if (following !== undefined && wanted.includes(following)) {
        const whole = { offset: span.offset, length: this.next.endOffset + 1 - span.offset };
        const text = token.image + following;
        this.remark(
          syntax.missingUnit,
          whole,
          { image: this.text.slice(whole.offset, whole.offset + whole.length), what },
          {
            fixes: [{ title: `Write \`${text}\``, edits: [{ ...whole, text }] }],
          },
        );
        this.SKIP_TOKEN();
        return;
      }
      const units = /^\d+$/.test(token.image) ? wanted.filter((unit) => unit !== 'd') : [];
      this.remark(
        syntax.missingUnit,
        span,
        { image: token.image, what },
        {
          fixes: units.map((unit) => ({
            title: `Write \`${token.image}${unit}\``,
            edits: [{ ...span, text: token.image + unit }],
          })),
        },
      );
    });
  }

  protected badNumber(
    image: string,
    span: Span,
    scanned: Extract<ReturnType<typeof scanNumber>, { kind: 'bad' }>,
  ): void {
    const suggestion = 'suggestion' in scanned ? scanned.suggestion : undefined;
    const extras = { fixes: suggestion === undefined ? [] : [rewrite(span, suggestion)] };
    if (scanned.fault === 'unit-order') this.remark(syntax.unitOrder, span, { image }, extras);
    else if (scanned.fault === 'decimal-place') this.remark(syntax.decimalPlace, span, { image });
    else this.remark(syntax.badNumber, span, { image }, extras);
  }

  protected choice(occurrence: number, what: string, choices: readonly string[]): tree.WordNode | undefined {
    const list = choices.map((word) => `\`${word}\``).join(' or ');
    const word = this.option(200 + occurrence, {
      GATE: () => !this.startsClause(1),
      DEF: () => this.word(this.CONSUME(t.Word)),
    });
    this.ACTION(() => {
      if (word === undefined) this.expected(list);
      else if (!choices.includes(word.text)) this.unknownWord(word, what, choices);
    });
    return word;
  }

  protected unknownWord(word: tree.WordNode, what: string, choices: readonly string[], foreign?: string): void {
    const suggestion = foreign ?? words.nearestWord(word.text, choices);
    this.remark(
      syntax.unknownWord,
      word,
      { word: word.text, what, words: choices, suggestion },
      {
        fixes: suggestion === undefined ? [] : [rewrite(word, suggestion)],
      },
    );
  }
}

export function rewrite(span: Span, text: string) {
  return { title: `Write \`${text}\``, edits: [{ offset: span.offset, length: span.length, text }] };
}

function isEscapedEnd(image: string, quotes: number): boolean {
  let backslashes = 0;
  while (image.charAt(image.length - quotes - 1 - backslashes) === '\\') backslashes++;
  return backslashes % 2 === 1;
}
