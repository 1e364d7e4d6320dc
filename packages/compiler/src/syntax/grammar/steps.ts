import { syntax } from '../../diagnostics/fo1-syntax.js';
import { spanOf } from '../parser-base.js';
import * as t from '../tokens.js';
import type * as tree from '../tree.js';
import * as words from '../words.js';
import { ClauseGrammar } from './clauses.js';

const { keyword } = t;

const stepWords = [...words.clauseWords, ...words.channelWords, 'then', 'say', 'play'];
const verbWords = ['say', 'play', ...words.clauseWords];

/** Where a step stands in its chain; after something that could not be understood that is unclear. */
export type StepPlace = 'first' | 'later' | 'unclear';

/** Steps: a channel, what it sends, and clauses. */
export abstract class StepGrammar extends ClauseGrammar {
  protected readonly step = this.RULE('step', (place: StepPlace): tree.StepNode | undefined => {
    const start = this.offsetOfNext();
    const { thenWord, channel } = this.OR([
      {
        ALT: () => {
          const word = this.word(this.CONSUME(keyword.then));
          this.ACTION(() => this.afterThen(word, place));
          const named = this.need(0, 'a step: `viber`, `sms` or `voice`,', () => this.SUBRULE(this.channel));
          return { thenWord: word, channel: named };
        },
      },
      {
        ALT: () => {
          this.ACTION(() => this.withoutThen(place));
          return { thenWord: undefined, channel: this.SUBRULE1(this.channel) };
        },
      },
    ]);
    const contents: tree.ContentNode[] = [];
    this.OPTION1({
      GATE: () => this.startsContent(),
      DEF: () => contents.push(this.SUBRULE(this.content)),
    });
    this.ACTION(() => {
      if (channel !== undefined && contents.length === 0) this.missingContent(channel.text);
    });
    const clauses: tree.ClauseNode[] = [];
    this.MANY({
      GATE: () => this.repair(stepWords, words.flagWords) && !(this.is(1, keyword.template) && this.onFreshLine()),
      DEF: () =>
        this.OR1([
          { ALT: () => clauses.push(this.SUBRULE(this.clause)) },
          { ALT: () => this.extraContent(contents, this.SUBRULE(this.plainContent), channel) },
          {
            IGNORE_AMBIGUITIES: true,
            ALT: () => {
              this.CONSUME(t.InStep);
              this.ACTION(() => this.stray('in a step'));
            },
          },
        ]),
    });
    if (channel === undefined) return undefined;
    return this.node('step', start, { thenWord, channel, content: contents[0], clauses });
  });

  protected afterThen(then: tree.WordNode, place: StepPlace): void {
    this.repair(words.channelWords);
    if (place !== 'first') return;
    const fix = { title: 'Remove `then`', edits: [{ offset: then.offset, length: then.length, text: '' }] };
    this.fault(syntax.unexpected, then, { found: '`then`', context: 'before the first step' }, { fixes: [fix] });
  }

  protected withoutThen(place: StepPlace): void {
    if (place !== 'later') return;
    const fix = { title: 'Insert `then`', edits: [{ offset: this.offsetOfNext(), length: 0, text: 'then ' }] };
    this.remark(syntax.missingThen, this.spanOfNext(), { channel: this.next.image }, { fixes: [fix] });
  }

  protected startsContent(): boolean {
    if (this.is(1, keyword.template)) return !this.onFreshLine() || !this.is(3, t.LeftParen, t.Text);
    return !this.is(1, t.LeftBrace) || this.is(2, keyword.say, keyword.play, t.RightBrace) || this.is(0, keyword.voice);
  }

  protected missingContent(channel: string): void {
    if (channel === 'sms') this.expected('the text of the message');
    if (channel === 'voice') this.expected('what the call says or plays, such as `say "…" lang en-US`,');
  }

