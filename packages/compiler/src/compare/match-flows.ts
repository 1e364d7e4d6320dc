import type { Flow } from '../names/model.js';
import type { Program } from '../program.js';
import { align } from './align.js';
import { keyOf } from './compare-flow.js';
import { likenessOfSteps } from './likeness.js';
import { type FlowRequest, requestOf } from './request.js';

/** A flow of one side, and the file in which it stands, as the host names it. */
export interface SideFlow {
  readonly program: Program;
  readonly flow: Flow;
  readonly file: string;
}

export interface MatchedFlows {
  readonly pairs: readonly { readonly old: SideFlow; readonly new: SideFlow }[];
  readonly removed: readonly SideFlow[];
  readonly added: readonly SideFlow[];
}

/** Flows of other names are one when they are alike this much. */
const likeEnough = 0.6;
/** To hold more pairs of steps than this against each other, for flows that were renamed and changed at once, takes long. */
const mostLooks = 100_000;

/**
 * Finds for each flow what it was: the flow of its name in the same file, else of its name anywhere, else one that sends
 * the same, else one of the same file that sends nearly the same, else one of any.
 */
export function matchFlows(olds: readonly SideFlow[], news: readonly SideFlow[]): MatchedFlows {
  const matching = new Matching(olds, news);
  matching.by(({ file, flow }) => JSON.stringify([file, flow.name]));
  // The steps at the end of a file are called after the file.
  matching.by(({ file, flow }) => (flow.node.kind === 'chain' ? JSON.stringify([file]) : undefined));
  matching.by(({ flow }) => flow.name);
  if (matching.isOpen) matching.by((one) => (one.flow.steps.length === 0 ? undefined : keyOf(matching.request(one))));
  for (const file of matching.openFiles()) matching.byLikeness((one) => one.file === file);
  matching.byLikeness(() => true);
  return matching.result();
}

class Matching {
  readonly #old: Set<SideFlow>;
  readonly #new: Set<SideFlow>;
  readonly #pairs = new Map<SideFlow, SideFlow>();
  readonly #order: readonly SideFlow[];
  readonly #requests = new Map<SideFlow, FlowRequest>();

  constructor(olds: readonly SideFlow[], news: readonly SideFlow[]) {
    this.#old = new Set(olds);
    this.#new = new Set(news);
    this.#order = news;
  }

  get isOpen(): boolean {
    return this.#old.size > 0 && this.#new.size > 0;
  }

  openFiles(): Set<string> {
    const files = new Set([...this.#old].map(({ file }) => file));
    return new Set([...this.#new].map(({ file }) => file).filter((file) => files.has(file)));
  }

  request(one: SideFlow): FlowRequest {
    let request = this.#requests.get(one);
    if (request === undefined) {
      request = requestOf(one.program, one.flow);
      this.#requests.set(one, request);
    }
    return request;
  }

  /** Pairs flows of the same key, the first with the first. */
  by(keyOfFlow: (one: SideFlow) => string | undefined): void {
    if (!this.isOpen) return;
    const olds = new Map<string, SideFlow[]>();
    for (const old of this.#old) {
      const key = keyOfFlow(old);
      if (key === undefined) continue;
      const same = olds.get(key);
      if (same === undefined) olds.set(key, [old]);
      else same.push(old);
    }
    for (const next of [...this.#new]) {
      const key = keyOfFlow(next);
      const old = key === undefined ? undefined : olds.get(key)?.shift();
      if (old !== undefined) this.#pair(old, next);
    }
  }

  byLikeness(isMeant: (one: SideFlow) => boolean): void {
    const olds = [...this.#old].filter(isMeant);
    const news = [...this.#new].filter(isMeant);
    if (stepsOf(olds) * stepsOf(news) > mostLooks) return;
    const alike = olds.flatMap((old) => news.map((next) => ({ old, next, alike: this.#likeness(old, next) })));
    for (const one of alike.filter((pair) => pair.alike >= likeEnough).sort((a, b) => b.alike - a.alike)) {
      if (this.#old.has(one.old) && this.#new.has(one.next)) this.#pair(one.old, one.next);
    }
  }

  result(): MatchedFlows {
    const pairs = this.#order.flatMap((next) => {
      const old = this.#pairs.get(next);
      return old === undefined ? [] : [{ old, new: next }];
    });
    return { pairs, removed: [...this.#old], added: [...this.#new] };
  }

  #pair(old: SideFlow, next: SideFlow): void {
    this.#old.delete(old);
    this.#new.delete(next);
    this.#pairs.set(next, old);
  }

  /** How much of their steps is alike, from 0 to 1. */
  #likeness(old: SideFlow, next: SideFlow): number {
    const [was, is] = [this.request(old).steps, this.request(next).steps];
    const alike = (a: number, b: number) => likenessOfSteps(was[a], is[b]);
    const { pairs } = align(was.length, is.length, alike);
    const sum = pairs.reduce((total, pair) => total + alike(pair.old, pair.new), 0);
    return was.length + is.length === 0 ? 0 : (2 * sum) / (was.length + is.length);
  }
}

function stepsOf(flows: readonly SideFlow[]): number {
  return flows.reduce((sum, { flow }) => sum + flow.steps.length, 0);
}
