import { syntax } from '../../diagnostics/fo1-syntax.js';
import { spanBetween } from '../../text/span.js';
import { describe } from '../parser-base.js';
import { requiredFrom } from '../recovery.js';
import * as t from '../tokens.js';
import type * as tree from '../tree.js';
import * as words from '../words.js';
import { ParameterGrammar } from './parameters.js';
import { templateIdWanted } from './values.js';

const { keyword } = t;

/** How many words and marks may stand before the path of an import and be names of what other languages import. */
const mostNames = 50;

/** Imports, lets, senders, templates and settings. */
export abstract class DeclarationGrammar extends ParameterGrammar {
  protected readonly import = this.RULE('import', (): tree.ImportNode => {
    const start = this.CONSUME(keyword.import).startOffset;
    this.ACTION(() => this.namesBeforePath());
    const path = this.needLastText(0, 'the path of a file, such as `"./brand.failover"`,');
    return { kind: 'import', offset: start, length: this.lengthFrom(start), path };
  });

  /** Passes over the names in `import { acme } from "…"`, as other languages have it. */
  private namesBeforePath(): void {
    const first = this.next;
    // The path itself: a `from` after it is a setting.
    if (first.tokenType === t.Text) return;
    const last = first.tokenType === t.LeftBrace ? this.bracketOf(first)?.partner : first;
    if (last === undefined) return;
    const ahead = last.index - this.currIdx;
    if (ahead > mostNames || !this.is(ahead + 1, keyword.from) || !this.is(ahead + 2, t.Text)) return;
    const names = spanBetween(first.startOffset, this.LA(ahead + 1).endOffset + 1);
    const edit = { ...spanBetween(names.offset, this.LA(ahead + 2).startOffset), text: '' };
    const params = { found: describe(first), context: 'after `import`: it brings in every declaration of the file' };
    this.fault(syntax.unexpected, names, params, { fixes: [{ title: 'Remove the names', edits: [edit] }] });
    for (let passed = 0; passed <= ahead; passed++) this.pass();
  }

  private readonly readEquals = () => this.CONSUME(t.Equals);

  protected readonly let = this.RULE('let', (): tree.LetNode => {
    const start = this.CONSUME(keyword.let).startOffset;
    const name = this.needName('a name');
    const equals = this.option(requiredFrom + 1, this.readEquals);
    if (equals === undefined) this.expectedBefore(t.Text, '`=`', ' = ');
    const value = this.needLastText(2, 'a text');
    return { kind: 'let', offset: start, length: this.lengthFrom(start), name, value };
  });

  protected readonly sender = this.RULE('sender', (): tree.SenderNode => {
    const start = this.CONSUME(keyword.sender).startOffset;
    const ids: tree.SenderIdNode[] = [];
    const name = this.needName('a name for the sender');
    const opening = this.open(1);
    const alternatives = [
      { ALT: () => ids.push(this.SUBRULE(this.senderId)) },
      {
        IGNORE_AMBIGUITIES: true,
        ALT: () => {
          this.CONSUME(t.InBody);
          this.ACTION(() => this.stray('in a sender: it lists `viber`, `sms` and `voice` with their ids'));
        },
      },
    ];
    this.MANY({ GATE: () => this.repair(words.channelWords), DEF: () => this.OR(alternatives) });
    this.close(2, 'the sender', opening);
    return { kind: 'sender', offset: start, length: this.lengthFrom(start), name, ids };
  });

  private readonly senderId = this.RULE('senderId', (): tree.SenderIdNode => {
    const channel = this.SUBRULE(this.channel);
    const id = this.needText(0, 'the id of the sender, a text,');
    return { kind: 'sender-id', offset: channel.offset, length: this.lengthFrom(channel.offset), channel, id };
  });

