import { syntax } from '../../diagnostics/fo1-syntax.js';
import * as t from '../tokens.js';
import type * as tree from '../tree.js';
import * as words from '../words.js';
import { StepGrammar } from './steps.js';

const { keyword } = t;

/** Imports, lets, senders, templates, settings and parameter lists. */
export abstract class DeclarationGrammar extends StepGrammar {
  protected readonly import = this.RULE('import', (): tree.ImportNode => {
    const start = this.CONSUME(keyword.import).startOffset;
    const path = this.need(0, 'the path of a file, such as `"./brand.failover"`,', () =>
      this.SUBRULE(this.textLiteral),
    );
    return this.node('import', start, { path });
  });

  protected readonly let = this.RULE('let', (): tree.LetNode => {
    const start = this.CONSUME(keyword.let).startOffset;
    const name = this.need(0, 'a name', () => this.word(this.CONSUME(t.Word)));
    this.need(1, '`=`', () => this.CONSUME(t.Equals));
    const value = this.need(2, 'a text', () => this.SUBRULE(this.textLiteral));
    return this.node('let', start, { name, value });
  });

  protected readonly sender = this.RULE('sender', (): tree.SenderNode => {
    const start = this.CONSUME(keyword.sender).startOffset;
    const ids: tree.SenderIdNode[] = [];
    const name = this.need(0, 'a name for the sender', () => this.word(this.CONSUME(t.Word)));
    const opening = this.need(1, '`{`', () => this.CONSUME(t.LeftBrace));
    this.MANY({
      GATE: () => this.repair(words.channelWords),
      DEF: () =>
        this.OR([
          { ALT: () => ids.push(this.SUBRULE(this.senderId)) },
          {
            IGNORE_AMBIGUITIES: true,
            ALT: () => {
              this.CONSUME(t.InBody);
              this.ACTION(() => this.stray(`in a sender: it lists ${words.channelWords.join(', ')} and their ids`));
            },
          },
        ]),
    });
    this.close(2, 'the sender', opening);
    return this.node('sender', start, { name, ids });
  });

  protected readonly senderId = this.RULE('senderId', (): tree.SenderIdNode => {
    const channel = this.SUBRULE(this.channel);
    const id = this.need(0, 'the id of the sender, a text,', () => this.SUBRULE(this.textLiteral));
    return this.node('sender-id', channel.offset, { channel, id });
  });

  protected readonly template = this.RULE('template', (): tree.TemplateNode => {
    const start = this.CONSUME(keyword.template).startOffset;
    const name = this.need(0, 'a name for the template', () => this.word(this.CONSUME(t.Word)));
    const params = this.OPTION(() => this.SUBRULE(this.params));
    const id = this.need(1, 'the id of the template, a text,', () => this.SUBRULE(this.textLiteral));
    const body = this.OPTION1(() => this.SUBRULE(this.templateBody));
    return this.node('template', start, { name, params, id, body });
  });

  protected readonly templateBody = this.RULE('templateBody', (): (tree.CategoryNode | tree.WordingNode)[] => {
    const entries: (tree.CategoryNode | tree.WordingNode)[] = [];
    const opening = this.CONSUME(t.LeftBrace);
    this.MANY({
      GATE: () => this.repair(['category', 'lang']),
      DEF: () =>
        this.OR([
          { ALT: () => entries.push(this.SUBRULE(this.category)) },
          { ALT: () => entries.push(this.SUBRULE(this.wording)) },
          {
            IGNORE_AMBIGUITIES: true,
            ALT: () => {
              this.CONSUME(t.InBody);
              this.ACTION(() => this.stray('in a template: it has a `category` and `lang` lines'));
            },
          },
        ]),
    });
    this.close(0, 'the template', opening);
    return entries;
  });

  protected readonly category = this.RULE('category', (): tree.CategoryNode => {
    const start = this.CONSUME(keyword.category).startOffset;
    const word = this.choice(0, 'a category', words.categoryWords);
    return this.node('category', start, { word });
  });

  protected readonly wording = this.RULE('wording', (): tree.WordingNode => {
    const start = this.CONSUME(keyword.lang).startOffset;
    const lang = this.need(0, 'a language, such as `en`,', () => this.word(this.CONSUME(t.Word)));
    const text = this.OPTION(() => this.SUBRULE(this.textLiteral));
    return this.node('wording', start, { lang, text });
  });

