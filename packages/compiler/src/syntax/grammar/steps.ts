import type { IToken, TokenType } from 'chevrotain';
import { syntax } from '../../diagnostics/fo1-syntax.js';
import { exact } from '../../text/exact.js';
import { nearest } from '../../text/nearest.js';
import { endOf, type Span, sourceOf, spanBetween } from '../../text/span.js';
import { type LocalFix, rewrite, spanOf } from '../parser-base.js';
import * as t from '../tokens.js';
import type * as tree from '../tree.js';
import * as words from '../words.js';
import { TemplateUseGrammar } from './template-use.js';

const { keyword } = t;

const stepWords = [...words.clauseWords, ...words.channelWords, 'then', 'say', 'play'];
/** What stands in a step and is no keyword. */
const wordsOfStep = [...words.flagWords, ...words.statusWords];
const contentWords: Readonly<Record<string, readonly string[]>> = { viber: ['template'], voice: ['say', 'play'] };
const verbWords = ['say', 'play', ...words.clauseWords];
/** What belongs to the call, and not to a verb. */
const clausesOfStep = new Set<TokenType>([
  ...[keyword.image, keyword.button, keyword.file, keyword.video, keyword.label, keyword.inbound, keyword.devices],
  ...[keyword.seq, keyword['shorten-links'], keyword.machine, keyword.to, keyword.from, keyword.ttl, keyword.on],
]);
const verbClauses: readonly tree.ClauseKind[] = ['lang', 'gender', 'repeat', 'flag'];
const clausesOfCall: readonly tree.ClauseKind[] = ['machine', 'to', 'from', 'on'];

/** Where a step stands in its chain; after something that could not be understood that is unclear. */
export type StepPlace = 'first' | 'later' | 'unclear';

/** What has been read of a step. */
interface StepInParts {
  readonly channel: tree.WordNode | undefined;
  content: tree.ContentNode | undefined;
  readonly clauses: tree.ClauseNode[];
  /** Verbs without braces, where there are several. */
  verbs: tree.VerbNode[] | undefined;
}

const noStep: StepInParts = { channel: undefined, content: undefined, clauses: [], verbs: undefined };

/** Steps: a channel, what it sends, and clauses. */
export abstract class StepGrammar extends TemplateUseGrammar {
  private readonly readChannel = (): tree.WordNode => this.SUBRULE(this.channel);
  private readonly readContent = (): tree.ContentNode => this.SUBRULE(this.content);

  /** The step that is being read: steps do not stand in steps. */
  private current: StepInParts = noStep;
  private readonly partsOfStep = [
    { ALT: () => void this.current.clauses.push(this.SUBRULE(this.clause)) },
    {
      ALT: () => {
        const extra = this.SUBRULE(this.plainContent);
        this.ACTION(() => this.moreContent(this.current, extra));
      },
    },
    {
      IGNORE_AMBIGUITIES: true,
      ALT: () => {
        this.CONSUME(t.InStep);
        this.ACTION(() => this.strayInStep());
      },
    },
  ];
  private readonly restOfStep = {
    GATE: () => this.goesOn(this.current.verbs !== undefined),
    DEF: () => this.OR1(this.partsOfStep),
  };

  protected readonly step = this.RULE('step', (place: StepPlace): tree.StepNode | undefined => {
    const start = this.offsetOfNext();
    let thenWord: tree.WordNode | undefined;
    const channel = this.OR([
      {
        ALT: () => {
          thenWord = this.lead(this.CONSUME(keyword.then));
          this.afterThen(thenWord, place);
          return this.need(0, 'a step: `viber`, `sms` or `voice`,', this.readChannel);
        },
      },
      {
        ALT: () => {
          this.withoutThen(place);
          return this.SUBRULE1(this.channel);
        },
      },
    ]);
    if (channel !== undefined && this.is(1, t.Name)) this.repair(contentWords[channel.text] ?? [], wordsOfStep);
    const content = this.optionIf(this.startsContent(), 0, this.readContent);
    if (channel !== undefined && content === undefined) this.missingContent(channel.text);
    const step: StepInParts = { channel, content, clauses: [], verbs: undefined };
    this.current = step;
    this.MANY(this.restOfStep);
    if (channel === undefined) return undefined;
    const { clauses, verbs } = step;
    if (verbs !== undefined) {
      step.content = withVerbs(step.content, verbs);
      this.severalVerbs(verbs, clauses);
    }
    const length = this.lengthFrom(start);
    return { kind: 'step', offset: start, length, thenWord, channel, content: step.content, clauses: exact(clauses) };
  });

