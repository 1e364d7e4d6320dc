import type { Change } from './change.js';
import { type FieldRule, fieldRules, flagRules } from './fields.js';
import { differing, type Fields, isBelow, isComparable, type Leaf, pathsOf } from './request.js';
import { plain, quote, type Sentence, say } from './sentence.js';
import { below, type StepPair } from './step-pair.js';

/** Collects what is said of the fields of a step; what nobody speaks of is left over. */
export class FieldComparison {
  readonly pair: StepPair;
  readonly changes: Change[] = [];
  /** What differs and has not been spoken of yet. */
  readonly open: Set<string>;
  /** What cannot be compared, because a name in it is not known on one side. */
  readonly unknown: string[] = [];

  constructor(pair: StepPair) {
    this.pair = pair;
    const paths = pathsOf(pair.old.fields, pair.new.fields);
    this.open = new Set(differing(pair.old.fields, pair.new.fields, paths));
    // Where a step stands in the chain is told of the steps, not of its fields.
    for (const path of ['/type', '/order']) this.open.delete(path);
  }

  /** The fields at and below some paths that differ, if any do. They count as spoken of. */
  take(paths: readonly string[]): string[] {
    const taken = [...this.open].filter((path) => paths.some((parent) => isBelow(path, parent)));
    for (const path of taken) this.open.delete(path);
    return taken;
  }

  /** Whether all of the fields are known on both sides; notes what is not. */
  isKnown(paths: readonly string[], noun: string): boolean {
    const { old, new: next, oldFlow, newFlow } = this.pair;
    const leaves = paths.flatMap((path) => [old.fields.get(path), next.fields.get(path)]);
    if (
      isComparable(
        oldFlow,
        newFlow,
        leaves.filter((leaf): leaf is Leaf => leaf !== undefined),
      )
    )
      return true;
    this.unknown.push(noun);
    return false;
  }
}

/** Says what is different in the fields that need no more than their name. */
export function compareFields(comparison: FieldComparison): void {
  for (const { path, word } of flagRules) compareFlag(comparison, path, word);
  for (const rule of fieldRules) compareField(comparison, rule);
  compareArguments(comparison);
}

function compareFlag(comparison: FieldComparison, path: string, word: string): void {
  if (comparison.take([path]).length === 0) return;
  const { pair } = comparison;
  const [was, is] = [isOn(pair.old.fields, path), isOn(pair.new.fields, path)];
  const sentence = is
    ? say`${pair.name} is now sent with ${quote(word)}`
    : say`${pair.name} is no longer sent with ${quote(word)}`;
  comparison.changes.push(was === is ? sameEffect(pair, word, word) : pair.change('flag', sentence, word));
}

function isOn(fields: Fields, path: string): boolean {
  return fields.get(path)?.value === true;
}

function compareField(comparison: FieldComparison, rule: FieldRule): void {
  const { pair } = comparison;
  const taken = comparison.take(rule.paths);
  if (taken.length === 0 || !comparison.isKnown(taken, rule.noun?.replace(/^an? /, 'the ') ?? rule.word)) return;
  const old = shownOrNone(partOf(pair.old.fields, rule), rule);
  const next = shownOrNone(partOf(pair.new.fields, rule), rule);
  const isSame = old !== undefined && next !== undefined && plain(old) === plain(next);
  // What differs and reads the same is what was taken by default, now written, or the other way round.
  if (isSame) comparison.changes.push(sameEffect(pair, rule.word, rule.word));
  else comparison.changes.push(pair.change(rule.kind, sentenceFor(pair.name, rule, old, next), rule.word));
}

function partOf(fields: Fields, { paths, default: fallback }: FieldRule): Fields {
  const part = new Map(paths.flatMap((path) => [...below(fields, path)]));
  if (part.size > 0 || fallback === undefined) return part;
  return new Map([['', { key: JSON.stringify(fallback), shown: fallback, value: fallback, known: true }]]);
}

function shownOrNone(fields: Fields, { show }: FieldRule): Sentence | undefined {
  return fields.size === 0 ? undefined : show(fields);
}

/** @param has what the name has, with an article, or what it does */
export function sentenceFor(
  name: string,
  has: Pick<FieldRule, 'noun' | 'verb'>,
  old: Sentence | undefined,
  next: Sentence | undefined,
): Sentence {
  const { noun, verb } = has;
  const is = noun === undefined ? say`${verb}` : say`has ${noun}:`;
  if (old === undefined) return say`${name} now ${is} ${next}`;
  if (next === undefined) return say`${name} no longer ${noun === undefined ? verb : `has ${noun}`} (was ${old})`;
  if (noun === undefined) return say`${name} now ${verb} ${next} (was ${old})`;
  return say`${name} has another ${noun.replace(/^an? /, '')}: ${next} (was ${old})`;
}

function compareArguments(comparison: FieldComparison): void {
  const { pair } = comparison;
  const [old, next] = [pair.old.fields, pair.new.fields];
  const taken = comparison.take(['/templateParams']);
  if (!comparison.isKnown(taken, 'the arguments of the template')) return;
  for (const path of taken) {
    const name = path.slice('/templateParams/'.length).replaceAll('~1', '/').replaceAll('~0', '~');
    // A template without parameters may say so, or say nothing.
    if (name === '') {
      comparison.changes.push(sameEffect(pair, 'arguments', 'content'));
      continue;
    }
    const [was, is] = [old.get(path), next.get(path)];
    comparison.changes.push(pair.change('argument', argumentSentence(pair.name, name, was, is), 'content'));
  }
}

function argumentSentence(step: string, name: string, was: Leaf | undefined, is: Leaf | undefined): Sentence {
  const argument = say`${quote(name)} in the template of ${step}`;
  if (was === undefined) return say`${argument} is new: ${quote(is?.shown ?? '')}`;
  if (is === undefined) return say`${argument} is gone (was ${quote(was.shown)})`;
  if (was.shown !== is.shown) return say`${argument} is now ${quote(is.shown)} (was ${quote(was.shown)})`;
  const isNumber = is.key.startsWith('"') || is.key.startsWith('{["",') ? 'text' : 'number';
  return say`${argument} is now sent as a ${isNumber}: ${quote(is.shown)}`;
}

/** Nothing that differs goes unsaid, also where no sentence was made for it: then it is said of the field of the request. */
export function compareRest(comparison: FieldComparison): void {
  const { pair } = comparison;
  for (const path of [...comparison.open]) {
    comparison.open.delete(path);
    if (!comparison.isKnown([path], `\`${path}\``)) continue;
    const [was, is] = [pair.old.fields.get(path), pair.new.fields.get(path)];
    const sentence = say`${pair.name} sends another ${quote(path)}: ${shownLeaf(is)} (was ${shownLeaf(was)})`;
    comparison.changes.push(pair.change('field', sentence));
  }
}

function shownLeaf(leaf: Leaf | undefined): Sentence {
  return leaf === undefined ? ['nothing'] : [quote(leaf.shown)];
}

/** What is written now that was taken by default before, or the other way round. */
export function sameEffect(pair: StepPair, what: string, word: string): Change {
  const sentence = say`the request of ${pair.name} says ${quote(what)} in another way, to the same effect`;
  return pair.change('same-effect', sentence, word);
}
