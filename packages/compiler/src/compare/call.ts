import { limits } from '../routee/limits.js';
import { align } from './align.js';
import type { Change } from './change.js';
import { type FieldComparison, sameEffect } from './compare-fields.js';
import { likeness } from './likeness.js';
import { differing, type Fields, type Leaf, pathsOf } from './request.js';
import { quote, type Sentence, say } from './sentence.js';
import type { StepPair } from './step-pair.js';

const verbsPath = '/dialPlan/verbs';

/** Says what a call says or plays otherwise. */
export function compareCall(comparison: FieldComparison): void {
  const taken = comparison.take([verbsPath]);
  if (taken.length === 0 || !comparison.isKnown(taken, 'what the call says')) return;
  const { pair, changes } = comparison;
  const [old, next] = [verbsOf(pair.old.fields), verbsOf(pair.new.fields)];
  const { pairs, removed, added } = align(old.length, next.length, (a, b) => likenessOfVerbs(old[a], next[b]));
  const say_ = (sentence: Sentence) => changes.push(pair.change('call', sentence, 'content'));
  for (const index of removed) say_(say`${pair.name} no longer ${action(old[index])}`);
  for (const index of added) say_(say`${pair.name} now also ${action(next[index])}`);
  for (const one of pairs) {
    const [was, is] = [old[one.old], next[one.new]];
    if (was === undefined || is === undefined) continue;
    if (one.isMoved)
      say_(say`${pair.name} ${action(is)} as number ${String(one.new + 1)} (was ${String(one.old + 1)})`);
    changes.push(...compareVerb(pair, was, is));
  }
}

/** The fields of each verb, in one walk: a call may have thousands. */
function verbsOf(fields: Fields): Fields[] {
  const verbs: Map<string, Leaf>[] = [];
  for (const [path, leaf] of fields) {
    const [, index, rest] = /^\/dialPlan\/verbs\/(\d+)(\/.*)$/.exec(path) ?? [];
    if (index === undefined || rest === undefined) continue;
    const verb = verbs[Number(index)] ?? new Map<string, Leaf>();
    verbs[Number(index)] = verb.set(rest, leaf);
  }
  return verbs;
}

function likenessOfVerbs(old: Fields | undefined, next: Fields | undefined): number {
  if (old === undefined || next === undefined || old.get('/type')?.key !== next.get('/type')?.key) return 0;
  return likeness(old, next);
}

function shownAt(verb: Fields | undefined, path: string): string {
  return verb?.get(path)?.shown ?? '';
}

/** "says `…`" */
function action(verb: Fields | undefined): Sentence {
  const isPlayed = verb?.get('/type')?.value === 'PLAY';
  return isPlayed ? say`plays ${quote(shownAt(verb, '/fileURL'))}` : say`says ${quote(shownAt(verb, '/message/text'))}`;
}

function compareVerb(pair: StepPair, old: Fields, next: Fields): Change[] {
  const open = new Set(differing(old, next, pathsOf(old, next)));
  const changes: Change[] = [];
  const tell = (path: string, word: string, sentence: () => Sentence, texts: Partial<Change> = {}) => {
    if (open.delete(path)) changes.push(pair.change('call', sentence(), word, texts));
  };
  const texts = { before: shownAt(old, '/message/text'), after: shownAt(next, '/message/text') };
  tell('/message/text', 'content', () => say`what ${pair.name} says has changed`, texts);
  tell('/fileURL', 'content', () => say`${pair.name} ${action(next)} (was ${quote(shownAt(old, '/fileURL'))})`);
  tell('/message/language', 'lang', () => {
    const [was, is] = [old, next].map((verb) => quote(shownAt(verb, '/message/language')));
    return say`${pair.name} speaks ${is} (was ${was}): ${action(next)}`;
  });
  tell('/message/gender', 'gender', () => {
    const [was, is] = [old, next].map((verb) => voiceOf(shownAt(verb, '/message/gender')));
    return say`${pair.name} speaks with ${is} voice (was ${was}): ${action(next)}`;
  });
  for (const [path, word, usual, words] of [
    ['/repeat', 'repeat', 1, times],
    ['/bargeIn', 'barge-in', false, bargeIn],
  ] as const) {
    if (!open.has(path)) continue;
    const [was, is] = [old, next].map((verb) => verb.get(path)?.value ?? usual);
    if (was === is) {
      open.delete(path);
      changes.push(sameEffect(pair, word, word));
    } else {
      tell(path, word, () => say`${pair.name} ${action(next)} ${words(is)} (was ${words(was)})`);
    }
  }
  for (const path of open) tell(path, 'content', () => say`${pair.name}: ${quote(path)} of what it does has changed`);
  return changes;
}

function voiceOf(gender: string): Sentence {
  return gender === '' ? ['the usual'] : say`a ${quote(gender)}`;
}

function times(repeat: unknown): string {
  if (repeat === limits.voice.repeat.forever) return 'again and again';
  return repeat === 1 ? 'once' : `${repeat} times`;
}

function bargeIn(isOn: unknown): string {
  return isOn === true ? 'until a key is pressed' : 'to its end';
}