  /** A second content: another verb, or something that stands where it cannot. */
  protected extraContent(
    contents: tree.ContentNode[],
    extra: tree.ContentNode,
    channel: tree.WordNode | undefined,
  ): void {
    this.ACTION(() => {
      const [first] = contents;
      if (first?.kind === 'verbs' && extra.kind === 'verbs') {
        if (!first.braces && !extra.braces && extra.list[0] !== undefined) {
          this.remark(syntax.severalVerbs, extra.list[0].keyword, undefined);
        }
        const list = [...first.list, ...extra.list];
        contents[0] = { ...first, length: extra.offset + extra.length - first.offset, list };
        return;
      }
      const found = extra.kind === 'text' ? 'A text' : extra.kind === 'verbs' ? 'A verb' : '`template`';
      const context =
        first === undefined
          ? `after a clause: it stands right after \`${channel?.text ?? 'the channel'}\``
          : 'here: the step has its content already';
      const at = extra.kind === 'text' ? extra : { offset: extra.offset, length: Math.min(extra.length, 8) };
      if (channel !== undefined) this.fault(syntax.unexpected, at, { found, context });
      if (first === undefined) contents.push(extra);
    });
  }

  protected readonly channel = this.RULE(
    'channel',
    (): tree.WordNode =>
      this.OR([
        { ALT: () => this.word(this.CONSUME(keyword.viber)) },
        { ALT: () => this.word(this.CONSUME(keyword.sms)) },
        { ALT: () => this.word(this.CONSUME(keyword.voice)) },
      ]),
  );

  protected readonly content = this.RULE(
    'content',
    (): tree.ContentNode =>
      this.OR([{ ALT: () => this.SUBRULE(this.plainContent) }, { ALT: () => this.SUBRULE(this.verbsInBraces) }]),
  );

  protected readonly plainContent = this.RULE(
    'plainContent',
    (): tree.ContentNode =>
      this.OR([
        { ALT: () => this.SUBRULE(this.textLiteral) },
        { ALT: () => this.SUBRULE(this.templateUse) },
        { ALT: () => this.SUBRULE(this.singleVerb) },
      ]),
  );

  protected readonly templateUse = this.RULE('templateUse', (): tree.TemplateUseNode => {
    const token = this.word(this.CONSUME(keyword.template));
    const template = this.option(200, {
      GATE: () => !this.startsClause(1),
      DEF: () =>
        this.OR([{ ALT: () => this.word(this.CONSUME(t.Word)) }, { ALT: () => this.SUBRULE(this.textLiteral) }]),
    });
    this.ACTION(() => {
      if (template === undefined) this.expected('the name of a template, or its id as a text,');
    });
    const args = this.OPTION1(() => this.SUBRULE(this.args));
    return this.node('template-use', token.offset, { keyword: token, template, args });
  });

  protected readonly args = this.RULE('args', (): tree.ArgsNode => {
    const opening = this.CONSUME(t.LeftParen);
    const list: tree.ArgNode[] = [];
    let separated = true;
    this.MANY({
      GATE: () => !this.endsList(),
      DEF: () =>
        this.OR([
          {
            ALT: () => {
              this.ACTION(() => this.needComma(separated));
              list.push(this.SUBRULE(this.arg));
              separated = false;
            },
          },
          {
            ALT: () => {
              this.CONSUME(t.Comma);
              this.ACTION(() => this.needItem(separated, 'an argument'));
              separated = true;
            },
          },
          {
            ALT: () => {
              this.OR1([{ ALT: () => this.CONSUME(t.LeftBrace) }, { ALT: () => this.CONSUME(t.InList) }]);
              this.ACTION(() => this.positionalArgument());
              separated = false;
            },
          },
        ]),
    });
    this.closeList(0, 'the arguments', opening);
    return this.node('args', opening.startOffset, { list });
  });

  protected positionalArgument(): void {
    const token = this.LA(0) as t.Token;
    this.fault(syntax.unexpected, spanOf(token), {
      found: token.tokenType === t.Text ? 'A text' : `\`${token.image}\``,
      context: 'without a name: arguments are written `name: value`',
    });
    while (!this.atEnd() && !this.is(1, t.Comma, t.RightParen, t.RightBrace) && !this.onFreshLine()) this.SKIP_TOKEN();
    if (token.tokenType === t.LeftBrace && this.is(1, t.RightBrace)) this.SKIP_TOKEN();
  }

