import { syntax } from '../../diagnostics/fo1-syntax.js';
import * as t from '../tokens.js';
import type * as tree from '../tree.js';
import * as words from '../words.js';
import { rewrite, ValueGrammar } from './values.js';

const { keyword } = t;

/** The clauses of a step. The parser takes any on any step: which step takes which is a rule of the endpoint. */
export abstract class ClauseGrammar extends ValueGrammar {
  protected readonly clause = this.RULE(
    'clause',
    (): tree.ClauseNode =>
      this.OR([
        { ALT: () => this.SUBRULE(this.ttl) },
        { ALT: () => this.SUBRULE(this.on) },
        { ALT: () => this.SUBRULE(this.lang) },
        { ALT: () => this.SUBRULE(this.flag) },
        { ALT: () => this.SUBRULE(this.to) },
        { ALT: () => this.SUBRULE(this.from) },
        { ALT: () => this.SUBRULE(this.imageOrInbound) },
        { ALT: () => this.SUBRULE(this.button) },
        { ALT: () => this.SUBRULE(this.fileClause) },
        { ALT: () => this.SUBRULE(this.video) },
        { ALT: () => this.SUBRULE(this.label) },
        { ALT: () => this.SUBRULE(this.devices) },
        { ALT: () => this.SUBRULE(this.seq) },
        { ALT: () => this.SUBRULE(this.shortenLinks) },
        { ALT: () => this.SUBRULE(this.machine) },
        { ALT: () => this.SUBRULE(this.gender) },
        { ALT: () => this.SUBRULE(this.repeat) },
      ]),
  );

  protected readonly ttl = this.RULE('ttl', (): tree.TtlNode => {
    const token = this.word(this.CONSUME(keyword.ttl));
    const duration = this.SUBRULE(this.duration);
    return this.node('ttl', token.offset, { keyword: token, duration });
  });

  protected readonly on = this.RULE('on', (): tree.OnNode => {
    const token = this.word(this.CONSUME(keyword.on));
    const statuses: tree.WordNode[] = [];
    let separated = true;
    this.MANY({
      GATE: () => this.continuesStatuses(separated),
      DEF: () =>
        this.OR([
          {
            ALT: () => {
              this.ACTION(() => this.needComma(separated));
              const status = this.word(this.CONSUME(t.Name));
              this.ACTION(() => {
                statuses.push(status);
                separated = false;
              });
            },
          },
          {
            ALT: () => {
              this.CONSUME(t.Comma);
              this.ACTION(() => this.needItem(separated, 'a status'));
              separated = true;
            },
          },
        ]),
    });
    this.ACTION(() => {
      if (separated) this.expected('a status, such as `failed`,');
    });
    return this.node('on', token.offset, { keyword: token, statuses });
  });

  protected readonly lang = this.RULE('lang', (): tree.LangNode => {
    const token = this.word(this.CONSUME(keyword.lang));
    const lang = this.option(200, {
      GATE: () => !this.startsClause(1),
      DEF: () => this.OR([{ ALT: () => this.word(this.CONSUME(t.Word)) }, { ALT: () => this.SUBRULE(this.hole) }]),
    });
    this.ACTION(() => {
      if (lang === undefined) this.expected('a language, such as `en`,');
    });
    return this.node('lang', token.offset, { keyword: token, lang });
  });

  protected readonly flag = this.RULE('flag', (): tree.FlagNode => {
    const start = this.offsetOfNext();
    const { no, name } = this.OR([
      {
        ALT: () => {
          const word = this.word(this.CONSUME(keyword.no));
          const flag = this.need(0, 'a flag, such as `flash`,', () => this.word(this.CONSUME1(t.FlagWord)));
          return { no: word, name: flag };
        },
      },
      { ALT: () => ({ no: undefined, name: this.word(this.CONSUME(t.FlagWord)) }) },
    ]);
    this.ACTION(() => {
      if (name !== undefined && !(words.flagWords as readonly string[]).includes(name.text)) {
        this.unknownClause(name);
      }
    });
    return this.node('flag', start, { keyword: name ?? no ?? this.word(this.LA(0)), no });
  });

