import { describe, expect, it } from 'vitest';
import { isSettled } from '../../src/emit/settled.js';
import { acme } from '../check/check.js';
import { bundleOf } from './compile.js';

const to = 'to "+306912345678"';

/** Whether the first hole of a step needs no look at its value. */
function settled(params: string, step: string): boolean {
  const bundle = bundleOf(`${acme}\nflow a(${params}) { ${step} then sms "Bye" ${to} }`);
  const [hole] = bundle.holes;
  if (hole === undefined) throw new Error('There is no hole.');
  return isSettled(hole, bundle);
}

describe('a hole that no value of its type can spoil', () => {
  it.each([
    ['x: phone', 'sms "Hi" to {x}'],
    ['x: phone', 'voice say "Hi" lang en-US to {x}'],
    ['x: phone', 'voice say "Hi" lang en-US to viber {x}'],
    ['x: text(..1597)', `sms "Hi {x}" ${to}`],
    ['x: text(..9), y: int(1..5), z: phone', `sms "{x} {y} {z}!" ${to}`],
    ['x: phone', `sms "{x} called" ${to}`],
    ['x: text(..9)', `sms "Hi" label "for {x}" ${to}`],
    ['x: text(..9)', `viber "Hi {x}" ${to}`],
    ['x: text(..9)', `viber "Hi" button "See {x}" "https://acme.com" ${to}`],
    ['x: text(..9)', `voice say "Hi {x}" lang en-US ${to}`],
    ['x: text', `viber template "11111111-2222-3333-4444-555555555555"(x: {x}) lang en ${to}`],
  ])('%s, %s', (params, step) => expect(settled(params, step)).toBe(true));
});

describe('a hole that needs a look at its value', () => {
  it.each([
    ['of any length', 'x: text', `sms "Hi {x}" ${to}`],
    ['one of two of any length', 'x: text(..9), y: text', `sms "Hi {x} {y}" ${to}`],
    ['that may be blank', 'x: text(..9)', `sms "{x}" ${to}`],
    ['that may be blank beside a blank', 'x: text(..9)', `sms "{x} " ${to}`],
    ['that is a part of a number', 'x: text(..9)', 'sms "Hi" to "+30{x}"'],
    ['that is two numbers', 'x: phone, y: phone', `sms "{x}{y}" ${to}`],
    ['that is a number in a text', 'x: phone', `sms "{x}" ${to}`],
    ['that is a number as a sender', 'x: phone', `sms "Hi" from "{x}" ${to}`],
    ['in an address', 'x: text(..9)', `viber image "https://acme.com/{x}" ${to}`],
  ])('%s: %s, %s', (_, params, step) => expect(settled(params, step)).toBe(false));
});