  /** A content after the clauses of a step, or after its content. */
  private moreContent(step: StepInParts, extra: tree.ContentNode): void {
    if (step.content?.kind === 'verbs' && extra.kind === 'verbs') {
      step.verbs ??= [...step.content.list];
      this.extraVerb(step.verbs, step.content, extra, step.clauses);
    } else {
      this.extraContent(step.content, extra, step.channel, step.clauses.length > 0);
      step.content ??= extra;
    }
  }

  protected override stop(): void {
    super.stop();
    this.current = noStep;
  }

  private afterThen(then: tree.WordNode, place: StepPlace): void {
    this.repair(words.channelWords);
    if (place !== 'first') return;
    const fix = { title: 'Remove `then`', edits: [{ offset: then.offset, length: then.length, text: '' }] };
    this.fault(syntax.unexpected, then, { found: '`then`', context: 'before the first step' }, { fixes: [fix] });
  }

  private withoutThen(place: StepPlace): void {
    if (place !== 'later' || this.isReported()) return;
    const fix = { title: 'Insert `then`', edits: [{ offset: this.offsetOfNext(), length: 0, text: 'then ' }] };
    this.remark(syntax.missingThen, this.spanOfNext(), { channel: this.next.image }, { fixes: [fix] });
  }

  /** @param lacksBraces whether verbs without braces have been reported, so that a brace after them is no other fault */
  private goesOn(lacksBraces: boolean): boolean {
    if (this.is(1, t.RightBrace) && this.isAmidStep() && this.closesTooMuch()) {
      if (lacksBraces) this.settle();
      this.fault(syntax.unexpected, spanOf(this.next), { found: '`}`', context: 'here: it closes nothing' });
      this.pass();
    }
    this.repair(stepWords, wordsOfStep);
    return !this.is(1, keyword.template) || !this.onFreshLine();
  }

  /** Whether what follows the next token on its line goes on with the step, or with the next one. */
  private isAmidStep(): boolean {
    const type = this.typeOf(2);
    if (type === keyword.then) return true;
    if (!clausesOfStep.has(type) && !this.startsClause(2)) return false;
    return !this.text.slice(this.next.endOffset, this.LA(2).startOffset).includes('\n');
  }

  private startsContent(): boolean {
    if (this.is(1, keyword.template)) return !this.onFreshLine() || !this.declaresTemplate();
    return !this.is(1, t.LeftBrace) || this.is(2, keyword.say, keyword.play, t.RightBrace) || this.is(0, keyword.voice);
  }

  /** Whether the word `template` ahead declares a template, and is no content that uses one. */
  protected declaresTemplate(): boolean {
    if (this.is(3, t.LeftParen)) {
      return this.is(4, t.RightParen) ? this.is(5, t.Text) : this.is(5, t.Colon) && this.is(6, t.Word);
    }
    return this.is(3, t.Text, t.LeftBrace);
  }

  private missingContent(channel: string): void {
    if (channel !== 'voice' && this.isHole(1) && !this.onFreshLine()) {
      this.holeForText();
      return;
    }
    // The brace is at fault: the text may stand in it.
    if (this.is(1, t.LeftBrace)) return;
    if (channel === 'sms') this.missingText('the text of the message');
    else if (channel === 'voice') this.missingText('what the call says or plays, such as `say "…" lang en-US`,', true);
    else if (this.isNeitherClauseNorFlag()) this.missingTemplate();
  }

  private holeForText(): void {
    const span = spanBetween(this.offsetOfNext(), this.LA(3).endOffset + 1);
    const fixes = [rewrite(span, `"${sourceOf(this.text, span)}"`)];
    this.expected('a text', { fixes });
    for (let passed = 0; passed < 3; passed++) this.pass();
    this.settle();
  }

  private missingTemplate(): void {
    if (!this.is(2, t.LeftParen, keyword.then, t.RightBrace, t.EOF) && !this.startsClause(2)) {
      this.missingText('a text or `template`');
      return;
    }
    const edits = [{ offset: this.offsetOfNext(), length: 0, text: 'template ' }];
    const fixes: LocalFix[] = [{ title: 'Insert `template`', edits }];
    if (!this.is(2, t.LeftParen)) fixes.push(rewrite(this.spanOfNext(), `"${this.next.image}"`));
    this.expected('a text or `template`', { fixes });
  }

  private isNeitherClauseNorFlag(): boolean {
    const { tokenType, image } = this.next;
    if (tokenType !== t.Name || words.isFlag(image) || words.clauseOf(image) !== undefined) return false;
    return nearest(image, [...stepWords, ...words.flagWords]) === undefined;
  }

