import type { IToken } from 'chevrotain';
import { syntax } from '../diagnostics/fo1-syntax.js';
import { exact } from '../text/exact.js';
import { endOf, type Span } from '../text/span.js';
import { DeclarationGrammar } from './grammar/declarations.js';
import type { StepPlace } from './grammar/steps.js';
import { describe, named, type ParserMode, type SyntaxReport, spanOf } from './parser-base.js';
import type { TokenList } from './token-list.js';
import * as t from './tokens.js';
import type * as tree from './tree.js';
import * as words from './words.js';

const { keyword } = t;

const itemWords = [...words.declarationWords, ...words.settingWords, ...words.channelWords, 'then'];
const bodyWords = [...words.settingWords, ...words.channelWords, 'then'];

const restOfLine = /[ \t]*(?:\/\/[^\r\n]*)?(?=\r?\n|$)/y;

/** What has been read of a flow after its opening brace. */
interface FlowBody {
  readonly settings: tree.SettingNode[];
  readonly steps: tree.StepNode[];
  /** What stands before the first step. */
  last: Span | undefined;
  /** Whether something in it could not be understood. */
  isTorn: boolean;
}

const noBody: FlowBody = { settings: [], steps: [], last: undefined, isTorn: false };

const asStep: Readonly<Record<StepPlace, { ARGS: [StepPlace] }>> = {
  first: { ARGS: ['first'] },
  later: { ARGS: ['later'] },
  unclear: { ARGS: ['unclear'] },
};

/** @param isTorn whether something before could not be understood */
function placeAfter(steps: readonly tree.StepNode[], isTorn: boolean): StepPlace {
  if (steps.length > 0) return 'later';
  return isTorn ? 'unclear' : 'first';
}

/**
 * The grammar of the language. Each rule reads what the language document says and, where something is missing, goes
 * on without it; the last alternative of each loop takes whatever is out of place. An embedded action builds the tree.
 */
export class FailoverParser extends DeclarationGrammar {
  constructor(mode: ParserMode = 'plain') {
    super(mode);
    this.performSelfAnalysis();
  }

  /**
   * The tree, the stretches that were passed over after a fault, both in the order of the text, and whether the grammar
   * took every token.
   * @param strange what the lexer could not read and has reported, in the order of the text
   */
  parse(text: string, tokens: TokenList, strange: readonly Span[], report: SyntaxReport) {
    this.begin(text, tokens, strange, report);
    try {
      const items = this.file() ?? [];
      // The grammar takes any token anywhere, so this stands for what we have not foreseen.
      for (const { token } of this.errors) {
        const span = token.tokenType === t.EOF ? { offset: text.length, length: 0 } : spanOf(token);
        report(syntax.unexpected, span, { found: describe(token), context: 'here' });
      }
      const root: tree.FileTree = { kind: 'source', offset: 0, length: text.length, items };
      return { tree: root, skipped: this.skipped, isUnderstood: this.errors.length === 0 };
    } finally {
      this.stop();
    }
  }

  private readonly file = this.RULE('file', (): tree.ItemNode[] => {
    const items: tree.ItemNode[] = [];
    let steps: tree.StepNode[] = [];
    let seen: 'imports' | 'declarations' | 'steps' = 'imports';
    let lastImport: tree.ItemNode | undefined;
    let lastDeclaration: tree.ItemNode | undefined;
    const endChain = () => {
      const chain = chainOf(steps);
      if (chain === undefined) return;
      items.push(chain);
      steps = [];
    };
    const declare = (item: tree.ItemNode, rank: 'imports' | 'declarations') => {
      if (seen === 'steps') {
        endChain();
        this.itemOutOfPlace(
          item,
          'before the first step',
          rank === 'imports' ? lastImport : (lastDeclaration ?? lastImport),
        );
      } else if (rank === 'imports' && seen === 'declarations') {
        this.itemOutOfPlace(item, 'before the declarations', lastImport);
      } else {
        seen = rank;
        if (rank === 'imports') lastImport = item;
        else lastDeclaration = item;
      }
      items.push(item);
    };
    const alternatives = [
      { ALT: () => declare(this.SUBRULE(this.import), 'imports') },
      { ALT: () => declare(this.SUBRULE(this.let), 'declarations') },
      { ALT: () => declare(this.SUBRULE(this.sender), 'declarations') },
      { ALT: () => declare(this.SUBRULE(this.template), 'declarations') },
      { ALT: () => declare(this.SUBRULE(this.flow), 'declarations') },
      { ALT: () => declare(this.SUBRULE(this.setting), 'declarations') },
      {
        ALT: () => {
          const isTorn = seen === 'steps' || items.at(-1)?.kind === 'skipped';
          const step = this.SUBRULE(this.step, asStep[placeAfter(steps, isTorn)]);
          this.ACTION(() => {
            seen = 'steps';
            if (step !== undefined) steps.push(step);
          });
        },
      },
      {
        IGNORE_AMBIGUITIES: true,
        ALT: () => {
          const first = this.CONSUME(t.InFile);
          this.ACTION(() => {
            endChain();
            this.strayInFile();
            const offset = first.startOffset;
            items.push({ kind: 'skipped', offset, length: this.lengthFrom(offset) });
          });
        },
      },
    ];
    this.MANY({ GATE: () => this.repair(itemWords), DEF: () => this.OR(alternatives) });
    this.ACTION(endChain);
    return items;
  });

