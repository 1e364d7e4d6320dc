import { expect } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { parse } from '../../src/syntax/parse.js';
import { endOf } from '../../src/text/span.js';

/** A source with its faults, written as a person would explain them. */
export interface Example {
  /** Each fault stands in ⟦…⟧. */
  readonly marked: string;
  /** The code and the message of each fault, in the order of the text. */
  readonly messages: readonly string[];
  /** What the first fix of each fault makes of the source, where that leaves none. */
  readonly fixed: string | undefined;
}

/**
 * Reads examples, one after another, with `---` between them:
 *
 *     sms "a" ttl ⟦10 minutes⟧
 *       FO1032 `10 minutes` is written `10m`
 *       → sms "a" ttl 10m
 */
export function readExamples(text: string): Example[] {
  return text.split(/^---\n/m).map((block) => {
    const lines = block.replace(/\n$/, '').split('\n');
    const first = lines.findIndex((line) => /^ {2}FO\d{4} /.test(line));
    const arrow = lines.findIndex((line) => /^ {2}→/.test(line));
    return {
      marked: lines.slice(0, first).join('\n'),
      messages: lines.slice(first, arrow === -1 ? undefined : arrow).map((line) => line.trim()),
      fixed: arrow === -1 ? undefined : withoutMargin(lines.slice(arrow)),
    };
  });
}

function withoutMargin(lines: readonly string[]): string {
  return lines.map((line) => line.slice(4)).join('\n');
}

export function checkExample({ marked, messages, fixed }: Example): void {
  const source = marked.replace(/[⟦⟧]/g, '');
  const { diagnostics } = parse('memory:/a.failover', source);
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual(messages);
  expect(mark(source, diagnostics)).toBe(marked);
  if (fixed === undefined) return;
  const mended = applyFirstFixes(source, diagnostics);
  expect(mended.replace(/ +$/gm, '')).toBe(fixed);
  expect(parse('memory:/a.failover', mended).diagnostics).toEqual([]);
}

function mark(source: string, diagnostics: readonly Diagnostic[]): string {
  return diagnostics.reduceRight(
    (text, one) => `${text.slice(0, one.offset)}⟦${text.slice(one.offset, endOf(one))}⟧${text.slice(endOf(one))}`,
    source,
  );
}

export function applyFirstFixes(source: string, diagnostics: readonly Diagnostic[]): string {
  const edits = diagnostics.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
  return [...edits]
    .sort((a, b) => b.offset - a.offset)
    .reduce((text, edit) => text.slice(0, edit.offset) + edit.text + text.slice(endOf(edit)), source);
}
