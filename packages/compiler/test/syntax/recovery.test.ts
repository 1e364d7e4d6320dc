import { describe, expect, test } from 'vitest';
import { lex } from '../../src/syntax/lexer.js';
import { parse } from '../../src/syntax/parse.js';
import type { FileTree, StepNode } from '../../src/syntax/tree.js';
import { contains } from '../../src/text/span.js';
import { brokenInvariants } from './invariants.js';
import { outline } from './outline.js';
import { everyDeclaration, threeSteps } from './samples.js';

const samples = { 'a flow of three steps': threeSteps, 'every kind of declaration': everyDeclaration };

/** What may be left out, because what remains is right or wrong for a reason that is not of the grammar. */
const optional: Readonly<Record<string, string>> = {
  'text([4]..10)': 'a range may lack its start',
  'text(4..[10])': 'or its end',
  '[standard] flow': 'the endpoint follows from the steps',
  'voice [say] "': 'a call with a text is refused by a rule of the endpoint, which explains it',
  'lang en ["Your code is {pin}."]': 'a language of a template may lack its wording',
};

describe.each(Object.entries(samples))('%s', (_, sample) => {
  const whole = parse('memory:/a.failover', sample);
  const tokens = [...lex(sample).tokens].map((token, index) => ({ token, title: `${index} ${token.image}` }));

  test('is right', () => expect(whole.diagnostics).toEqual([]));

  test.each(tokens)('without $title', ({ token }) => {
    const end = token.endOffset + 1;
    const around = `${sample.slice(token.startOffset - 12, token.startOffset)}[${token.image}]${sample.slice(end, end + 12)}`;
    const mayBeAbsent = Object.keys(optional).some(
      (place) => place.includes(`[${token.image}]`) && overlap(around, place),
    );
    check(sample.slice(0, token.startOffset) + sample.slice(end), token.startOffset, mayBeAbsent ? 0 : 1);
  });

  test.each(tokens)('with $title twice', ({ token }) => {
    const end = token.endOffset + 1;
    check(`${sample.slice(0, end)} ${token.image}${sample.slice(end)}`, token.startOffset, 1);
  });

  test('without one of its quotes', () => {
    for (let at = sample.indexOf('"'); at !== -1; at = sample.indexOf('"', at + 1)) {
      check(sample.slice(0, at) + sample.slice(at + 1), at, 1);
    }
  });

  /** One fault gives one diagnostic, and the steps that it does not stand in are understood as before. */
  function check(source: string, at: number, faults: number): void {
    const { tree, diagnostics } = parse('memory:/a.failover', source);
    const messages = diagnostics.map(({ code, message }) => `${code} ${message}`);
    expect({ source, messages }).toEqual({ source, messages: faults === 0 ? [] : [expect.any(String)] });
    expect(brokenInvariants(source)).toEqual([]);
    const outlines = stepsOf(tree).map(content);
    for (const step of stepsOf(whole.tree)) {
      const isHit = contains({ offset: step.offset - 8, length: step.length + 9 }, { offset: at, length: 0 });
      if (!isHit) expect(outlines).toContain(content(step));
    }
  }
});

/** Whether a place of the sample is the one described, as far as both go. */
function overlap(around: string, place: string): boolean {
  const [before = '', after = ''] = around.split(/\[.*\]/);
  const [placeBefore = '', placeAfter = ''] = place.split(/\[.*\]/);
  return before.endsWith(placeBefore) && after.startsWith(placeAfter);
}

function stepsOf(tree: FileTree): StepNode[] {
  return tree.items.flatMap((item) => {
    if (item.kind === 'chain') return item.steps;
    return item.kind === 'flow' ? (item.chain?.steps ?? []) : [];
  });
}

/** A step without its place in the chain. */
function content(step: StepNode): string {
  return outline({ ...step, thenWord: undefined });
}