  protected readonly template = this.RULE('template', (): tree.TemplateNode => {
    const start = this.CONSUME(keyword.template).startOffset;
    const name = this.option(requiredFrom, this.readWord);
    if (name === undefined) {
      // A text alone is the id.
      const wanted = 'a name for the template';
      if (this.is(2, t.Text, t.LeftParen)) this.expectedUnquoted(wanted);
      else this.expected(wanted);
    }
    const params = this.OPTION(() => this.SUBRULE(this.params));
    const id = this.needLastText(1, templateIdWanted);
    if (id === undefined) this.passTo(t.LeftBrace);
    const hasBody = this.is(1, t.LeftBrace, keyword.category, keyword.lang);
    const body = this.optionIf(hasBody, 1, () => this.SUBRULE(this.templateBody));
    return { kind: 'template', offset: start, length: this.lengthFrom(start), name, params, id, body };
  });

  private readonly templateBody = this.RULE('templateBody', (): (tree.CategoryNode | tree.WordingNode)[] => {
    const entries: (tree.CategoryNode | tree.WordingNode)[] = [];
    const opening = this.option(requiredFrom, () => this.CONSUME(t.LeftBrace));
    if (opening === undefined) this.expected('`{`');
    const alternatives = [
      { ALT: () => entries.push(this.SUBRULE(this.category)) },
      { ALT: () => entries.push(this.SUBRULE(this.wording)) },
      {
        IGNORE_AMBIGUITIES: true,
        ALT: () => {
          this.CONSUME(t.InBody);
          this.ACTION(() => this.strayInTemplate());
        },
      },
    ];
    this.MANY({ GATE: () => this.repair(['category', 'lang']), DEF: () => this.OR(alternatives) });
    this.close(0, 'the template', opening);
    return entries;
  });

  private strayInTemplate(): void {
    const { image } = this.last;
    const isCategory = (words.categoryWords as readonly string[]).includes(image);
    if (!isCategory && words.clauseOf(image) !== 'lang') {
      this.stray('in a template: it has a `category` and `lang` lines');
      return;
    }
    this.lacksKeyword(isCategory ? 'category' : 'lang');
    if (this.is(1, t.Text)) this.pass();
  }

  private readonly category = this.RULE('category', (): tree.CategoryNode => {
    const { offset } = this.lead(this.CONSUME(keyword.category));
    const word = this.choice(0, 'a category', words.categoryWords);
    return { kind: 'category', offset, length: this.lengthFrom(offset), word };
  });

  private readonly wording = this.RULE('wording', (): tree.WordingNode => {
    const { offset } = this.lead(this.CONSUME(keyword.lang));
    const isNextEntry = this.is(1, keyword.lang, keyword.category) && this.is(2, t.Word);
    const lang = this.optionIf(!isNextEntry, requiredFrom, this.readWord);
    if (lang === undefined) this.expectedUnquoted('a language, such as `en`,');
    const text = this.OPTION(() => this.SUBRULE(this.textLiteral));
    return { kind: 'wording', offset, length: this.lengthFrom(offset), lang, text };
  });

  private readonly settings = [
    { ALT: (): tree.SettingNode => this.SUBRULE(this.from, { ARGS: [true] }) },
    { ALT: (): tree.SettingNode => this.SUBRULE(this.to) },
    { ALT: (): tree.SettingNode => this.SUBRULE(this.callback) },
  ];

  protected readonly setting = this.RULE('setting', (): tree.SettingNode => this.OR(this.settings));

  private readonly callback = this.RULE('callback', (): tree.CallbackNode => {
    const word = this.lead(this.CONSUME(keyword.callback));
    const value = this.SUBRULE(this.value, { ARGS: ['an address, a text or a hole,'] });
    const moment = this.OPTION(() => {
      this.CONSUME(keyword.on);
      return this.choice(0, 'a moment of a callback', words.momentWords);
    });
    return {
      kind: 'callback',
      offset: word.offset,
      length: this.lengthFrom(word.offset),
      keyword: word,
      value,
      moment,
    };
  });
}