  private strayInStep(): void {
    const token = this.last;
    if (token.tokenType === t.Duration) {
      this.lacksKeyword('ttl');
    } else if (token.tokenType === t.Comma && this.is(1, keyword.viber, keyword.sms, keyword.voice)) {
      const fixes = [{ title: 'Write `then`', edits: [{ ...spanOf(token), text: ' then' }] }];
      this.passed(token.startOffset, token.startOffset + 1);
      this.faultAtLast(syntax.missingThen, spanOf(token), { channel: this.next.image }, { fixes });
    } else {
      this.stray(token.tokenType === t.LeftBrace ? 'in a step: its clauses stand without braces' : 'in a step');
    }
  }

  /** Another verb without braces around them all: the clauses before it belong to the verb before it. */
  private extraVerb(
    verbs: tree.VerbNode[],
    first: tree.VerbsNode,
    extra: tree.VerbsNode,
    clauses: tree.ClauseNode[],
  ): void {
    // What stands before the content belongs to the step.
    const own = clauses.filter(({ offset }) => offset > first.offset);
    clauses.length -= own.length;
    for (const verb of extra.list) {
      endVerb(verbs, own.splice(0));
      verbs.push(verb);
    }
  }

  /** Reports verbs without braces around them, where it is not just a word that stands twice. */
  private severalVerbs(verbs: readonly tree.VerbNode[], clauses: readonly tree.ClauseNode[]): void {
    const second = verbs.find((_, index) => verbs[index - 1]?.value !== undefined);
    const first = verbs[0];
    const last = verbs.at(-1);
    if (first === undefined || last === undefined || second === undefined) return;
    // The clauses after the last verb that are its own end where the first of the call stands.
    const later = clauses.filter(({ offset }) => offset > last.offset);
    const ofCall = later.findIndex(({ kind }) => !verbClauses.includes(kind));
    const own = ofCall === -1 ? later : later.slice(0, ofCall);
    const edits = [
      { offset: first.offset, length: 0, text: '{ ' },
      { offset: endOf(own.at(-1) ?? last), length: 0, text: ' }' },
    ];
    this.remark(syntax.severalVerbs, second.keyword, undefined, { fixes: [{ title: 'Write braces', edits }] });
  }

  /** A second content, or one that stands where it cannot. */
  private extraContent(
    first: tree.ContentNode | undefined,
    extra: tree.ContentNode,
    channel: tree.WordNode | undefined,
    afterClause: boolean,
  ): void {
    if (channel === undefined || (first === undefined && !afterClause)) return;
    const found = extra.kind === 'text' ? 'A text' : extra.kind === 'verbs' ? 'A verb' : '`template`';
    const context =
      first === undefined
        ? `after a clause: it stands right after \`${channel.text}\``
        : 'here: the step has its content already';
    const at = extra.kind === 'text' ? extra : { offset: extra.offset, length: Math.min(extra.length, 8) };
    this.remark(syntax.unexpected, at, { found, context });
  }

  private readonly channels = [
    { ALT: () => this.lead(this.CONSUME(keyword.viber)) },
    { ALT: () => this.lead(this.CONSUME(keyword.sms)) },
    { ALT: () => this.lead(this.CONSUME(keyword.voice)) },
  ];

  protected readonly channel = this.RULE('channel', (): tree.WordNode => this.OR(this.channels));

  private readonly contents = [
    { ALT: (): tree.ContentNode => this.SUBRULE(this.plainContent) },
    { ALT: (): tree.ContentNode => this.SUBRULE(this.verbsInBraces) },
  ];

  protected readonly content = this.RULE('content', (): tree.ContentNode => this.OR(this.contents));

  private readonly plainContents = [
    { ALT: (): tree.ContentNode => this.SUBRULE(this.textLiteral) },
    { ALT: (): tree.ContentNode => this.SUBRULE(this.templateUse) },
    { ALT: (): tree.ContentNode => this.SUBRULE(this.singleVerb) },
  ];

  protected readonly plainContent = this.RULE('plainContent', (): tree.ContentNode => this.OR(this.plainContents));

  protected readonly singleVerb = this.RULE('singleVerb', (): tree.VerbsNode => {
    const start = this.offsetOfNext();
    const verb = this.SUBRULE(this.verb);
    return { kind: 'verbs', offset: start, length: this.lengthFrom(start), braces: false, list: [verb] };
  });

  private readonly verbs = [
    {
      ALT: (): tree.VerbNode => {
        const word = this.lead(this.CONSUME(keyword.say));
        return this.verbNode(word, this.needText(0, 'the text to say'));
      },
    },
    {
      ALT: (): tree.VerbNode => {
        const word = this.lead(this.CONSUME(keyword.play));
        return this.verbNode(
          word,
          this.SUBRULE(this.value, { ARGS: ['the address of a recording, a text or a hole,'] }),
        );
      },
    },
  ];

