import type { IToken } from 'chevrotain';
import { syntax } from '../../diagnostics/fo1-syntax.js';
import { exact } from '../../text/exact.js';
import { spanBetween } from '../../text/span.js';
import { describe, rewrite, spanOf } from '../parser-base.js';
import { requiredFrom } from '../recovery.js';
import * as t from '../tokens.js';
import type * as tree from '../tree.js';
import { ClauseGrammar } from './clauses.js';

const { keyword } = t;

/** A template in a step, with its arguments. */
export abstract class TemplateUseGrammar extends ClauseGrammar {
  protected readonly templateUse = this.RULE('templateUse', (): tree.TemplateUseNode => {
    const word = this.lead(this.CONSUME(keyword.template));
    const template = this.optionIf(!this.startsClause(1), requiredFrom, this.readWordOrText);
    if (template === undefined) this.expected('the name of a template, or its id as a text,');
    const args = this.OPTION(() => this.SUBRULE(this.args));
    const length = this.lengthFrom(word.offset);
    return { kind: 'template-use', offset: word.offset, length, keyword: word, template, args };
  });

  protected readonly args = this.RULE('args', (): tree.ArgsNode => {
    const opening = this.CONSUME(t.LeftParen);
    const list: tree.ArgNode[] = [];
    let separated = true;
    const alternatives = [
      {
        ALT: () => {
          this.needComma(separated);
          list.push(this.SUBRULE(this.arg));
          separated = false;
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Comma);
          this.needItem(separated, 'an argument');
          separated = true;
        },
      },
      {
        ALT: () => {
          this.OR1([{ ALT: () => this.CONSUME(t.LeftBrace) }, { ALT: () => this.CONSUME(t.InList) }]);
          this.ACTION(() => this.namelessArgument());
          separated = this.is(0, t.LeftParen);
        },
      },
    ];
    this.MANY({
      GATE: () => !this.endsList() && (separated || !this.endsArgs()),
      DEF: () => this.OR(alternatives),
    });
    this.closeList('the arguments', opening);
    return {
      kind: 'args',
      offset: opening.startOffset,
      length: this.lengthFrom(opening.startOffset),
      list: exact(list),
    };
  });

  /** After an argument, a keyword that is no name of one starts a clause. */
  private endsArgs(): boolean {
    return this.is(1, t.Word) && !this.is(1, t.FlagWord) && !this.is(2, t.Colon, t.Comma, t.RightParen);
  }

  private namelessArgument(): void {
    const token = this.last;
    const context =
      token.tokenType === t.LeftParen ? 'among the arguments' : 'without a name: arguments are written `name: value`';
    if (token.tokenType !== t.LeftBrace || !this.is(1, t.Word) || !this.is(2, t.RightBrace)) {
      this.strayItem(spanOf(token), context);
      return;
    }
    const name = this.next.image;
    const span = spanBetween(token.startOffset, this.LA(2).endOffset + 1);
    const fixes = [{ title: 'Name it', edits: [{ offset: span.offset, length: 0, text: `${name}: ` }] }];
    this.passed(token.startOffset, token.startOffset + 1);
    this.faultAtLast(syntax.unexpected, span, { found: `\`{${name}}\``, context }, { fixes });
    this.pass();
    this.pass();
  }

  protected readonly arg = this.RULE('arg', (): tree.ArgNode => {
    const name = this.word(this.CONSUME(t.Word));
    const colon = this.option(requiredFrom, this.readColon) ?? this.equalsForColon(name);
    let value: tree.ArgNode['value'] = this.option(requiredFrom + 1, () =>
      this.OR([
        { ALT: () => this.SUBRULE(this.textLiteral) },
        { ALT: () => this.SUBRULE(this.integer) },
        { ALT: () => this.SUBRULE(this.hole) },
      ]),
    );
    this.ACTION(() => {
      value ??= this.missingArgument(name, colon !== undefined);
      if (colon === undefined && value !== undefined) this.missingColon(name);
      // The closing brace of what should have been a hole.
      if (this.is(1, t.RightBrace) && this.is(2, t.Comma, t.RightParen)) {
        this.fault(syntax.unexpected, spanOf(this.next), { found: '`}`', context: 'among the arguments' });
        this.pass();
      }
    });
    return { kind: 'arg', offset: name.offset, length: this.lengthFrom(name.offset), name, value };
  });

  protected readonly readColon = (): IToken => this.CONSUME(t.Colon);

  private equalsForColon(name: tree.WordNode): IToken | undefined {
    if (!this.is(1, t.Equals)) return undefined;
    const edits = [{ ...spanBetween(name.offset + name.length, this.next.endOffset + 1), text: ': ' }];
    this.expected('`:`', { fixes: [{ title: 'Write `:`', edits }] });
    this.pass();
    return this.last;
  }

  private missingArgument(name: tree.WordNode, colon: boolean): tree.HoleNode | undefined {
    if (colon) {
      const bare = this.bareName();
      if (bare === undefined) {
        this.expected('a text, a number or a hole');
        this.passItem();
      }
      this.settle();
      return bare;
    }
    const context = 'alone: arguments are written `name: value`';
    const fixes = [rewrite(name, `${name.text}: {${name.text}}`)];
    this.fault(syntax.unexpected, name, { found: describe(this.last), context }, { fixes });
    return undefined;
  }

  private missingColon(name: tree.WordNode): void {
    const end = name.offset + name.length;
    const fixes = [{ title: 'Insert `:`', edits: [{ offset: end, length: 0, text: ':' }] }];
    this.remark(syntax.expected, name, { wanted: '`:`', after: `\`${name.text}\``, found: 'its value' }, { fixes });
  }
}