  protected readonly to = this.RULE('to', (): tree.ToNode => {
    const token = this.word(this.CONSUME(keyword.to));
    const channel = this.OPTION({
      GATE: () => this.is(2, t.Text, t.LeftBrace, t.Name),
      DEF: () =>
        this.OR([
          { ALT: () => this.word(this.CONSUME(keyword.phone)) },
          { ALT: () => this.word(this.CONSUME(keyword.viber)) },
          { ALT: () => this.word(this.CONSUME(keyword.sip)) },
        ]),
    });
    const value = this.SUBRULE(this.value, { ARGS: ['a recipient, a text or a hole,'] });
    return this.node('to', token.offset, { keyword: token, channel, value });
  });

  protected readonly from = this.RULE('from', (): tree.FromNode => {
    const token = this.word(this.CONSUME(keyword.from));
    const sender = this.option(200, {
      GATE: () => !this.startsClause(1),
      DEF: () =>
        this.OR([{ ALT: () => this.word(this.CONSUME(t.Word)) }, { ALT: () => this.SUBRULE(this.textLiteral) }]),
    });
    this.ACTION(() => {
      if (sender === undefined) this.expected('the name of a sender, or a text,');
    });
    return this.node('from', token.offset, { keyword: token, sender });
  });

  protected readonly imageOrInbound = this.RULE('imageOrInbound', (): tree.ValueClauseNode => {
    const token = this.OR([
      { ALT: () => this.word(this.CONSUME(keyword.image)) },
      { ALT: () => this.word(this.CONSUME(keyword.inbound)) },
    ]);
    const value = this.SUBRULE(this.value, { ARGS: ['an address, a text or a hole,'] });
    return this.node(token.text === 'inbound' ? 'inbound' : 'image', token.offset, { keyword: token, value });
  });

  protected readonly button = this.RULE('button', (): tree.ButtonNode => {
    const token = this.word(this.CONSUME(keyword.button));
    const caption = this.need(0, 'the caption of the button, a text,', () => this.SUBRULE(this.textLiteral));
    const url = this.SUBRULE(this.value, { ARGS: ['the address that the button opens, a text or a hole,'] });
    return this.node('button', token.offset, { keyword: token, caption, url });
  });

  protected readonly fileClause = this.RULE('fileClause', (): tree.FileNode => {
    const token = this.word(this.CONSUME(keyword.file));
    const url = this.SUBRULE(this.value, { ARGS: ['the address of the file, a text or a hole,'] });
    this.need(0, '`as` and the name of the file', () => this.CONSUME(keyword.as));
    const name = this.need(1, 'the name of the file, a text,', () => this.SUBRULE(this.textLiteral));
    const type = this.OPTION(() => {
      this.CONSUME(keyword.type);
      return this.need(2, 'a file type, such as `pdf`,', () => this.word(this.CONSUME(t.Word)));
    });
    return this.node('file', token.offset, { keyword: token, url, name, type });
  });

  protected readonly video = this.RULE('video', (): tree.VideoNode => {
    const token = this.word(this.CONSUME(keyword.video));
    const url = this.SUBRULE(this.value, { ARGS: ['the address of the video, a text or a hole,'] });
    let thumbnail: tree.ValueNode | undefined;
    let size: tree.SizeNode | undefined;
    let duration: tree.DurationNode | undefined;
    let given = 0;
    this.MANY(() =>
      this.OR([
        {
          ALT: () => {
            this.CONSUME(keyword.thumbnail);
            thumbnail = this.SUBRULE1(this.value, { ARGS: ['the address of the thumbnail, a text or a hole,'] });
            given |= 1;
          },
        },
        {
          ALT: () => {
            this.CONSUME(keyword.size);
            size = this.SUBRULE(this.size);
            given |= 2;
          },
        },
        {
          ALT: () => {
            this.CONSUME(keyword.duration);
            duration = this.SUBRULE(this.duration);
            given |= 4;
          },
        },
      ]),
    );
    this.ACTION(() => {
      const missing = ['`thumbnail`', '`size`', '`duration`'].filter((_, index) => (given & (1 << index)) === 0);
      if (missing.length > 0) this.expected(`${missing.join(', ')} of the video`);
    });
    return this.node('video', token.offset, { keyword: token, url, thumbnail, size, duration });
  });