  protected readonly verb = this.RULE('verb', (): tree.VerbNode => this.OR(this.verbs));

  private verbNode(word: tree.WordNode, value: tree.ValueNode | undefined): tree.VerbNode {
    const { offset } = word;
    return { kind: 'verb', offset, length: this.lengthFrom(offset), keyword: word, value, clauses: [] };
  }

  protected readonly verbsInBraces = this.RULE('verbsInBraces', (): tree.VerbsNode => {
    const { reports } = this;
    const opening = this.CONSUME(t.LeftBrace);
    const list: tree.VerbNode[] = [];
    const clauses: tree.ClauseNode[] = [];
    const ofCall: tree.ClauseNode[] = [];
    const alternatives = [
      {
        ALT: () => {
          const verb = this.SUBRULE(this.verb);
          this.ACTION(() => {
            endVerb(list, clauses.splice(0));
            list.push(verb);
          });
        },
      },
      {
        ALT: () => {
          const clause = this.SUBRULE(this.clause);
          this.ACTION(() => {
            if (list.length > 0 || this.reports === reports) this.verbClause(clause, list, clauses, ofCall);
          });
        },
      },
      {
        IGNORE_AMBIGUITIES: true,
        ALT: () => {
          this.CONSUME(t.InStep);
          this.ACTION(() => this.strayAmongVerbs());
        },
      },
    ];
    this.MANY({ GATE: () => this.goesOnWithVerbs(opening), DEF: () => this.OR(alternatives) });
    this.ACTION(() => endVerb(list, clauses));
    const closing = this.close(0, 'the verbs of the call', opening);
    this.ACTION(() => {
      for (const clause of ofCall) this.clauseOfCall(clause, closing);
      if (list.length > 0 || closing === undefined) return;
      const wanted = 'a verb, such as `say "…" lang en-US`,';
      this.remark(syntax.expected, closing, { wanted, after: '`{`', found: '`}`' });
    });
    const length = this.lengthFrom(opening.startOffset);
    return { kind: 'verbs', offset: opening.startOffset, length, braces: true, list: exact(list) };
  });

  /** A clause of the step ends verbs that are never closed. */
  private goesOnWithVerbs(opening: IToken): boolean {
    this.repair(verbWords, wordsOfStep);
    const type = this.typeOf(1);
    return !clausesOfStep.has(type) || this.bracketOf(opening)?.isContested !== true;
  }

  private strayAmongVerbs(): void {
    if (this.last.tokenType === t.Text) this.lacksKeyword('say', this.missingLang(this.last.image));
    else this.stray('among the verbs of a call');
  }

  private verbClause(
    clause: tree.ClauseNode,
    list: readonly tree.VerbNode[],
    clauses: tree.ClauseNode[],
    ofCall: tree.ClauseNode[],
  ): void {
    if (list.length === 0) {
      const context = 'before the first verb';
      this.fault(syntax.unexpected, clause.keyword, { found: `\`${clause.keyword.text}\``, context });
    } else if (verbClauses.includes(clause.kind)) {
      clauses.push(clause);
    } else {
      ofCall.push(clause);
    }
  }

  private clauseOfCall(clause: tree.ClauseNode, closing: Span | undefined): void {
    if (!clausesOfCall.includes(clause.kind)) {
      const found = `\`${clause.keyword.text}\``;
      const { offset, length } = clause;
      const fixes = [{ title: `Remove ${found}`, edits: [{ offset, length, text: '' }] }];
      this.remark(
        syntax.unexpected,
        clause,
        { found, context: 'among the verbs of a call, which does not have it' },
        { fixes },
      );
      return;
    }
    const edits = closing === undefined ? [] : this.moving(clause, endOf(closing), ' ');
    const fixes = edits.length === 0 ? [] : [{ title: 'Move it after the `}`', edits }];
    this.remark(syntax.clauseOfStep, clause.keyword, { clause: clause.keyword.text }, { fixes });
  }
}

/** Gives the last verb the clauses that follow it. */
function endVerb(verbs: tree.VerbNode[], found: readonly tree.ClauseNode[]): void {
  const verb = verbs.at(-1);
  const clauses = found.filter(({ kind }) => verbClauses.includes(kind));
  const last = clauses.at(-1);
  if (verb === undefined || last === undefined) return;
  verbs[verbs.length - 1] = { ...verb, length: endOf(last) - verb.offset, clauses: [...verb.clauses, ...clauses] };
}

function withVerbs(
  content: tree.ContentNode | undefined,
  list: readonly tree.VerbNode[],
): tree.ContentNode | undefined {
  const last = list.at(-1);
  if (content?.kind !== 'verbs' || last === undefined) return content;
  return { ...content, length: endOf(last) - content.offset, list };
}