  protected readonly params = this.RULE('params', (): tree.ParamsNode => {
    const opening = this.CONSUME(t.LeftParen);
    const list: tree.ParamNode[] = [];
    let separated = true;
    this.MANY({
      GATE: () => !this.endsList(),
      DEF: () =>
        this.OR([
          {
            ALT: () => {
              this.ACTION(() => this.needComma(separated));
              list.push(this.SUBRULE(this.param));
              separated = false;
            },
          },
          {
            ALT: () => {
              this.CONSUME(t.Comma);
              this.ACTION(() => this.needItem(separated, 'a parameter'));
              separated = true;
            },
          },
          {
            IGNORE_AMBIGUITIES: true,
            ALT: () => {
              this.CONSUME(t.InList);
              this.ACTION(() => this.stray('in a list of parameters'));
            },
          },
        ]),
    });
    this.closeList(0, 'the parameters', opening);
    return this.node('params', opening.startOffset, { list });
  });

  protected readonly param = this.RULE('param', (): tree.ParamNode => {
    const name = this.word(this.CONSUME(t.Word));
    this.need(0, '`:` and a type', () => this.CONSUME(t.Colon));
    const type = this.need(1, 'a type', () => this.SUBRULE(this.type));
    const fallback = this.OPTION(() => {
      this.CONSUME(t.Equals);
      return this.need(2, 'a text or a number', () =>
        this.OR([{ ALT: () => this.SUBRULE1(this.textLiteral) }, { ALT: () => this.SUBRULE1(this.integer) }]),
      );
    });
    return this.node('param', name.offset, { name, type, default: fallback });
  });

  protected readonly type = this.RULE('type', (): tree.TypeNode => {
    const name = this.word(this.CONSUME(t.Word));
    let range: tree.RangeNode | undefined;
    let langs: tree.WordNode[] | undefined;
    this.OPTION(() => {
      const opening = this.CONSUME(t.LeftParen);
      const start = this.offsetOfNext();
      const min = this.OPTION1(() => this.SUBRULE(this.integer));
      let dots = false;
      this.OPTION2(() => {
        this.CONSUME(t.DotDot);
        dots = true;
      });
      const max = this.OPTION3(() => this.SUBRULE1(this.integer));
      this.ACTION(() => {
        if (min !== undefined || dots || max !== undefined) range = this.node('range', start, { min, max });
        if (range !== undefined && !dots) this.expected('`..` and a limit, as in `4..10`,');
      });
      this.MANY(() =>
        this.OR([
          {
            ALT: () => {
              const lang = this.word(this.CONSUME1(t.Word));
              this.ACTION(() => {
                langs ??= [];
                langs.push(lang);
              });
            },
          },
          { ALT: () => this.CONSUME(t.Comma) },
          {
            IGNORE_AMBIGUITIES: true,
            ALT: () => {
              this.CONSUME(t.InList);
              this.ACTION(() => this.stray('in a type'));
            },
          },
        ]),
      );
      this.closeList(0, 'the type', opening);
    });
    this.ACTION(() => this.checkType(name, range, langs));
    return this.node('type', name.offset, { name, range, langs });
  });

  protected checkType(
    name: tree.WordNode,
    range: tree.RangeNode | undefined,
    langs: tree.WordNode[] | undefined,
  ): void {
    const known = (words.typeWords as readonly string[]).includes(name.text);
    if (!known) {
      this.unknownWord(name, 'a type', words.typeWords, words.foreignTypes[name.text.toLowerCase()]);
    } else if (name.text === 'lang') {
      if (langs === undefined) this.expected('the languages in parentheses, as in `lang(en, el)`,');
    } else if (langs !== undefined && langs[0] !== undefined) {
      const context = `here: \`${name.text}\` takes ${name.text === 'text' || name.text === 'int' ? 'a range such as `4..10`' : 'nothing in parentheses'}`;
      this.remark(syntax.unexpected, langs[0], { found: `\`${langs[0].text}\``, context });
    } else if (range !== undefined && name.text !== 'text' && name.text !== 'int') {
      const context = `here: \`${name.text}\` has no range`;
      this.remark(syntax.unexpected, range, { found: 'A range', context });
    }
  }

  protected readonly setting = this.RULE(
    'setting',
    (): tree.SettingNode =>
      this.OR([
        { ALT: () => this.SUBRULE(this.from) },
        { ALT: () => this.SUBRULE(this.to) },
        { ALT: () => this.SUBRULE(this.callback) },
      ]),
  );

  protected readonly callback = this.RULE('callback', (): tree.CallbackNode => {
    const token = this.word(this.CONSUME(keyword.callback));
    const value = this.SUBRULE(this.value, { ARGS: ['an address, a text or a hole,'] });
    const moment = this.OPTION(() => {
      this.CONSUME(keyword.on);
      return this.choice(0, 'a moment of a callback', words.momentWords);
    });
    return this.node('callback', token.offset, { keyword: token, value, moment });
  });
}