  protected readonly arg = this.RULE('arg', (): tree.ArgNode => {
    const name = this.word(this.CONSUME(t.Word));
    const colon = this.OPTION(() => this.CONSUME(t.Colon));
    let value: tree.ArgNode['value'];
    this.OPTION1(() => {
      value = this.OR([
        { ALT: () => this.SUBRULE(this.textLiteral) },
        { ALT: () => this.SUBRULE(this.integer) },
        { ALT: () => this.SUBRULE(this.hole) },
      ]);
    });
    this.ACTION(() => {
      if (colon === undefined) {
        if (value !== undefined) return this.expected('`:`');
        this.fault(syntax.unexpected, name, {
          found: `\`${name.text}\``,
          context: 'alone: arguments are written `name: value`',
        });
      } else if (value === undefined) {
        value = this.bareName() ?? this.expectedNothing('a text, a number or a hole');
      }
    });
    return this.node('arg', name.offset, { name, value });
  });

  protected readonly singleVerb = this.RULE('singleVerb', (): tree.VerbsNode => {
    const start = this.offsetOfNext();
    const verb = this.SUBRULE(this.verb);
    return this.node('verbs', start, { braces: false, list: [verb] });
  });

  protected readonly verb = this.RULE(
    'verb',
    (): tree.VerbNode =>
      this.OR([
        {
          ALT: () => {
            const say = this.word(this.CONSUME(keyword.say));
            const value = this.need(0, 'the text to say', () => this.SUBRULE(this.textLiteral));
            return this.node('verb', say.offset, { keyword: say, value, clauses: [] });
          },
        },
        {
          ALT: () => {
            const play = this.word(this.CONSUME(keyword.play));
            const value = this.SUBRULE(this.value, { ARGS: ['the address of a recording, a text or a hole,'] });
            return this.node('verb', play.offset, { keyword: play, value, clauses: [] });
          },
        },
      ]),
  );

  protected readonly verbsInBraces = this.RULE('verbsInBraces', (): tree.VerbsNode => {
    const opening = this.CONSUME(t.LeftBrace);
    const list: tree.VerbNode[] = [];
    let clauses: tree.ClauseNode[] = [];
    const endVerb = () => {
      const verb = list.pop();
      if (verb === undefined) return;
      const last = clauses.at(-1);
      const length = last === undefined ? verb.length : last.offset + last.length - verb.offset;
      list.push({ ...verb, length, clauses });
      clauses = [];
    };
    this.MANY({
      GATE: () => this.repair(verbWords, words.flagWords),
      DEF: () =>
        this.OR([
          {
            ALT: () => {
              const verb = this.SUBRULE(this.verb);
              this.ACTION(() => {
                endVerb();
                list.push(verb);
              });
            },
          },
          {
            ALT: () => {
              const clause = this.SUBRULE(this.clause);
              this.ACTION(() => this.verbClause(clause, list, clauses));
            },
          },
          {
            IGNORE_AMBIGUITIES: true,
            ALT: () => {
              this.CONSUME(t.InStep);
              this.ACTION(() => this.stray('among the verbs of a call'));
            },
          },
        ]),
    });
    this.ACTION(endVerb);
    const closing = this.close(0, 'the verbs of the call', opening);
    this.ACTION(() => {
      if (list.length === 0 && closing !== undefined) {
        this.remark(syntax.expected, closing, {
          wanted: 'a verb, such as `say "…" lang en-US`,',
          after: '`{`',
          found: '`}`',
        });
      }
    });
    return this.node('verbs', opening.startOffset, { braces: true, list });
  });

  protected verbClause(clause: tree.ClauseNode, list: readonly tree.VerbNode[], clauses: tree.ClauseNode[]): void {
    if (list.length === 0) {
      const context = 'before the first verb';
      this.fault(syntax.unexpected, clause.keyword, { found: `\`${clause.keyword.text}\``, context });
    } else if (['lang', 'gender', 'repeat', 'flag'].includes(clause.kind)) {
      clauses.push(clause);
    } else {
      this.remark(syntax.clauseOfStep, clause.keyword, { clause: clause.keyword.text });
    }
  }
}
