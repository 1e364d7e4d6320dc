import type { IToken } from 'chevrotain';
import { oneOf } from '../../diagnostics/define.js';
import { syntax } from '../../diagnostics/fo1-syntax.js';
import { exact } from '../../text/exact.js';
import { nearest } from '../../text/nearest.js';
import { endOf, type Span, sourceOf, spanBetween } from '../../text/span.js';
import { describe, rewrite, spanOf } from '../parser-base.js';
import { requiredFrom } from '../recovery.js';
import * as t from '../tokens.js';
import type * as tree from '../tree.js';
import * as words from '../words.js';
import { isNumber, ValueGrammar } from './values.js';

const { keyword } = t;

const videoParts = ['thumbnail', 'size', 'duration'] as const;

/** The clauses of a step. The parser takes any on any step: which step takes which is a rule of the endpoint. */
export abstract class ClauseGrammar extends ValueGrammar {
  private readonly wordOrHole = [
    { ALT: (): tree.WordNode | tree.HoleNode => this.readWord() },
    { ALT: (): tree.WordNode | tree.HoleNode => this.SUBRULE(this.hole) },
  ];
  private readonly readWordOrHole = () => this.OR(this.wordOrHole);
  private readonly wordOrText = [
    { ALT: (): tree.WordNode | tree.TextNode => this.readWord() },
    { ALT: (): tree.WordNode | tree.TextNode => this.SUBRULE(this.textLiteral) },
  ];
  protected readonly readWordOrText = () => this.OR(this.wordOrText);
  private readonly clauses = [
    { ALT: (): tree.ClauseNode => this.SUBRULE(this.ttl) },
    { ALT: (): tree.ClauseNode => this.SUBRULE(this.on) },
    { ALT: (): tree.ClauseNode => this.SUBRULE(this.lang) },
    { ALT: (): tree.ClauseNode => this.SUBRULE(this.flag) },
    { ALT: (): tree.ClauseNode => this.SUBRULE(this.to) },
    { ALT: (): tree.ClauseNode => this.SUBRULE(this.from) },
    { ALT: (): tree.ClauseNode => this.SUBRULE(this.imageOrInbound) },
    { ALT: (): tree.ClauseNode => this.SUBRULE(this.button) },
    { ALT: (): tree.ClauseNode => this.SUBRULE(this.fileClause) },
    { ALT: (): tree.ClauseNode => this.SUBRULE(this.video) },
    { ALT: (): tree.ClauseNode => this.SUBRULE(this.label) },
    { ALT: (): tree.ClauseNode => this.SUBRULE(this.devices) },
    { ALT: (): tree.ClauseNode => this.SUBRULE(this.seq) },
    { ALT: (): tree.ClauseNode => this.SUBRULE(this.shortenLinks) },
    { ALT: (): tree.ClauseNode => this.SUBRULE(this.machine) },
    { ALT: (): tree.ClauseNode => this.SUBRULE(this.gender) },
    { ALT: (): tree.ClauseNode => this.SUBRULE(this.repeat) },
  ];

  protected readonly clause = this.RULE('clause', (): tree.ClauseNode => this.OR(this.clauses));

  protected readonly ttl = this.RULE('ttl', (): tree.TtlNode => {
    const word = this.lead(this.CONSUME(keyword.ttl));
    const duration = this.SUBRULE(this.duration);
    return { kind: 'ttl', offset: word.offset, length: this.lengthFrom(word.offset), keyword: word, duration };
  });

  /** The statuses that are being read. */
  private statuses: tree.WordNode[] = [];
  private isStatusSeparated = true;
  private readonly partsOfStatuses = [
    {
      ALT: () => {
        this.isStatusSeparated ||= this.conjunction();
        this.needComma(this.isStatusSeparated);
        this.statuses.push(this.word(this.CONSUME(t.Name)));
        this.isStatusSeparated = false;
      },
    },
    {
      ALT: () => {
        this.CONSUME(t.Comma);
        this.needItem(this.isStatusSeparated, 'a status');
        this.isStatusSeparated = true;
      },
    },
  ];
  private readonly restOfStatuses = {
    GATE: () => this.continuesStatuses(this.isStatusSeparated),
    DEF: () => this.OR(this.partsOfStatuses),
  };

