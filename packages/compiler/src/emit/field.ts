import type { Flow, Step, Verb } from '../names/model.js';
import type { Json } from './json.js';
import { payloadOf } from './payload.js';

/** A field of a request. */
export interface Field {
  readonly key: string;
  readonly value: Json;
}

/**
 * What a flow sends in a field. Nothing where the request has no such field.
 * @param field as a description names it, such as `message.imageUrl`, from the verb or step that it belongs to
 */
export function fieldOf(flow: Flow, step: Step | undefined, verb: Verb | undefined, field: string): Field | undefined {
  const { payload } = payloadOf(flow);
  const inStep = step === undefined ? [] : ['flow', String(step.order - 1)];
  const inVerb =
    step === undefined || verb === undefined ? [] : ['dialPlan', 'verbs', String(step.verbs.indexOf(verb))];
  let found: unknown = payload;
  for (const key of [...inStep, ...inVerb, ...field.split('.')]) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[key];
  }
  return { key: field.slice(field.lastIndexOf('.') + 1), value: found as Json };
}
