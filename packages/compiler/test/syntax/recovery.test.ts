import { expect, test } from 'vitest';
import { lex } from '../../src/syntax/lexer.js';
import { parse } from '../../src/syntax/parse.js';
import { brokenInvariants } from './invariants.js';
import { threeSteps } from './samples.js';

const { tokens } = lex(threeSteps);

/** Without one token, a sample has one fault at most, and the steps that it is not part of are still understood. */
test.each(tokens.map((token, index) => [`${index} ${token.image}`, token] as const))('without %s', (_, token) => {
  const source = threeSteps.slice(0, token.startOffset) + threeSteps.slice(token.endOffset + 1);
  const { tree, diagnostics } = parse('memory:/a.failover', source);
  expect(diagnostics.length).toBeLessThanOrEqual(1);
  expect(brokenInvariants(source)).toEqual([]);
  const steps = tree.items.flatMap((item) =>
    item.kind === 'flow' ? (item.chain?.steps ?? []) : item.kind === 'chain' ? item.steps : [],
  );
  expect(steps.length).toBeGreaterThanOrEqual(2);
});

test.each(tokens.map((token, index) => [`${index} ${token.image}`, token] as const))('%s twice', (_, token) => {
  const end = token.endOffset + 1;
  const source = `${threeSteps.slice(0, end)} ${token.image}${threeSteps.slice(end)}`;
  const { diagnostics } = parse('memory:/a.failover', source);
  expect(diagnostics.length).toBeLessThanOrEqual(2);
  expect(brokenInvariants(source)).toEqual([]);
});

test('a missing quote costs one diagnostic, wherever it is', () => {
  for (let at = threeSteps.indexOf('"'); at !== -1; at = threeSteps.indexOf('"', at + 1)) {
    const source = threeSteps.slice(0, at) + threeSteps.slice(at + 1);
    const { diagnostics } = parse('memory:/a.failover', source);
    expect([source, diagnostics.map(({ code, message }) => `${code} ${message}`)]).toEqual([
      source,
      [expect.any(String)],
    ]);
  }
});
