import type { ISerializedGast } from 'chevrotain';
import { FailoverParser } from '../../../packages/compiler/src/syntax/parser.js';
import { requiredFrom } from '../../../packages/compiler/src/syntax/recovery.js';
import { choice, type Grammar, list, optional, type Part, repeat, rule, sequence, token } from './part.js';
import { refinements } from './refinements.js';

/** Occurrences between these try once more what was missing, and are part of the recovery only. */
const secondTries = { from: 240, to: 249 };

/** Tokens that take what is out of place. */
const recovery = new Set(['InFile', 'InBody', 'InStep', 'InList']);

const tokenNames: Readonly<Record<string, string>> = {
  Word: 'name',
  Name: 'name',
  Text: 'text',
  Integer: 'integer',
  Duration: 'duration',
  Size: 'size',
};

/** Rules that only wrap what they stand for: a reader sees that instead. */
const wrappers = new Set(['textLiteral', 'integer', 'duration', 'size', 'singleVerb', 'plainContent', 'typeParts']);

const ruleNames: Readonly<Record<string, string>> = {
  fileClause: 'file-clause',
  imageOrInbound: 'image-or-inbound',
  senderId: 'sender-id',
  shortenLinks: 'shorten-links',
  templateBody: 'template-body',
  templateUse: 'template-use',
  verbsInBraces: 'verbs',
};

interface Serialized extends ISerializedGast {
  readonly name: string;
  readonly idx: number;
  readonly label: string;
}

/** The grammar of the parser without its recovery, and with what its actions decide. */
export function grammarOfParser(): Grammar {
  const rules = new FailoverParser('recovering').getSerializedGastProductions() as Serialized[];
  const bodies = new Map(rules.map(({ name, definition }) => [name, definition as Serialized[]]));
  const read = new Map<string, Part>();
  for (const { name } of rules) {
    if (!wrappers.has(name)) read.set(ruleNames[name] ?? name, sequenceOf(bodies.get(name) ?? [], bodies));
  }
  const known = new Set(read.keys());
  const unknown = Object.keys(refinements.instead).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new Error(`The parser has no rule ${unknown.join(', ')}`);
  return inReadingOrder(
    new Map([...read, ...Object.entries(refinements.added), ...Object.entries(refinements.instead)]),
  );
}

function sequenceOf(definition: readonly Serialized[], bodies: ReadonlyMap<string, Serialized[]>): Part {
  return sequence(...definition.flatMap((one) => partOf(one, bodies) ?? []));
}

function partOf(one: Serialized, bodies: ReadonlyMap<string, Serialized[]>): Part | undefined {
  const definition = one.definition as Serialized[];
  switch (one.type) {
    case 'Terminal':
      return terminal(one);
    case 'NonTerminal': {
      const wrapped = wrappers.has(one.name) ? bodies.get(one.name) : undefined;
      return wrapped === undefined ? rule(ruleNames[one.name] ?? one.name) : sequenceOf(wrapped, bodies);
    }
    case 'Alternative':
      return sequenceOf(definition, bodies);
    case 'Alternation':
      return alternation(definition, bodies);
    case 'Option': {
      if (one.idx >= secondTries.from && one.idx <= secondTries.to) return undefined;
      const part = sequenceOf(definition, bodies);
      return one.idx >= requiredFrom ? part : optional(part);
    }
    case 'Repetition': {
      const part = sequenceOf(definition, bodies);
      const items = part.kind === 'choice' ? part.parts.filter((item) => !isComma(item)) : [];
      const isList = part.kind === 'choice' && items.length < part.parts.length;
      return isList ? optional(list(choice(...items)), optional(',')) : repeat(part);
    }
    default:
      throw new Error(`The grammar has something that this script does not know: ${one.type}`);
  }
}

function terminal({ name, label }: Serialized): Part {
  if (name.endsWith('Keyword')) return sequence(label);
  const mark = marks[name];
  return mark === undefined ? token(tokenNames[name] ?? name) : sequence(mark);
}

const marks: Readonly<Record<string, string>> = {
  LeftBrace: '{',
  RightBrace: '}',
  LeftParen: '(',
  RightParen: ')',
  Comma: ',',
  Colon: ':',
  Equals: '=',
  DotDot: '..',
};

function alternation(alternatives: readonly Serialized[], bodies: ReadonlyMap<string, Serialized[]>): Part {
  const meant = alternatives.filter((one) => !takesStray(one));
  const read = meant.map((one) => sequenceOf(one.definition as Serialized[], bodies));
  // A number of another kind stands where a unit is missing or wrong.
  const [first] = read;
  const areNumbers = read.every((part) => part.kind === 'token' && numbers.has(part.name));
  return first !== undefined && areNumbers ? first : choice(...read);
}

const numbers = new Set(['integer', 'duration', 'size']);

function takesStray(one: Serialized): boolean {
  return recovery.has(one.name) || ((one.definition ?? []) as Serialized[]).some(takesStray);
}

function isComma(part: Part): boolean {
  return part.kind === 'word' && part.text === ',';
}

/** Each rule before those that it is the first to name. */
function inReadingOrder(rules: Grammar): Grammar {
  const order = new Map<string, Part>();
  const waiting = ['file'];
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const part = rules.get(name);
    if (part === undefined) throw new Error(`The grammar has no rule ${name}`);
    if (order.has(name)) continue;
    order.set(name, part);
    waiting.unshift(...rulesIn(part));
  }
  const lost = [...rules.keys()].filter((name) => !order.has(name));
  if (lost.length > 0) throw new Error(`Nothing leads to the rule ${lost.join(', ')}`);
  return order;
}

export function rulesIn(part: Part): string[] {
  return namesIn(part, 'rule');
}

export function tokensIn(part: Part): string[] {
  return namesIn(part, 'token');
}

function namesIn(part: Part, kind: 'rule' | 'token'): string[] {
  switch (part.kind) {
    case 'word':
      return [];
    case 'rule':
    case 'token':
      return part.kind === kind ? [part.name] : [];
    case 'optional':
    case 'repeat':
      return namesIn(part.part, kind);
    default:
      return part.parts.flatMap((one) => namesIn(one, kind));
  }
}
