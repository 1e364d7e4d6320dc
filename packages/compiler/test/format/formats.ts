import { expect } from 'vitest';
import { format } from '../../src/format/format.js';
import { parse } from '../../src/syntax/parse.js';

export function formatted(source: string): string {
  return format(parse('a.failover', source));
}

/** What a source becomes, and that it stays so. */
export function formats(source: string, expected: string): void {
  expect(formatted(source)).toBe(expected);
  expect(formatted(expected)).toBe(expected);
}

/** The same for the steps of a flow. */
export function formatsSteps(source: string, expected: string): void {
  const lines = expected.trimEnd().split('\n');
  const indented = lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n');
  formats(`flow f {\n${source}\n}`, `flow f {\n${indented}\n}\n`);
}
