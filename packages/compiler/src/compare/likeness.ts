import { type Fields, type Leaf, pathsOf, type StepRequest } from './request.js';

/** So much is alike where only the kind is the same. */
const least = 0.2;
/** The rest of a long text says nothing new of how alike it is to another. */
const mostWords = 200;

export function likenessOfSteps(old: StepRequest | undefined, next: StepRequest | undefined): number {
  if (old === undefined || next === undefined || old.step.channel !== next.step.channel) return 0;
  return likeness(old.fields, next.fields);
}

/** How alike two steps or two verbs of a kind are, from 0.2 to 1. Only what is equal in everything is 1. */
export function likeness(old: Fields, next: Fields): number {
  // What is said matters most to what a step is: of two that say something else, the rest being equal means little.
  const said = new Ratio();
  const rest = new Ratio();
  for (const path of pathsOf(old, next)) {
    if (path === '/order' || path === '/type') continue;
    const [was, is] = [old.get(path), next.get(path)];
    const ratio = /\/(?:text|body|templateId|fileURL)$/.test(path) ? said : rest;
    if (was?.key === is?.key) ratio.add(1);
    else ratio.add(was === undefined || is === undefined ? 0 : 0.9 * sharedWords(was, is));
  }
  return least + (1 - least) * (0.75 * said.value + 0.25 * rest.value);
}

/** A mean of numbers from 0 to 1; of none, it is 1. */
class Ratio {
  #sum = 0;
  #count = 0;

  add(part: number): void {
    this.#sum += part;
    this.#count++;
  }

  get value(): number {
    return this.#count === 0 ? 1 : this.#sum / this.#count;
  }
}

function sharedWords(a: Leaf, b: Leaf): number {
  const [words, others] = [wordsOf(a), wordsOf(b)];
  let shared = 0;
  for (const word of words) if (others.has(word)) shared++;
  return words.size + others.size === 0 ? 0 : (2 * shared) / (words.size + others.size);
}

/** A text may be held against thousands of others. */
const known = new WeakMap<Leaf, ReadonlySet<string>>();

function wordsOf(leaf: Leaf): ReadonlySet<string> {
  let words = known.get(leaf);
  if (words === undefined) {
    words = new Set(
      leaf.shown
        .slice(0, mostWords * 8)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu),
    );
    known.set(leaf, words);
  }
  return words;
}
