import type { Step } from '../names/model.js';
import type { Channel } from '../routee/channels.js';
import type { Place, Span } from '../text/span.js';
import type { Change, ChangeKind, StepRef } from './change.js';
import { type Fields, type FlowRequest, isBelow, type StepRequest } from './request.js';
import type { Sentence } from './sentence.js';

/** A step as it was and as it is. */
export class StepPair {
  readonly oldFlow: FlowRequest;
  readonly newFlow: FlowRequest;
  readonly old: StepRequest;
  readonly new: StepRequest;
  readonly channel: Channel;
  /** What sentences call it. */
  readonly name: string;

  constructor(oldFlow: FlowRequest, newFlow: FlowRequest, old: StepRequest, next: StepRequest) {
    this.oldFlow = oldFlow;
    this.newFlow = newFlow;
    this.old = old;
    this.new = next;
    this.channel = next.step.channel;
    this.name = stepName(newFlow, next);
  }

  get ref(): StepRef {
    return { channel: this.channel, old: this.old.step.order, new: this.new.step.order };
  }

  /** @param word the clause that says it, or nothing for what the step begins with */
  change(kind: ChangeKind, sentence: Sentence, word?: string, more: Partial<Change> = {}): Change {
    const places = {
      old: placeIn(this.oldFlow, placeOfWord(this.old.step, word)),
      new: placeIn(this.newFlow, placeOfWord(this.new.step, word)),
    };
    return { kind, sentence, ...places, step: this.ref, ...more };
  }
}

/** `sms`; with its place in the chain where there are several of the channel. */
export function stepName({ steps }: FlowRequest, { step }: StepRequest): string {
  const isOnly = steps.filter((one) => one.step.channel === step.channel).length === 1;
  return isOnly ? step.channel : `${step.channel} (step ${step.order})`;
}

export function placeIn({ flow }: FlowRequest, { offset, length }: Span): Place {
  return { uri: flow.uri, offset, length };
}

/** The clause of a word; `content` is what the step sends. A step that lacks it is pointed at as a whole. */
function placeOfWord({ node, verbs }: Step, word: string | undefined): Span {
  if (word === 'content') return node.content ?? node.channel;
  if (word === undefined) return node.channel;
  const clauses = [...node.clauses, ...verbs.flatMap((verb) => verb.clauses)];
  return clauses.find(({ keyword }) => keyword.text === word) ?? node.channel;
}

/** The part of fields that stands below a path, by the rest of the path. */
export function below(fields: Fields, path: string): Fields {
  const found = [...fields].filter(([key]) => isBelow(key, path));
  return new Map(found.map(([key, leaf]) => [key.slice(path.length), leaf]));
}
