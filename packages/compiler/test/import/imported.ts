import { expect } from 'vitest';
import { format } from '../../src/format/format.js';
import { type Imported, type ImportOptions, importRequest } from '../../src/import/import-request.js';
import { Program } from '../../src/program.js';
import { parse } from '../../src/syntax/parse.js';
import { expectReadable } from '../check/check.js';

const uri = 'file:///project/request.json';
const file = 'file:///project/hello.failover';

type Options = Omit<ImportOptions, 'uri'>;

/** Imports, and looks whether the places are in the input and the text is one that the formatter leaves as it is. */
export function imported(input: string, options: Options = {}): Imported {
  const result = importRequest(input, { uri, name: 'hello', ...options });
  for (const one of result.diagnostics) {
    expect(one.uri).toBe(uri);
    expect(one.offset, one.message).toBeGreaterThanOrEqual(0);
    expect(one.length, one.message).toBeGreaterThanOrEqual(0);
    expect(one.offset + one.length, one.message).toBeLessThanOrEqual(input.length);
  }
  if (result.text !== undefined) {
    const parsed = parse(file, result.text);
    expect(parsed.diagnostics, result.text).toEqual([]);
    expect(format(parsed)).toBe(result.text);
  }
  return result;
}

/** What an import says, each as `code severity at the text it is about: message`. */
export function told(input: string, options: Options = {}): string[] {
  const { diagnostics } = imported(input, options);
  for (const one of diagnostics) expectReadable(one);
  return diagnostics.map(({ code, severity, offset, length, message }) => {
    return `${code} ${severity} at ${input.slice(offset, offset + length)}: ${message}`;
  });
}

/** The request bodies that the flows of a text without errors compile to. */
export function bodiesOf(text: string, values: Readonly<Record<string, unknown>> = {}): unknown[] {
  const program = new Program({ read: () => ({ text }) }, [file]);
  const errors = program.allDiagnostics().filter(({ severity }) => severity === 'error');
  expect(
    errors.map(({ code, message }) => `${code}: ${message}`),
    text,
  ).toEqual([]);
  return program.flows(file).map((flow) => {
    const bound = program.bind(flow, values);
    return bound.ok ? bound.payload : bound.problems;
  });
}