  /** @param last what it may follow, or nothing where it belongs to the start of the file */
  private itemOutOfPlace(item: tree.ItemNode, where: string, last: Span | undefined): void {
    const start = this.startOfDocs(item.offset);
    const what = { offset: start, length: endOf(item) - start };
    const edits =
      last === undefined
        ? this.moving(what, this.text.startsWith('\ufeff') ? 1 : 0, '', '\n')
        : this.moving(what, this.afterComment(endOf(last)), '\n');
    const fixes = [{ title: `Move it ${where}`, edits }];
    this.remark(syntax.outOfPlace, this.firstWord(item), { what: describeItem(item), where }, { fixes });
  }

  /** Where the comments start that document what stands at an offset. */
  private startOfDocs(offset: number): number {
    let start = offset;
    let line = this.text.lastIndexOf('\n', offset - 1);
    while (line > 0) {
      const before = this.text.lastIndexOf('\n', line - 1);
      const text = this.text.slice(before + 1, line);
      const docs = text.trimStart();
      if (!docs.startsWith('///')) break;
      start = before + 1 + text.length - docs.length;
      line = before;
    }
    return start;
  }

  /** The end of the line, where nothing but a comment follows. */
  private afterComment(offset: number): number {
    restOfLine.lastIndex = offset;
    return restOfLine.test(this.text) ? restOfLine.lastIndex : offset;
  }

  private settingOutOfPlace(setting: tree.SettingNode, first: tree.StepNode, after: Span | undefined): void {
    const where = 'before the first step';
    const gap = after && this.text.slice(endOf(after), first.offset);
    const edits = after && this.moving(setting, this.afterComment(endOf(after)), gap?.includes('\n') ? '\n  ' : ' ');
    const fixes = edits === undefined ? [] : [{ title: `Move it ${where}`, edits }];
    this.remark(syntax.outOfPlace, setting.keyword, { what: `\`${setting.keyword.text}\``, where }, { fixes });
  }

  private firstWord({ offset, length }: tree.ItemNode): Span {
    const word = /^[\p{L}\p{M}\p{Nd}_-]*/u.exec(this.text.slice(offset, offset + 40))?.[0];
    return { offset, length: word?.length || length };
  }

  /** Reports the token just read, and passes over what belongs to it: all of what is a declaration but for its keyword. */
  private strayInFile(): void {
    const token = this.last;
    const missing = token.tokenType === t.Name ? this.missingDeclaration() : undefined;
    if (missing === undefined) {
      this.strayElsewhere('here: a file has imports, declarations and steps');
      return;
    }
    this.lacksKeyword(missing);
    if (missing !== 'let') {
      if (this.is(1, t.LeftParen)) this.passThrough(this.bracketOf(this.next)?.partner);
      if (this.is(1, t.Text)) this.pass();
      const opening = this.next;
      if (opening.tokenType === t.LeftBrace) {
        this.pass();
        if (missing === 'flow') this.ignorePartner(opening);
        else this.passThrough(this.bracketOf(opening)?.partner);
      }
    } else {
      this.skipRun();
    }
    this.settle();
  }

  /** What is out of place between items or steps, and what it may have been meant as. */
  private strayElsewhere(context: string): void {
    const token = this.last;
    if (token.tokenType === t.Name && this.is(1, t.Text)) {
      const params = { word: token.image, what: 'a channel', words: words.channelWords };
      this.strayToken(syntax.unknownWord, params);
    } else if (token.tokenType === t.LeftBrace && this.is(1, t.Text) && this.is(2, t.Colon)) {
      const partner = this.bracketOf(token)?.partner;
      const help = '`failover import` turns a JSON request into a flow.';
      this.strayToken(syntax.unexpected, { found: '`{`', context }, () => ({ help }));
      this.passThrough(partner);
      this.settle();
    } else {
      this.stray(token.tokenType === t.RightBrace ? 'here: it closes nothing' : context);
    }
  }

  /** The keyword before a name, as what follows the name shows. */
  private missingDeclaration(): string | undefined {
    if (this.is(1, t.Equals)) return 'let';
    let ahead = 1;
    if (this.is(1, t.LeftParen)) {
      const partner = this.bracketOf(this.next)?.partner;
      if (partner === undefined) return undefined;
      ahead = partner.index - this.currIdx + 1;
      if (this.is(ahead, t.Text)) return 'template';
    }
    if (!this.is(ahead, t.LeftBrace)) return undefined;
    const isId = this.is(ahead + 1, keyword.viber, keyword.sms, keyword.voice) && this.is(ahead + 2, t.Text);
    const isSender = isId && this.is(ahead + 3, keyword.viber, keyword.sms, keyword.voice, t.RightBrace);
    return isSender && ahead === 1 ? 'sender' : 'flow';
  }

