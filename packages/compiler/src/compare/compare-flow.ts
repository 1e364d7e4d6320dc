import type { Flow } from '../names/model.js';
import type { Program } from '../program.js';
import { endpoints } from '../routee/endpoints.js';
import { align } from './align.js';
import { compareCall } from './call.js';
import { type Change, inOrder } from './change.js';
import { compareFields, compareRest, FieldComparison, sentenceFor } from './compare-fields.js';
import { compareContent } from './content.js';
import { likenessOfSteps } from './likeness.js';
import { compareParameters, renamedParameters } from './parameters.js';
import { differing, type FlowRequest, isComparable, pathsOf, requestOf, type StepRequest } from './request.js';
import { listed, quote, type Sentence, say, sentenceOf } from './sentence.js';
import { compareStatuses } from './statuses.js';
import { placeIn, StepPair, stepName } from './step-pair.js';
import { compareTimes, compareTtl } from './times.js';

/** What has changed from one request to another; nothing where they are the same. */
export function compareFlows(oldProgram: Program, oldFlow: Flow, newProgram: Program, newFlow: Flow): Change[] {
  const next = requestOf(newProgram, newFlow);
  const asWritten = requestOf(oldProgram, oldFlow);
  if (keyOf(asWritten) === keyOf(next)) return [];
  const renamed = renamedParameters(asWritten, next);
  const old = renamed.size === 0 ? asWritten : requestOf(oldProgram, oldFlow, renamed);
  return inOrder(new FlowDifference(old, next, renamed).changes());
}

/** The whole of a request, so that two are the same if and only if their keys are. */
export function keyOf({ flow, steps, callback, parameters }: FlowRequest): string {
  const entries = (fields: ReadonlyMap<string, { readonly key: string }>) =>
    [...fields].map(([path, { key }]) => [path, key]).sort();
  const schemas = [...parameters].map(([name, parameter]) => [name, JSON.stringify(parameter)]).sort();
  return JSON.stringify([flow.endpoint, steps.map(({ fields }) => entries(fields)), entries(callback), schemas]);
}

class FlowDifference {
  readonly #old: FlowRequest;
  readonly #new: FlowRequest;
  readonly #renamed: ReadonlyMap<string, string>;
  readonly #unknown: string[] = [];

  constructor(old: FlowRequest, next: FlowRequest, renamed: ReadonlyMap<string, string>) {
    this.#old = old;
    this.#new = next;
    this.#renamed = renamed;
  }

