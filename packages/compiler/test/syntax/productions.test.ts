import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { choicesModule } from '../../../../scripts/generate-choices.js';
import { root } from '../../../../scripts/paths.mjs';
import { lex } from '../../src/syntax/lexer.js';
import { parse } from '../../src/syntax/parse.js';
import { FailoverParser } from '../../src/syntax/parser.js';
import { childrenOf, type SyntaxNode } from '../../src/syntax/tree.js';
import { brokenInvariants } from './invariants.js';
import { productions, threeSteps } from './samples.js';

test.each(Object.entries(productions))('%s', (_, source) => {
  expect(parse('memory:/a.failover', source).diagnostics).toEqual([]);
  expect(brokenInvariants(source)).toEqual([]);
});

test.each(Object.entries(productions))('%s, with CRLF and a byte order mark', (_, source) => {
  const other = `\uFEFF${source.replaceAll('\n', '\r\n')}`;
  const parsed = parse('memory:/a.failover', other);
  expect(parsed.diagnostics).toEqual([]);
  expect(brokenInvariants(other)).toEqual([]);
  expect(kindsIn(parsed.tree)).toEqual(kindsIn(parse('memory:/a.failover', source).tree));
});

function kindsIn(node: SyntaxNode): string[] {
  return [node.kind, ...childrenOf(node).flatMap(kindsIn)];
}

test('the tree of a flow holds what was written', () => {
  const [flow] = parse('memory:/a.failover', threeSteps).tree.items;
  if (flow?.kind !== 'flow') throw new Error('no flow');
  expect(flow.name?.text).toBe('login');
  expect(flow.params?.list.map(({ name }) => name.text)).toEqual(['to', 'pin']);
  expect(flow.settings.map(({ kind }) => kind)).toEqual(['callback']);
  expect(flow.chain?.steps.map(({ channel, clauses }) => [channel.text, ...clauses.map(({ kind }) => kind)])).toEqual([
    ['viber', 'lang', 'ttl', 'on'],
    ['sms', 'label', 'ttl', 'on'],
    ['voice', 'lang', 'repeat'],
  ]);
});

test('the grammar passes the checks of Chevrotain', () => {
  // Chevrotain asks for what Node 20 has not, in its checks only.
  const holder = Object as unknown as { groupBy?: unknown };
  const before = holder.groupBy;
  holder.groupBy ??= (items: Iterable<unknown>, keyOf: (item: unknown) => string) => {
    const groups: Record<string, unknown[]> = {};
    for (const item of items) {
      const key = keyOf(item);
      groups[key] = [...(groups[key] ?? []), item];
    }
    return groups;
  };
  try {
    expect(() => new FailoverParser('validating')).not.toThrow();
  } finally {
    if (before === undefined) delete holder.groupBy;
  }
});

test('which token chooses what is as a parser learns it from the grammar', () => {
  for (const [file, text] of choicesModule()) expect(readFileSync(path.join(root, file), 'utf8')).toBe(text);
});

test('a parser that recovers as Chevrotain does reads the same', () => {
  const recovering = new FailoverParser('recovering');
  for (const source of [...Object.values(productions), threeSteps]) {
    const read = recovering.parse(source, lex(source).tokens, [], () => {});
    expect(read.tree).toEqual(parse('memory:/a.failover', source).tree);
  }
});

test('a sender for the file may follow an import', () => {
  const { tree, diagnostics } = parse('memory:/a.failover', 'import "./brand.failover"\nfrom "ACME"\n\nsms "x"\n');
  expect(diagnostics).toEqual([]);
  expect(tree.items.map(({ kind }) => kind)).toEqual(['import', 'from', 'chain']);
});