  /** The flow that is being read: flows do not stand in flows. */
  private body: FlowBody = noBody;
  private readonly startsOfFlow = [
    { ALT: () => this.endpointThenFlow(this.CONSUME(keyword.standard)) },
    { ALT: () => this.endpointThenFlow(this.CONSUME(keyword.transactional), 1) },
    { ALT: (): undefined => void this.CONSUME(keyword.flow) },
  ];
  private readonly readParams = () => this.SUBRULE(this.params);
  private readonly partsOfFlow = [
    {
      ALT: () => {
        const setting = this.SUBRULE(this.setting);
        this.ACTION(() => this.settingOfFlow(this.body, setting));
      },
    },
    {
      ALT: () => {
        const { steps, isTorn } = this.body;
        const step = this.SUBRULE(this.step, asStep[placeAfter(steps, isTorn)]);
        if (step !== undefined) steps.push(step);
      },
    },
    {
      IGNORE_AMBIGUITIES: true,
      ALT: () => {
        this.CONSUME(t.InBody);
        this.body.isTorn = true;
        this.ACTION(() => this.strayElsewhere('in a flow: it has settings, then steps'));
      },
    },
  ];
  private readonly restOfFlow = { GATE: () => this.goesOnInFlow(), DEF: () => this.OR1(this.partsOfFlow) };

  private readonly flow = this.RULE('flow', (): tree.FlowNode => {
    const offset = this.offsetOfNext();
    const endpoint = this.OR(this.startsOfFlow);
    const name = this.needName('a name for the flow');
    const params = this.OPTION(this.readParams);
    const opening = this.open(2);
    const { settings, steps } = this.startBody(opening);
    this.MANY(this.restOfFlow);
    const closing = this.close(3, 'the flow', opening, name);
    const chain = this.RECORDING_PHASE ? undefined : chainOf(steps);
    if (chain === undefined && closing !== undefined) {
      this.ACTION(() => this.remark(syntax.noSteps, name ?? closing, { what: named('The flow', name) }));
    }
    const length = this.lengthFrom(offset);
    return { kind: 'flow', offset, length, endpoint, name, params, settings: outside(chain, settings), chain };
  });

  private startBody(opening: { startOffset: number; image: string } | undefined): FlowBody {
    this.body = {
      settings: [],
      steps: [],
      last: this.RECORDING_PHASE ? undefined : opening && spanOf(opening),
      isTorn: false,
    };
    return this.body;
  }

  private settingOfFlow(body: FlowBody, setting: tree.SettingNode): void {
    body.settings.push(setting);
    const first = body.steps[0];
    if (first === undefined) body.last = setting;
    else this.settingOutOfPlace(setting, first, body.last);
  }

  protected override stop(): void {
    super.stop();
    this.body = noBody;
  }

  /** Whether the flow goes on. A template that is used, and not declared, lacks its channel. */
  private goesOnInFlow(): true {
    if (!this.is(1, keyword.template) || this.declaresTemplate()) return this.repair(bodyWords);
    const token = this.next;
    const fix = { title: 'Insert `viber`', edits: [{ offset: token.startOffset, length: 0, text: 'viber ' }] };
    const params = { wanted: '`viber`', after: '', found: '`template`' };
    this.fault(syntax.expected, spanOf(token), params, { fixes: [fix] });
    token.become(t.Name);
    return true;
  }

  private endpointThenFlow(endpoint: IToken, occurrence = 0): tree.WordNode {
    if (this.is(1, keyword.standard, keyword.transactional)) {
      this.expected('`flow`');
      this.pass();
    }
    this.need(10 + occurrence, '`flow`', () => this.consume(10 + occurrence, keyword.flow));
    return this.keyword(endpoint);
  }
}

function chainOf(steps: readonly tree.StepNode[]): tree.ChainNode | undefined {
  const first = steps[0];
  const last = steps.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return { kind: 'chain', offset: first.offset, length: endOf(last) - first.offset, steps: exact(steps) };
}

/** A setting among the steps, which has been reported, has no place in the tree. */
function outside(chain: tree.ChainNode | undefined, settings: tree.SettingNode[]): tree.SettingNode[] {
  if (chain === undefined || (settings.at(-1)?.offset ?? 0) < chain.offset) return exact(settings);
  return settings.filter(({ offset }) => offset < chain.offset || offset > endOf(chain));
}

function describeItem(item: tree.ItemNode): string {
  return (
    { import: 'An import', let: 'A `let`', sender: 'A sender', template: 'A template', flow: 'A flow' }[
      item.kind as string
    ] ?? 'A setting'
  );
}