  protected readonly label = this.RULE('label', (): tree.LabelNode => {
    const token = this.word(this.CONSUME(keyword.label));
    const text = this.need(0, 'a text', () => this.SUBRULE(this.textLiteral));
    return this.node('label', token.offset, { keyword: token, text });
  });

  protected readonly devices = this.RULE('devices', (): tree.WordClauseNode => {
    const token = this.word(this.CONSUME(keyword.devices));
    const word = this.choice(0, 'a choice of devices', words.devicesWords);
    return this.node('devices', token.offset, { keyword: token, word });
  });

  protected readonly seq = this.RULE('seq', (): tree.SeqNode => {
    const token = this.word(this.CONSUME(keyword.seq));
    const value = this.need(0, 'a whole number', () => this.SUBRULE(this.integer));
    return this.node('seq', token.offset, { keyword: token, value });
  });

  protected readonly shortenLinks = this.RULE('shortenLinks', (): tree.ShortenLinksNode => {
    const token = this.word(this.CONSUME(keyword['shorten-links']));
    const part: { for?: tree.WordNode; duration?: tree.DurationNode | undefined } = {};
    this.OPTION(() => {
      part.for = this.word(this.CONSUME(keyword.for));
      part.duration = this.SUBRULE(this.duration);
    });
    return this.node('shorten-links', token.offset, { keyword: token, for: part.for, duration: part.duration });
  });

  protected readonly machine = this.RULE('machine', (): tree.MachineNode => {
    const token = this.word(this.CONSUME(keyword.machine));
    const word = this.choice(0, 'what to do when a machine answers', words.machineWords);
    let value: tree.ValueNode | undefined;
    this.OPTION({
      GATE: () => word?.text === 'continue',
      DEF: () => {
        value = this.OR([{ ALT: () => this.SUBRULE(this.textLiteral) }, { ALT: () => this.SUBRULE(this.hole) }]);
      },
    });
    this.ACTION(() => {
      if (word?.text === 'continue' && value === undefined) {
        value = this.bareName() ?? this.expectedNothing('the address that answers with a dial plan, a text or a hole,');
      }
    });
    return this.node('machine', token.offset, { keyword: token, word, value });
  });

  protected readonly gender = this.RULE('gender', (): tree.WordClauseNode => {
    const token = this.word(this.CONSUME(keyword.gender));
    const word = this.choice(0, 'a gender', words.genderWords);
    return this.node('gender', token.offset, { keyword: token, word });
  });

  protected readonly repeat = this.RULE('repeat', (): tree.RepeatNode => {
    const token = this.word(this.CONSUME(keyword.repeat));
    const times = this.need(0, 'a number of times, or `forever`,', () =>
      this.OR([{ ALT: () => this.SUBRULE(this.integer) }, { ALT: () => this.word(this.CONSUME(t.Name)) }]),
    );
    this.ACTION(() => {
      if (times?.kind === 'word' && times.text !== 'forever') this.unknownWord(times, 'a number', ['forever']);
    });
    return this.node('repeat', token.offset, { keyword: token, times });
  });

  /** After a status without a comma, only what can be nothing but a status is one more. */
  protected continuesStatuses(separated: boolean): boolean {
    if (separated || this.is(1, t.Comma)) return true;
    return (words.statusWords as readonly string[]).includes(this.next.image);
  }

  protected unknownClause(name: tree.WordNode): void {
    const suggestion = words.nearestWord(name.text, [...words.flagWords, ...words.clauseWords]);
    this.strayWord(
      syntax.unknownClause,
      name,
      { word: name.text, suggestion },
      {
        fixes: suggestion === undefined ? [] : [rewrite(name, suggestion)],
      },
    );
  }
}
