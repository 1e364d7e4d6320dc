import { type Flow, type Step, stepAt, type Verb } from '../names/model.js';
import type { Program } from '../program.js';
import { tokenAt } from '../syntax/token-at.js';
import { pathTo, type SyntaxNode } from '../syntax/tree.js';
import type { Span } from '../text/span.js';
import { describeWord, type WordPlace } from './describe.js';
import { type Description, ownerOf } from './description.js';

/** A word of the language at a place of a file, and what it belongs to. */
export interface WordAt {
  readonly description: Description;
  readonly place: WordPlace;
  /** Of the word. */
  readonly span: Span;
  /** The clause, setting, step or declaration that the word stands in. */
  readonly node: SyntaxNode;
  /** The flow around it, or one that sends the setting. */
  readonly flow: Flow | undefined;
  readonly step: Step | undefined;
  readonly verb: Verb | undefined;
}

/** The keyword, flag, status or other word of the language at a place, or the clause of a number there. */
export function wordAt(program: Program, uri: string, offset: number): WordAt | undefined {
  const parsed = program.parsed(uri);
  const token = parsed && tokenAt(parsed, offset);
  if (parsed === undefined || token === undefined || !/^[\p{L}\d_]/u.test(token.image)) return undefined;
  const path = pathTo(parsed.tree, token.startOffset).filter((node) => node.length > 0);
  const leaf = path.at(-1);
  const isLeaf =
    leaf?.kind === 'word' || leaf?.kind === 'duration' || leaf?.kind === 'size' || leaf?.kind === 'integer';
  const owners = path.slice(0, isLeaf ? -1 : undefined);
  const node = owners.at(-1);
  if (leaf === undefined || node === undefined) return undefined;
  // A callback at the top of a file is sent by the flows below.
  const sends = ({ callback }: Flow) => callback?.node === node;
  const flow = program.flowAt(uri, token.startOffset) ?? program.flows(uri).find(sends);
  const step = flow && stepAt(flow, token.startOffset);
  const verb = step?.verbs.find(({ node: own, clauses }) => own === node || clauses.some((clause) => clause === node));
  const context: Context = { word: token.image, leaf, node, parent: owners.at(-2), step, verb };
  const place = placeOf(context);
  const word = place === undefined ? undefined : (place.word ?? leafText(leaf) ?? token.image);
  const description = place && word !== undefined ? describeWord(word, place.is) : undefined;
  if (place === undefined || description === undefined) return undefined;
  const span = { offset: token.startOffset, length: token.image.length };
  return { description, place: place.is, span, node, flow, step, verb };
}

interface Context {
  readonly word: string;
  readonly leaf: SyntaxNode;
  readonly node: SyntaxNode;
  readonly parent: SyntaxNode | undefined;
  readonly step: Step | undefined;
  readonly verb: Verb | undefined;
}

interface Placed {
  readonly is: WordPlace;
  /** The word to describe, where it is not the one at the place. */
  readonly word?: string;
}

/** A keyword as it was meant, where it is misspelt. */
function leafText(leaf: SyntaxNode): string | undefined {
  return leaf.kind === 'word' ? leaf.text : undefined;
}

const declaration: Placed = { is: { as: 'declaration' } };
const part: Placed = { is: { as: 'part' } };
const partNamed = (word: string): Placed => ({ is: { as: 'part' }, word });
const value = (of: string): Placed => ({ is: { as: 'value', of } });

function placeOf(context: Context): Placed | undefined {
  const { leaf, node, word } = context;
  switch (node.kind) {
    case 'import':
    case 'let':
    case 'sender':
    case 'template':
      return word === node.kind ? declaration : undefined;
    case 'flow':
      return leaf === node.endpoint || word === 'flow' ? declaration : undefined;
    case 'step':
      return leaf === node.channel || leaf === node.thenWord ? { is: { as: 'step' } } : undefined;
    case 'sender-id':
      return leaf === node.channel ? { is: { as: 'step' } } : undefined;
    case 'template-use':
    case 'verb':
      return leaf === node.keyword ? { is: { as: 'content' } } : undefined;
    case 'category':
      return leaf === node.word ? value('category') : part;
    case 'wording':
      return partNamed('lang');
    case 'type':
      return { is: { as: 'type' }, word: node.name.text };
    case 'callback':
      return leaf === node.moment ? value('callback') : { is: { as: 'setting' }, word: 'callback' };
    default:
      return placeOfClause(context);
  }
}

function placeOfClause(context: Context): Placed | undefined {
  const { leaf, node, word } = context;
  if (!('keyword' in node)) return undefined;
  const whole = clause(context);
  if (leaf === node.keyword) return whole;
  switch (node.kind) {
    case 'flag':
      return leaf === node.no ? part : whole;
    case 'file':
      return leaf === node.type ? partNamed('type') : ['as', 'type'].includes(word) ? part : undefined;
    case 'video':
      if (leaf === node.size) return partNamed('size');
      return leaf === node.duration ? partNamed('duration') : part;
    case 'shorten-links':
      return partNamed('for');
    case 'devices':
    case 'machine':
      return leaf.kind === 'word' ? value(node.kind) : undefined;
    case 'repeat':
      return leaf.kind === 'word' ? value('repeat') : whole;
    case 'to':
      return leaf === node.channel ? value('to') : undefined;
    case 'on':
      return leaf.kind === 'word' && context.step !== undefined
        ? { is: { as: 'status', on: context.step.channel } }
        : undefined;
    case 'lang':
    case 'gender':
    case 'seq':
    case 'ttl':
      return leaf === node ? undefined : whole;
    default:
      return undefined;
  }
}

/** A clause of a step or verb, or a setting. */
function clause({ node, parent, step, verb }: Context): Placed | undefined {
  if (!('keyword' in node)) return undefined;
  if (parent?.kind === 'flow' || parent?.kind === 'source') return { is: { as: 'setting' }, word: node.kind };
  const word = node.kind === 'flag' ? node.keyword.text : node.kind;
  const onVerb = verb?.node.keyword.text === 'play' ? 'play' : 'say';
  const on = verb !== undefined ? onVerb : step && ownerOf(step.channel, step.template !== undefined);
  return { is: { as: 'clause', on }, word };
}