  changes(): Change[] {
    const changes = [...this.#endpoint(), ...this.#steps(), ...this.#callback(), ...this.#parameters()];
    return [...changes, ...this.#notCompared()];
  }

  #ofFlow() {
    return { old: placeIn(this.#old, this.#old.flow.symbol), new: placeIn(this.#new, this.#new.flow.symbol) };
  }

  #endpoint(): Change[] {
    const [old, next] = [this.#old.flow.endpoint, this.#new.flow.endpoint].map((name) => endpoints[name]);
    if (old === undefined || next === undefined || old === next) return [];
    const sentence = say`it is now sent to ${quote(next.path)}, the ${next.name} endpoint (was ${quote(old.path)})`;
    return [{ kind: 'endpoint', sentence, ...this.#ofFlow() }];
  }

  #steps(): Change[] {
    const [old, next] = [this.#old, this.#new];
    const { pairs, removed, added } = align(old.steps.length, next.steps.length, (a, b) =>
      likenessOfSteps(old.steps[a], next.steps[b]),
    );
    const changes: Change[] = [];
    const both: StepPair[] = [];
    for (const one of pairs) {
      const [was, is] = [old.steps[one.old], next.steps[one.new]];
      if (was === undefined || is === undefined) continue;
      const pair = new StepPair(old, next, was, is);
      both.push(pair);
      if (one.isMoved) changes.push(movedStep(pair));
      changes.push(...this.#step(pair));
    }
    const exchanged = exchangedSteps(pairs, removed, added);
    const at = (steps: readonly StepRequest[], index: number | undefined) =>
      index === undefined ? undefined : steps[index];
    const taken = new Set(exchanged.values());
    for (const index of removed) {
      const was = at(old.steps, index);
      const is = at(next.steps, exchanged.get(index));
      if (was !== undefined) changes.push(is ? exchangedStep(old, next, was, is) : removedStep(old, was));
    }
    for (const index of added) {
      const is = at(next.steps, index);
      if (is !== undefined && !taken.has(index)) changes.push(addedStep(next, is));
    }
    changes.push(...compareTimes(old, next, both));
    return changes;
  }

  #step(pair: StepPair): Change[] {
    const comparison = new FieldComparison(pair);
    compareContent(comparison);
    if (comparison.open.size > 0) {
      compareTtl(comparison);
      compareStatuses(comparison);
      compareFields(comparison);
      compareCall(comparison);
    }
    compareRest(comparison);
    for (const noun of comparison.unknown) this.#unknown.push(`${noun} of ${pair.name}`);
    return comparison.changes;
  }

  #callback(): Change[] {
    const [old, next] = [this.#old.callback, this.#new.callback];
    if (differing(old, next, pathsOf(old, next)).length === 0) return [];
    const shown = (fields: typeof old) => {
      const [url, strategy] = [fields.get('/url'), fields.get('/strategy')];
      if (url === undefined) return undefined;
      return say`${quote(url.shown)} at ${strategy?.value === 'OnStep' ? 'every step' : 'the end'}`;
    };
    if (
      !isComparable(
        this.#old,
        this.#new,
        [old, next].flatMap((fields) => [...fields.values()]),
      )
    ) {
      this.#unknown.push('the callback');
      return [];
    }
    const sentence = sentenceFor('the flow', { noun: 'a callback' }, shown(old), shown(next));
    const places = {
      old: placeIn(this.#old, this.#old.flow.callback?.node ?? this.#old.flow.symbol),
      new: placeIn(this.#new, this.#new.flow.callback?.node ?? this.#new.flow.symbol),
    };
    return [{ kind: 'callback', sentence, ...places }];
  }

  #parameters(): Change[] {
    const sides = [this.#old, this.#new];
    // Without a list, a name of a file that cannot be read looks like a parameter.
    const isUnsure = sides.some(({ isIncomplete, flow }) => isIncomplete && !flow.listed);
    if (!isUnsure || sides.every(({ isIncomplete }) => isIncomplete)) {
      return compareParameters(this.#old, this.#new, this.#renamed);
    }
    this.#unknown.push('the parameters');
    return [];
  }

  #notCompared(): Change[] {
    if (this.#unknown.length === 0) return [];
    const what = listed(this.#unknown.map(sentenceOf));
    const sentence = say`${what} cannot be compared: one side has names that nothing declares`;
    return [{ kind: 'not-compared', sentence, ...this.#ofFlow() }];
  }
}

/** Steps that have come in the place of others: they stand between the same neighbours. */
function exchangedSteps(
  pairs: readonly { readonly old: number; readonly new: number; readonly isMoved: boolean }[],
  removed: readonly number[],
  added: readonly number[],
): Map<number, number> {
  const stays = pairs.filter(({ isMoved }) => !isMoved);
  const gapOf = (index: number, side: 'old' | 'new') => stays.filter((pair) => pair[side] < index).length;
  const left = [...added];
  const exchanged = new Map<number, number>();
  for (const index of removed) {
    const at = left.findIndex((other) => gapOf(other, 'new') === gapOf(index, 'old'));
    const [other] = at === -1 ? [] : left.splice(at, 1);
    if (other !== undefined) exchanged.set(index, other);
  }
  return exchanged;
}

function movedStep(pair: StepPair): Change {
  const { old, new: next } = pair.ref;
  return pair.change('step-moved', say`${pair.channel} is now step ${String(next)} (was step ${String(old)})`);
}

function removedStep(flow: FlowRequest, removed: StepRequest): Change {
  const { channel, order, node } = removed.step;
  const sentence = say`${stepName(flow, removed)} is gone: it ${actionOf(removed)}`;
  return { kind: 'step-removed', sentence, old: placeIn(flow, node.channel), step: { channel, old: order } };
}

function addedStep(flow: FlowRequest, added: StepRequest): Change {
  const { channel, order, node } = added.step;
  const sentence = say`${stepName(flow, added)} is new: it ${actionOf(added)}`;
  return { kind: 'step-added', sentence, new: placeIn(flow, node.channel), step: { channel, new: order } };
}

function exchangedStep(oldFlow: FlowRequest, newFlow: FlowRequest, old: StepRequest, next: StepRequest): Change {
  const [was, is] = [old.step, next.step];
  const sentence = say`step ${String(is.order)} is now ${is.channel}, and ${actionOf(next)} (was ${was.channel}, and ${actionOf(old)})`;
  const places = { old: placeIn(oldFlow, was.node.channel), new: placeIn(newFlow, is.node.channel) };
  return { kind: 'step-channel', sentence, ...places, step: { channel: is.channel, old: was.order, new: is.order } };
}

/** What a step does, in short: "sends `Hello`". */
function actionOf({ fields }: StepRequest): Sentence {
  const first = (...paths: string[]) =>
    paths.map((path) => fields.get(path)?.shown).find((shown) => shown !== undefined);
  const template = first('/templateId');
  if (template !== undefined) return say`sends the template ${quote(template)}`;
  const said = first('/dialPlan/verbs/0/message/text');
  if (said !== undefined) return say`says ${quote(said)}`;
  const played = first('/dialPlan/verbs/0/fileURL');
  if (played !== undefined) return say`plays ${quote(played)}`;
  const sent = first('/message/text', '/message/body', '/message/imageUrl', '/message/viberFile/fileName');
  return sent === undefined ? ['sends a message'] : say`sends ${quote(sent)}`;
}
