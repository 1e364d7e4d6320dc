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
  const index = verb === undefined ? -1 : (step?.verbs.indexOf(verb) ?? -1);
  const inVerb = index < 0 ? [] : ['dialPlan', 'verbs', String(index)];
  const path = [...inStep, ...inVerb, ...field.split('.')];
  let found: unknown = payload;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[key];
  }
  return { key: path.at(-1) ?? '', value: found as Json };
}