  protected readonly on = this.RULE('on', (): tree.OnNode => {
    const word = this.lead(this.CONSUME(keyword.on));
    const statuses: tree.WordNode[] = [];
    this.statuses = statuses;
    this.isStatusSeparated = true;
    this.MANY(this.restOfStatuses);
    this.ACTION(() => {
      if (this.isStatusSeparated) this.missingStatus();
    });
    return {
      kind: 'on',
      offset: word.offset,
      length: this.lengthFrom(word.offset),
      keyword: word,
      statuses: exact(statuses),
    };
  });

  protected override stop(): void {
    super.stop();
    this.statuses = [];
  }

  /** After a status without a comma, only what can be nothing but a status is one more. */
  private continuesStatuses(separated: boolean): boolean {
    if (separated || this.is(1, t.Comma)) return true;
    return this.is(1, t.Name) && (words.isStatus(this.next.image) || this.isConjunction());
  }

  private isConjunction(): boolean {
    return /^(?:and|or)$/i.test(this.next.image) && words.isStatus(this.LA(2).image);
  }

  /** Passes over `or` where a comma should stand. */
  private conjunction(): boolean {
    if (!this.isConjunction()) return false;
    const span = spanBetween(this.endOfLast(), this.next.endOffset + 1);
    const fixes = [{ title: 'Write `,`', edits: [{ ...span, text: ',' }] }];
    this.fault(syntax.missingComma, this.spanOfNext(), { next: this.LA(2).image }, { fixes });
    this.pass();
    return true;
  }

  private missingStatus(): void {
    const last = this.last;
    if (last.tokenType === t.Comma) {
      const fixes = [{ title: 'Remove `,`', edits: [{ ...spanOf(last), text: '' }] }];
      this.expected('a status, such as `failed`,', { fixes });
    } else {
      this.expectedUnquoted('a status, such as `failed`,', words.isStatus);
    }
  }

  protected readonly lang = this.RULE('lang', (): tree.LangNode => {
    const word = this.lead(this.CONSUME(keyword.lang));
    const lang = this.optionIf(!this.startsClause(1), requiredFrom, this.readWordOrHole);
    if (lang === undefined) this.expectedUnquoted('a language, such as `en`,');
    return { kind: 'lang', offset: word.offset, length: this.lengthFrom(word.offset), keyword: word, lang };
  });

  protected readonly flag = this.RULE('flag', (): tree.FlagNode => {
    const start = this.offsetOfNext();
    const { no, name } = this.OR([
      {
        ALT: () => {
          const word = this.word(this.CONSUME(keyword.no));
          const flag = this.need(0, 'a flag, such as `flash`,', () => this.word(this.CONSUME1(t.FlagWord)));
          return flag === undefined ? { no: undefined, name: word } : { no: word, name: flag };
        },
      },
      { ALT: () => ({ no: undefined, name: this.word(this.CONSUME(t.FlagWord)) }) },
    ]);
    this.ACTION(() => {
      if (!words.isFlag(name.text) && name.text !== 'no') this.unknownClause(name);
    });
    return { kind: 'flag', offset: start, length: this.lengthFrom(start), keyword: name, no };
  });

  private unknownClause(name: tree.WordNode): void {
    const lacking = this.last.tokenType === t.Name ? words.clauseOf(name.text) : undefined;
    if (lacking !== undefined) {
      this.lacksKeyword(lacking);
      this.skipRun();
      this.settle();
      return;
    }
    if (this.is(1, t.Colon)) {
      const context = 'in a step: the arguments of a template stand in parentheses';
      this.strayToken(syntax.unexpected, { found: describe(this.last), context });
      return;
    }
    const suggestion = words.nearestWord(name.text, [...words.flagWords, ...words.clauseWords]);
    const span = suggestion === undefined ? name : this.inSeveralWords(name, suggestion);
    const word = sourceOf(this.text, span);
    const fixes = suggestion === undefined ? [] : [rewrite(span, suggestion)];
    while (this.offsetOfNext() < endOf(span)) this.pass();
    this.strayToken(syntax.unknownClause, { word, suggestion }, () => ({ fixes }), span);
  }

