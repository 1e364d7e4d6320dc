import { describe, expect, it } from 'vitest';
import { type Field, fieldOf } from '../../src/emit/field.js';
import { acme } from '../check/check.js';
import { flowOf } from './compile.js';

const source = `${acme}
to "+306912345678"
callback "https://acme.com/done" on step
viber "Hi" image "https://acme.com/a.png" ttl 10m
then voice {
  say "Your code is 1234" lang en-US repeat 2
  play "https://acme.com/a.wav"
}`;

describe('what a flow sends in a field', () => {
  it('of a step, at any depth', () => {
    expect(sent('ttl', 1)).toEqual({ key: 'ttl', value: 10 });
    expect(sent('message.imageUrl', 1)).toEqual({ key: 'imageUrl', value: 'https://acme.com/a.png' });
    expect(sent('order', 2)).toEqual({ key: 'order', value: 2 });
    expect(sent('to', 2)).toEqual({ key: 'to', value: { phone: '+306912345678' } });
  });

  it('of a verb of a call', () => {
    expect(sent('message.text', 2, 1)).toEqual({ key: 'text', value: 'Your code is 1234' });
    expect(sent('repeat', 2, 1)).toEqual({ key: 'repeat', value: 2 });
    expect(sent('fileURL', 2, 2)).toEqual({ key: 'fileURL', value: 'https://acme.com/a.wav' });
  });

  it('of the flow itself', () => {
    expect(sent('callback.strategy')).toEqual({ key: 'strategy', value: 'OnStep' });
  });

  it('is nothing where the request has no such field', () => {
    expect(sent('label', 1)).toBeUndefined();
    expect(sent('label.x', 1)).toBeUndefined();
    expect(sent('message.text.length', 1)).toBeUndefined();
    expect(sent('message.constructor', 1)).toBeUndefined();
    expect(sent('repeat', 2, 2)).toBeUndefined();
  });
});

/** @param order of the step, from 1; @param verb likewise */
function sent(field: string, order?: number, verb?: number): Field | undefined {
  const flow = flowOf(source);
  const step = order === undefined ? undefined : flow.steps[order - 1];
  return fieldOf(flow, step, verb === undefined ? undefined : step?.verbs[verb - 1], field);
}
