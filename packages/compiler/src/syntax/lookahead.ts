import {
  Alternation,
  type Alternative,
  type ILookaheadStrategy,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  type Rule,
  Terminal,
  type TokenType,
} from 'chevrotain';

/** What a part of the grammar can start with. */
interface First {
  readonly tokens: readonly TokenType[];
  readonly canBeEmpty: boolean;
}

type Choice = readonly (number | undefined)[];
interface Parser {
  typeNumberOf(ahead: number): number;
}

/**
 * One token decides everywhere in our grammar, and where two alternatives start with the same token the first is meant.
 * Chevrotain's own strategy walks the grammar again for each place where something is decided, which is half of what it
 * costs to make a parser; this one walks each rule once, and only the rules that a file needs.
 */
export class FirstTokenLookahead implements ILookaheadStrategy {
  readonly #firstOfRule = new Map<Rule, First>();
  readonly #decisionsOfRule = new Map<Rule, ReadonlyMap<string, readonly IProduction[][]>>();

  /** Nothing to say: that one token decides is checked by Chevrotain's own strategy in a test. */
  validate(): [] {
    return [];
  }

  buildLookaheadForAlternation({ prodOccurrence, rule }: { prodOccurrence: number; rule: Rule }) {
    let choice: Choice | undefined;
    const make = () => this.#choice(rule, `Alternation ${prodOccurrence}`);
    return function (this: Parser): number | undefined {
      choice ??= make();
      return choice[this.typeNumberOf(1)];
    };
  }

  buildLookaheadForOptional(options: { prodOccurrence: number; prodType: string; rule: Rule }) {
    const { prodOccurrence, prodType, rule } = options;
    let choice: Choice | undefined;
    const make = () => this.#choice(rule, `${prodType} ${prodOccurrence}`);
    return function (this: Parser): boolean {
      choice ??= make();
      return choice[this.typeNumberOf(1)] === 0;
    };
  }

  /** Which alternative each type of token chooses, by the number of the type. */
  #choice(rule: Rule, key: string): Choice {
    let decisions = this.#decisionsOfRule.get(rule);
    if (decisions === undefined) {
      decisions = decisionsIn(rule.definition);
      this.#decisionsOfRule.set(rule, decisions);
    }
    const choice: (number | undefined)[] = [];
    for (const [index, alternative] of (decisions.get(key) ?? []).entries()) {
      for (const type of this.#first(alternative).tokens) {
        for (const number of [type.tokenTypeIdx ?? 0, ...(type.categoryMatches ?? [])]) choice[number] ??= index;
      }
    }
    return choice;
  }

  #first(sequence: readonly IProduction[]): First {
    const tokens: TokenType[] = [];
    for (const production of sequence) {
      const first = this.#firstOf(production);
      tokens.push(...first.tokens);
      if (!first.canBeEmpty) return { tokens, canBeEmpty: false };
    }
    return { tokens, canBeEmpty: true };
  }

  #firstOf(production: IProduction): First {
    if (production instanceof Terminal) return { tokens: [production.terminalType], canBeEmpty: false };
    if (production instanceof NonTerminal) return this.#firstOfReference(production.referencedRule);
    if (production instanceof Alternation) {
      const alternatives = production.definition.map((one) => this.#first((one as Alternative).definition));
      const canBeEmpty = alternatives.some((one) => one.canBeEmpty);
      return { tokens: alternatives.flatMap(({ tokens }) => tokens), canBeEmpty };
    }
    if (production instanceof Option || production instanceof Repetition) {
      return { tokens: this.#first(production.definition).tokens, canBeEmpty: true };
    }
    throw new Error(`The grammar has a production that its lookahead does not know: ${production.constructor.name}`);
  }

  #firstOfReference(rule: Rule): First {
    let first = this.#firstOfRule.get(rule);
    if (first === undefined) {
      first = this.#first(rule.definition);
      this.#firstOfRule.set(rule, first);
    }
    return first;
  }
}

/** Every place of a rule where something is decided, with what can be chosen there. */
function decisionsIn(sequence: readonly IProduction[], decisions = new Map<string, readonly IProduction[][]>()) {
  for (const production of sequence) {
    if (production instanceof Alternation) {
      const alternatives = production.definition.map((one) => (one as Alternative).definition);
      decisions.set(`Alternation ${production.idx}`, alternatives);
      for (const alternative of alternatives) decisionsIn(alternative, decisions);
    } else if (production instanceof Option || production instanceof Repetition) {
      const kind = production instanceof Option ? 'Option' : 'Repetition';
      decisions.set(`${kind} ${production.idx}`, [production.definition]);
      decisionsIn(production.definition, decisions);
    }
  }
  return decisions;
}