  /** A clause or flag in words, as in `expire on delivery`. */
  private inSeveralWords(name: tree.WordNode, clause: string): Span {
    const words = new RegExp(`${clause.replaceAll('-', '[ _]')}(?![\\p{L}\\p{Nd}_-])`, 'uy');
    words.lastIndex = name.offset;
    return words.test(this.text) ? spanBetween(name.offset, words.lastIndex) : name;
  }

  protected readonly to = this.RULE('to', (): tree.ToNode => {
    const word = this.lead(this.CONSUME(keyword.to));
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
    return { kind: 'to', offset: word.offset, length: this.lengthFrom(word.offset), keyword: word, channel, value };
  });

  /** @param isSetting whether no step stands before it, so that `then` after it is a name */
  protected readonly from = this.RULE('from', (isSetting?: boolean): tree.FromNode => {
    const word = this.lead(this.CONSUME(keyword.from));
    const isName = !this.startsClause(1) || (isSetting === true && this.is(1, keyword.then));
    const sender = this.optionIf(isName, requiredFrom, this.readWordOrText);
    if (sender === undefined) this.expected('the name of a sender, or a text,');
    return { kind: 'from', offset: word.offset, length: this.lengthFrom(word.offset), keyword: word, sender };
  });

  protected readonly imageOrInbound = this.RULE('imageOrInbound', (): tree.ValueClauseNode => {
    const word = this.OR([
      { ALT: () => this.lead(this.CONSUME(keyword.image)) },
      { ALT: () => this.lead(this.CONSUME(keyword.inbound)) },
    ]);
    const value = this.SUBRULE(this.value, { ARGS: ['an address, a text or a hole,'] });
    const kind = word.text === 'inbound' ? 'inbound' : 'image';
    return { kind, offset: word.offset, length: this.lengthFrom(word.offset), keyword: word, value };
  });

  protected readonly button = this.RULE('button', (): tree.ButtonNode => {
    const word = this.lead(this.CONSUME(keyword.button));
    const caption = this.needText(0, 'the caption of the button, a text,');
    const url = this.SUBRULE(this.value, { ARGS: ['the address that the button opens, a text or a hole,'] });
    return { kind: 'button', offset: word.offset, length: this.lengthFrom(word.offset), keyword: word, caption, url };
  });

  private readonly readAs = () => this.CONSUME(keyword.as);
  private readonly readLaterAs = () => this.CONSUME1(keyword.as);

  protected readonly fileClause = this.RULE('fileClause', (): tree.FileNode => {
    const word = this.lead(this.CONSUME(keyword.file));
    const url = this.SUBRULE(this.value, { ARGS: ['the address of the file, a text or a hole,'] });
    const as = this.need(0, '`as` and the name of the file', this.readAs);
    if (as === undefined && this.is(2, keyword.as)) this.pass();
    this.optionIf(as === undefined, 240, this.readLaterAs);
    const name = this.needText(1, 'the name of the file, a text,');
    const type = this.OPTION(() => {
      this.CONSUME(keyword.type);
      return this.need(2, 'a file type, such as `pdf`,', this.readWord);
    });
    return { kind: 'file', offset: word.offset, length: this.lengthFrom(word.offset), keyword: word, url, name, type };
  });

  protected readonly video = this.RULE('video', (): tree.VideoNode => {
    const word = this.lead(this.CONSUME(keyword.video));
    const url = this.SUBRULE(this.value, { ARGS: ['the address of the video, a text or a hole,'] });
    let thumbnail: tree.ValueNode | undefined;
    let size: tree.SizeNode | undefined;
    let duration: tree.DurationNode | undefined;
    const given = new Set<string>();
    const give = (token: IToken) => {
      this.lead(token);
      if (given.has(token.image)) this.remark(syntax.clauseTwice, spanOf(token), { clause: token.image });
      given.add(token.image);
    };
    const alternatives = [
      {
        ALT: () => {
          give(this.CONSUME(keyword.thumbnail));
          thumbnail = this.SUBRULE1(this.value, { ARGS: ['the address of the thumbnail, a text or a hole,'] });
        },
      },
      {
        ALT: () => {
          give(this.CONSUME(keyword.size));
          size = this.SUBRULE(this.size);
        },
      },
      {
        ALT: () => {
          give(this.CONSUME(keyword.duration));
          duration = this.SUBRULE(this.duration);
        },
      },
    ];
    this.MANY(() => this.OR(alternatives));
    this.ACTION(() => {
      const missing = videoParts.filter((part) => !given.has(part));
      if (missing.length > 0) this.expected(`${oneOf(missing, 'and')} of the video`);
    });
    const length = this.lengthFrom(word.offset);
    return { kind: 'video', offset: word.offset, length, keyword: word, url, thumbnail, size, duration };
  });

