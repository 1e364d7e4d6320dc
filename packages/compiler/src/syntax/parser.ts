import { syntax } from '../diagnostics/fo1-syntax.js';
import type { Span } from '../text/span.js';
import { DeclarationGrammar } from './grammar/declarations.js';
import { describe, type SyntaxReport, spanOf } from './parser-base.js';
import * as t from './tokens.js';
import type * as tree from './tree.js';
import * as words from './words.js';

const { keyword } = t;

const itemWords = [...words.declarationWords, ...words.settingWords, ...words.channelWords, 'then'];
const bodyWords = [...words.settingWords, ...words.channelWords, 'then'];

/**
 * The grammar of the language. Each rule reads what the language document says and, where something is missing, goes
 * on without it; the last alternative of each loop takes whatever is out of place. An embedded action builds the tree.
 */
export class FailoverParser extends DeclarationGrammar {
  /** @param validate whether to check the grammar itself, which only a test has to do */
  constructor(validate = false) {
    super(validate);
    this.performSelfAnalysis();
  }

  /** The tree, and the stretches that were passed over after a fault, both in the order of the text. */
  parse(text: string, tokens: t.Token[], report: SyntaxReport): { tree: tree.FileTree; skipped: readonly Span[] } {
    this.start(text, tokens, report);
    try {
      const items = this.file() ?? [];
      // The grammar takes any token anywhere, so this stands for what we have not foreseen.
      for (const { token } of this.errors) {
        const span = token.tokenType === t.EOF ? { offset: text.length, length: 0 } : spanOf(token);
        report(syntax.unexpected, span, { found: describe(token), context: 'here' });
      }
      return { tree: { kind: 'source', offset: 0, length: text.length, items }, skipped: this.skipped };
    } finally {
      this.stop();
    }
  }

  private readonly file = this.RULE('file', (): tree.ItemNode[] => {
    const items: tree.ItemNode[] = [];
    let steps: tree.StepNode[] = [];
    const endChain = () => {
      const first = steps[0];
      const last = steps.at(-1);
      if (first === undefined || last === undefined) return;
      items.push({ kind: 'chain', offset: first.offset, length: last.offset + last.length - first.offset, steps });
      steps = [];
    };
    let seen: 'imports' | 'declarations' | 'steps' = 'imports';
    const declare = (item: tree.ItemNode | undefined, rank: 'imports' | 'declarations') => {
      if (item === undefined) return;
      const start = { offset: item.offset, length: this.firstWordLength(item) };
      if (seen === 'steps') {
        endChain();
        this.remark(syntax.outOfPlace, start, { what: describeItem(item), where: 'before the first step' });
      } else if (rank === 'imports' && seen === 'declarations') {
        this.remark(syntax.outOfPlace, start, { what: 'An import', where: 'before the declarations' });
      } else {
        seen = rank;
      }
      items.push(item);
    };
    this.MANY({
      GATE: () => this.repair(itemWords),
      DEF: () =>
        this.OR([
          { ALT: () => declare(this.SUBRULE(this.import), 'imports') },
          { ALT: () => declare(this.SUBRULE(this.let), 'declarations') },
          { ALT: () => declare(this.SUBRULE(this.sender), 'declarations') },
          { ALT: () => declare(this.SUBRULE(this.template), 'declarations') },
          { ALT: () => declare(this.SUBRULE(this.flow), 'declarations') },
          { ALT: () => declare(this.SUBRULE(this.setting), 'declarations') },
          {
            ALT: () => {
              const place = steps.length > 0 ? 'later' : items.at(-1)?.kind === 'skipped' ? 'unclear' : 'first';
              const step = this.SUBRULE(this.step, { ARGS: [place] });
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
                this.stray('here');
                items.push(this.node('skipped', first.startOffset, {}));
              });
            },
          },
        ]),
    });
    this.ACTION(endChain);
    return items;
  });

  private firstWordLength(item: tree.ItemNode): number {
    return /^[\p{L}\p{M}\p{Nd}_-]*/u.exec(this.text.slice(item.offset, item.offset + 40))?.[0].length || item.length;
  }

  private readonly flow = this.RULE('flow', (): tree.FlowNode => {
    const start = this.offsetOfNext();
    const endpoint = this.OR([
      { ALT: () => this.endpointThenFlow(this.CONSUME(keyword.standard)) },
      { ALT: () => this.endpointThenFlow(this.CONSUME(keyword.transactional), 1) },
      {
        ALT: () => {
          this.CONSUME(keyword.flow);
          return undefined;
        },
      },
    ]);
    const name = this.need(1, 'a name for the flow', () => this.word(this.CONSUME(t.Word)));
    const params = this.OPTION1(() => this.SUBRULE(this.params));
    this.ACTION(() => {
      if (!this.is(1, t.LeftBrace) && this.is(1, t.Text, t.Equals, t.Colon)) this.expected('`{`');
      while (this.is(1, t.Text, t.Equals, t.Colon)) this.SKIP_TOKEN();
    });
    const opening = this.need(2, '`{`', () => this.CONSUME(t.LeftBrace));
    const settings: tree.SettingNode[] = [];
    const steps: tree.StepNode[] = [];
    this.MANY({
      GATE: () => this.repair(bodyWords),
      DEF: () =>
        this.OR1([
          {
            ALT: () => {
              const setting = this.SUBRULE(this.setting);
              this.ACTION(() => {
                settings.push(setting);
                if (steps.length === 0) return;
                const what = `\`${setting.keyword.text}\``;
                this.remark(syntax.outOfPlace, setting.keyword, { what, where: 'before the first step' });
              });
            },
          },
          {
            ALT: () => {
              const step = this.SUBRULE(this.step, { ARGS: [steps.length === 0 ? 'first' : 'later'] });
              this.ACTION(() => {
                if (step !== undefined) steps.push(step);
              });
            },
          },
          {
            IGNORE_AMBIGUITIES: true,
            ALT: () => {
              this.CONSUME(t.InBody);
              this.ACTION(() => this.stray('in a flow: it has settings, then steps'));
            },
          },
        ]),
    });
    const end = this.close(3, name === undefined ? 'the flow' : `the flow \`${name.text}\``, opening);
    const first = steps[0];
    const last = steps.at(-1);
    const chain: tree.ChainNode | undefined = first &&
      last && { kind: 'chain', offset: first.offset, length: last.offset + last.length - first.offset, steps };
    this.ACTION(() => {
      if (chain === undefined && end !== undefined) {
        const what = name === undefined ? 'The flow' : `The flow \`${name.text}\``;
        this.remark(syntax.noSteps, name ?? end, { what });
      }
    });
    return this.node('flow', start, { endpoint, name, params, settings, chain });
  });

  private endpointThenFlow(endpoint: { image: string; startOffset: number }, occurrence = 0): tree.WordNode {
    this.need(10 + occurrence, '`flow`', () => this.consume(10 + occurrence, keyword.flow));
    return this.word(endpoint);
  }
}

function describeItem(item: tree.ItemNode): string {
  return (
    { import: 'An import', let: 'A `let`', sender: 'A sender', template: 'A template', flow: 'A flow' }[
      item.kind as string
    ] ?? 'A setting'
  );
}