  protected readonly label = this.RULE('label', (): tree.LabelNode => {
    const word = this.lead(this.CONSUME(keyword.label));
    const text = this.needText(0, 'a text');
    return { kind: 'label', offset: word.offset, length: this.lengthFrom(word.offset), keyword: word, text };
  });

  protected readonly devices = this.RULE('devices', (): tree.WordClauseNode => {
    const word = this.lead(this.CONSUME(keyword.devices));
    const choice = this.choice(0, 'a choice of devices', words.devicesWords);
    return { kind: 'devices', offset: word.offset, length: this.lengthFrom(word.offset), keyword: word, word: choice };
  });

  protected readonly seq = this.RULE('seq', (): tree.SeqNode => {
    const word = this.lead(this.CONSUME(keyword.seq));
    const value = this.option(requiredFrom, () => this.SUBRULE(this.integer));
    if (value === undefined) this.expectedUnquoted('a whole number', isNumber);
    return { kind: 'seq', offset: word.offset, length: this.lengthFrom(word.offset), keyword: word, value };
  });

  protected readonly shortenLinks = this.RULE('shortenLinks', (): tree.ShortenLinksNode => {
    const word = this.lead(this.CONSUME(keyword['shorten-links']));
    const part: { for?: tree.WordNode; duration?: tree.DurationNode | undefined } = {};
    this.OPTION(() => {
      part.for = this.lead(this.CONSUME(keyword.for));
      part.duration = this.SUBRULE(this.duration);
    });
    this.ACTION(() => {
      if (part.for !== undefined || !this.is(1, t.Duration) || this.onFreshLine()) return;
      this.pass();
      this.lacksKeyword('for');
    });
    const length = this.lengthFrom(word.offset);
    return {
      kind: 'shorten-links',
      offset: word.offset,
      length,
      keyword: word,
      for: part.for,
      duration: part.duration,
    };
  });

  protected readonly machine = this.RULE('machine', (): tree.MachineNode => {
    const word = this.lead(this.CONSUME(keyword.machine));
    const choice = this.choice(0, 'what to do when a machine answers', words.machineWords);
    const goesOn = choice?.text === 'continue';
    let value = this.OPTION({ GATE: () => goesOn, DEF: this.readValue });
    this.ACTION(() => {
      if (!goesOn || value !== undefined) return;
      value = this.missingValue('the address that answers with a dial plan, a text or a hole,');
    });
    const length = this.lengthFrom(word.offset);
    return { kind: 'machine', offset: word.offset, length, keyword: word, word: choice, value };
  });

  protected readonly gender = this.RULE('gender', (): tree.WordClauseNode => {
    const word = this.lead(this.CONSUME(keyword.gender));
    const choice = this.choice(0, 'a gender', words.genderWords);
    return { kind: 'gender', offset: word.offset, length: this.lengthFrom(word.offset), keyword: word, word: choice };
  });

  protected readonly repeat = this.RULE('repeat', (): tree.RepeatNode => {
    const word = this.lead(this.CONSUME(keyword.repeat));
    const times = this.option(requiredFrom, () =>
      this.OR([{ ALT: () => this.SUBRULE(this.integer) }, { ALT: () => this.word(this.CONSUME(t.Name)) }]),
    );
    this.ACTION(() => {
      if (times === undefined)
        this.expectedUnquoted('a number of times, or `forever`,', (word) => word === 'forever' || isNumber(word));
      if (times?.kind !== 'word' || times.text === 'forever') return;
      const fixes = nearest(times.text, ['forever']) === undefined ? [] : [rewrite(times, 'forever')];
      const params = { wanted: 'a number of times, or `forever`,', after: '`repeat`', found: describe(this.last) };
      this.remark(syntax.expected, times, params, { fixes });
    });
    return { kind: 'repeat', offset: word.offset, length: this.lengthFrom(word.offset), keyword: word, times };
  });
}
